import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { upload } from './support/bill';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

const columns =
  'BilledCost,EffectiveCost,BillingCurrency,BillingAccountId,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,RegionId,SkuMeter';
const dayBack = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString().slice(0, 10);
/** Sixty days of two models on Bedrock to yesterday; one of them costs ten times as much three days ago. */
const bill = () => {
  const rows = Array.from({ length: 60 }, (_, i) => 60 - i).flatMap((back) =>
    ['anthropic.claude-sonnet-4-5', 'openai.gpt-oss-120b'].map((model, m) => {
      const [cost, day] = [back === 3 && m === 0 ? 400 : 40, dayBack(back)];
      return `${cost},${cost},USD,1,${day.slice(0, 7)}-01T00:00:00Z,${day}T00:00:00Z,${dayBack(back - 1)}T00:00:00Z,Usage,AWS,Amazon Bedrock,us-east-1,USE1-${model}-mantle-input-tokens`;
    }),
  );
  return { name: 'bedrock.csv', mimeType: 'text/csv', buffer: Buffer.from(`${[columns, ...rows].join('\n')}\n`) };
};

let context: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, 'Anomaly Works', 'ana@example.org');
  page = await context.newPage();
  await upload(page, bill(), 'loaded');
});
test.afterAll(() => context.close());

const table = () => page.getByRole('table', { name: 'What stood out', exact: true });

test('what stood out is flagged on the charts, and a flag leads to its line', async () => {
  await page.goto('/costs?period=90d');
  const flag = page
    .getByRole('list', { name: 'What stood out' })
    .getByRole('link', { name: /claude-sonnet-4-5 on Amazon Bedrock: 400\.00 USD/ });
  await expect(flag).toBeVisible();
  await expectAccessible(page);
  await flag.click();
  await expect(page).toHaveURL(/\/alerts\?tab=anomalies/);
  await expect(table().getByRole('row')).toHaveCount(2);
  await expect(page.getByRole('link', { name: /AWS, .*: 360\.00 USD more than usual/ })).toBeVisible();
  await expectAccessible(page);
  await page.goto('/costs?period=90d&f=model:gpt-oss-120b');
  await expect(page.getByRole('heading', { name: 'Cost per day' })).toBeVisible();
  await expect(page.getByText('2,400.00').first()).toBeVisible();
  await expect(page.getByRole('list', { name: 'What stood out' })).toHaveCount(0);
});

test('a planned event no longer stands out until it is judged again; the line leads to its costs', async () => {
  await page.goto('/alerts?tab=anomalies');
  await table()
    .getByRole('button', { name: /^Explain/ })
    .click();
  await page.getByLabel('Name').fill('Load test');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing stood out' })).toBeVisible();
  await expect(
    page.getByRole('table', { name: 'Said to be expected' }).getByRole('row', { name: /Load test.*planned.*claude-sonnet-4-5/ }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Judge again: Load test' }).filter({ visible: true }).click();
  await expect(table().getByRole('row')).toHaveCount(2);
  await table()
    .getByRole('link', { name: /claude-sonnet-4-5/ })
    .click();
  await expect(page).toHaveURL(/\/costs\?from=.*model%3Aclaude-sonnet-4-5|\/costs\?from=.*model:claude-sonnet-4-5/);
  await expect(page.getByText('400.00').first()).toBeVisible();
});
