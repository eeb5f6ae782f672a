import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { administrator } from '../playwright.config';
import { expectAccessible } from './support/axe';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: administrator });

const header =
  'BilledCost,BillingAccountId,BillingAccountName,BillingCurrency,BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeDescription,ChargePeriodEnd,ChargePeriodStart,ConsumedQuantity,ConsumedUnit,EffectiveCost,InvoiceIssuerName,PricingUnit,ProviderName,RegionId,ServiceCategory,ServiceName,SkuId,SkuMeter,SubAccountId,SubAccountName,Tags';

function row(day: number, cost: string, { meter = 'gpt-4.1 Inp glbl Tokens', team = 'search' } = {}): string {
  const at = (d: number) => `2026-10-${String(d).padStart(2, '0')}T00:00:00Z`;
  const tags = `"{""team"":""${team}""}"`;
  return `${cost},acct-1,Example billing,USD,2026-11-01T00:00:00Z,2026-10-01T00:00:00Z,Usage,tokens,${at(day + 1)},${at(day)},1000000,Tokens,${cost},Microsoft,1000000 Tokens,Microsoft,westeurope,AI and Machine Learning,Azure OpenAI,sku-1,${meter},sub-1,Product,${tags}`;
}

const file = (name: string, rows: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${[header, ...rows].join('\n')}\n`) });
const october = [row(1, '1200.10'), row(2, '34.05', { team: 'support' }), row(3, '0.0000000001', { meter: 'Zeta 9 Inp glbl Tokens' })];

test('a dropped bill is recognised, confirmed, loaded and seen on the overview', async ({ page }) => {
  await page.goto('/sources');
  await page.getByLabel('Choose billing files').setInputFiles(file('october.csv', october));
  const card = page.getByRole('article', { name: 'october.csv' });
  await expect(card.getByText('FOCUS Cost and Usage')).toBeVisible();
  await expect(card.getByText('1 Oct 2026 – 3 Oct 2026')).toBeVisible();
  await expect(card.getByText('1,234.1500000001')).toHaveCount(2); // billed and effective, as the file has them
  await card.getByRole('button', { name: /Show the first 3 rows/ }).click();
  await expect(card.getByRole('cell', { name: '1,200.1', exact: true }).first()).toBeVisible();
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(card.getByText('loaded', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(card.getByText('3 rows read · 3 kept · 0 rejected')).toBeVisible();

  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await expect(page.getByText('1,234.15').first()).toBeVisible();
  await expectAccessible(page);
});

test('every figure leads to its charges, and a charge to its file and line', async ({ page }) => {
  await page.goto('/costs?by=team&tab=charges');
  await expect(page.getByRole('heading', { name: 'Costs', level: 1 })).toBeVisible();
  await page.getByText('1,200.10').first().click();
  await expect(page.getByText('october.csv').first()).toBeVisible();
});

test('the same file again changes nothing', async ({ page }) => {
  await page.goto('/sources');
  await page.getByLabel('Choose billing files').setInputFiles(file('october-again.csv', october));
  const card = page.getByRole('article', { name: 'october-again.csv' });
  await card.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(card.getByText('already loaded', { exact: true })).toBeVisible({ timeout: 30_000 });
});

test('a newer export replaces the month, keeps the good rows, gives back the bad one, and can be undone', async ({ page }) => {
  await page.goto('/sources');
  const newer = [row(1, '2000.00'), row(2, 'twelve'), row(3, '1.50')];
  await page.getByLabel('Choose billing files').setInputFiles(file('october-final.csv', newer));
  const card = page.getByRole('article', { name: 'october-final.csv' });
  await expect(card.getByText(/Replaces Oct 2026.*3 rows, 1,234\.15 USD → 2 rows, 2,001\.50 USD/)).toBeVisible();
  await expect(card.getByText('3: 2 to load, 1 rejected')).toBeVisible();
  await card.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(card.getByText('loaded, 1 rejected')).toBeVisible({ timeout: 30_000 });
  await expect(card.getByText(/line 3.*"twelve" is no plain number/)).toBeVisible();
  const download = page.waitForEvent('download');
  await card.getByRole('link', { name: 'Download the rejected rows' }).click();
  expect((await download).suggestedFilename()).toMatch(/^rejects-\d+\.csv$/);

  await page.goto('/');
  await expect(page.getByText('2,001.50').first()).toBeVisible();
  await page.goto('/sources?tab=history');
  await page
    .getByRole('button', { name: /^Undo load/ })
    .first()
    .click();
  await expect(page.getByRole('table', { name: 'Loads' }).getByText('taken back')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('1,234.15').first()).toBeVisible();
});

test('a stranger is refused in a sentence', async ({ page }) => {
  await page.goto('/sources');
  await page
    .getByLabel('Choose billing files')
    .setInputFiles({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from('name,age\nAda,36\n') });
  const card = page.getByRole('article', { name: 'people.csv' });
  await expect(card.getByRole('alert')).toContainText('people.csv: no format known here has these columns (name, age)');
  await card.getByRole('button', { name: 'Discard' }).click();
  await expect(card).toHaveCount(0);
});

test('coverage shows what is there and what is missing', async ({ page }) => {
  await page.goto('/sources?tab=coverage');
  await expect(page.getByRole('cell', { name: /3 of 31 days/ })).toBeVisible();
  await expectAccessible(page);
});

test('the sum above the charges is proved by their file', async ({ page }) => {
  await page.goto('/costs?tab=charges');
  await expect(page.getByRole('list', { name: 'Sum of all charges' })).toHaveText('3 charges: 1,234.1500000001 USD');
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as CSV' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toContain('EffectiveCost');
});

test('a currency said once stays with its file, over a reload and until it is loaded', async ({ page }) => {
  await page.goto('/sources');
  const without = (line: string) => line.split(',').toSpliced(3, 1).join(',');
  const lines = [header, row(4, '7.25')].map(without);
  await page.getByLabel('Choose billing files').setInputFiles({
    name: 'no-currency.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${lines.join('\n').replaceAll('acct-1', 'acct-2')}\n`),
  });
  const card = page.getByRole('article', { name: 'no-currency.csv' });
  await card.getByLabel('Currency of the amounts').fill('eur');
  await card.getByRole('button', { name: 'Look again' }).click();
  await expect(card.getByText('Currency EUR')).toBeVisible();
  await page.reload();
  await expect(card.getByText('Currency EUR')).toBeVisible();
  await card.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(card.getByText('loaded', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(card.getByText('7.25').first()).toContainText('EUR');
});

test('on a telephone the amounts are there, and no page scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  const seen = {
    '/': '1,234.15',
    '/costs?tab=charges': '1,200.10',
    '/sources?tab=history': '1,234.15',
    '/sources?tab=coverage': '1.23k USD',
  };
  for (const [address, figure] of Object.entries(seen)) {
    await page.goto(address);
    await expect(page.getByText(figure).filter({ visible: true }).first()).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  }
});
