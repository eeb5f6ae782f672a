import { expect, type Page } from '@playwright/test';

const header =
  'BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeDescription,ChargePeriodEnd,ChargePeriodStart,ConsumedQuantity,ConsumedUnit,EffectiveCost,InvoiceIssuerName,PricingUnit,ProviderName,RegionId,ServiceCategory,ServiceName,SkuId,SkuMeter,SubAccountId,SubAccountName,Tags';

/** A FOCUS file of a month, `back` months ago, with the same charge on each of its first `days` days. */
export function billOf(name: string, cost: string, { back = 0, days = 1 } = {}) {
  const now = new Date();
  const at = (month: number, day: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + month, day)).toISOString();
  const row = (day: number) =>
    `${cost},acct-1,Example billing,USD,${at(1 - back, 1)},${at(-back, 1)},Usage,tokens,${at(-back, day + 1)},${at(-back, day)},1000000,Tokens,${cost},OpenAI,1000000 Tokens,OpenAI,global,AI and Machine Learning,OpenAI API,sku-1,gpt-4.1 input,sub-1,Product,"{""team"":""search""}"`;
  const rows = Array.from({ length: days }, (_, i) => row(i + 1));
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`${[header, ...rows].join('\n')}\n`) };
}

/** Through the Sources page, until it says what became of it. */
export async function upload(page: Page, file: ReturnType<typeof billOf>, outcome: 'loaded' | 'already loaded'): Promise<void> {
  await page.goto('/sources');
  await page.getByLabel('Choose billing files').setInputFiles(file);
  const card = page.getByRole('article', { name: file.name });
  await card.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(card.getByText(outcome, { exact: true })).toBeVisible({ timeout: 30_000 });
}
