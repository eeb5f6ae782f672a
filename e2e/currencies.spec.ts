import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { billOf, upload } from './support/bill';
import { headroom, organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
/** What the page threw: a page that is drawn twice in two ways says so here. */
const faults: string[] = [];

const now = new Date();
/** `2026-10-30`, of the month before this one. */
const before = (day: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, day)).toISOString().slice(0, 10);
const month = before(1).slice(0, 7);
const costs = `/costs?from=${before(1)}&to=${now.toISOString().slice(0, 7)}-01&by=provider`;
const monthWords = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${month}-01`));
const ecb = (usd: string, nok = 'N/A') => ({
  name: 'eurofxref-hist.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`Date,USD,NOK,\n${before(20)},${usd},${nok},\n`),
});
/** A bill of last month in a currency, of an account of its own. */
const billIn = (currency: string, cost: string) => {
  const bill = billOf(`${currency}.csv`, cost, { back: 1 });
  const text = bill.buffer.toString().replaceAll(',USD,', `,${currency},`).replaceAll('acct-1', `acct-${currency}`);
  return { ...bill, buffer: Buffer.from(text) };
};
const line = (name: RegExp) => page.getByRole('row', { name });

test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, 'Many Currencies', 'nils@example.org');
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  for (const bill of [billIn('USD', '100'), billIn('EUR', '10'), billIn('NOK', '18200')]) await upload(page, bill, 'loaded');
});
test.afterAll(() => context.close());

test('without rates currencies stand apart, and the page says what to do', async () => {
  await page.goto('/settings/currencies');
  await expect(page.getByText('No rate yet')).toBeVisible();
  await expect(page.getByText('Headroom fetches no rates from the internet by itself.')).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Currency', { exact: true }).fill('EUR');
  await page.getByRole('button', { name: 'Save the currency' }).click();
  await expect(line(/100.00 USD/)).toContainText('no rate');
});

test('a file of rates is looked at before it is taken, and then a view is told in one currency', async () => {
  await page.getByLabel('Choose a file of rates').setInputFiles(ecb('1.25'));
  await expect(page.getByText('eurofxref-hist.csv: 1 new rate')).toBeVisible();
  await expect(page.getByText('90.00 EUR')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Import the rates' }).click();
  await expect(line(/100.00 USD/)).toContainText('1 USD = 0.8 EUR');
  await expect(line(/18,200.00 NOK/)).toContainText('no rate');

  await page.goto(costs);
  await expect(page.getByRole('region', { name: 'Currency' }).getByText('+ 18,200.00 NOK, no rate')).toBeVisible();
  await expect(page.getByText('90.00 EUR in', { exact: false }).first()).toBeVisible();
  await page.getByText('Told in EUR with one rate').click();
  await expect(page.getByRole('row', { name: /1 USD = 0.8 EUR/ })).toContainText('ECB');
  await expectAccessible(page);

  await page.getByLabel('Told in').selectOption('billing');
  await expect(page).toHaveURL(/ccy=billing/);
  await expect(page.getByText('Told in EUR')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'USD by provider' })).toBeVisible();
  await page.getByLabel('Told in').selectOption('USD');
  await expect(page.getByText('112.50 USD in', { exact: false }).first()).toBeVisible();

  await page.goto('/');
  await expect(page.getByRole('region', { name: 'Spend' })).toContainText('90.00 EUR');
  await expect(page.getByRole('region', { name: 'Spend' })).toContainText('+ 18,200.00 NOK, no rate');
  await expectAccessible(page);
});

test('a closed month keeps its figures when other rates come', async () => {
  await page.goto('/settings/currencies');
  await page.getByRole('button', { name: `Close ${monthWords}` }).click();
  await expect(page.getByText('NOK: no rate. It stays apart')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close the month' }).click();
  await expect(line(/18,200.00 NOK/)).toContainText('closed');
  await page.getByLabel('Choose a file of rates').setInputFiles(ecb('2', '10'));
  await expect(page.getByText('No month’s total changes.')).toBeVisible();
  await page.getByRole('button', { name: 'Import the rates' }).click();
  await expect(page.getByText('1 new rate, 1 replaced.')).toBeVisible();
  await page.goto(costs);
  await expect(page.getByText('90.00 EUR in', { exact: false }).first()).toBeVisible();

  await page.goto('/settings/currencies');
  await page.getByRole('button', { name: `Reopen ${monthWords}` }).click();
  await page.getByRole('button', { name: 'Reopen the month' }).click();
  await expect(line(/18,200.00 NOK/)).toContainText('1 NOK = 0.1 EUR');
});

test('a rate is typed for a month with a look at what it does, and the audit log has both', async () => {
  await page.getByRole('button', { name: 'Type a rate' }).click();
  await page.getByLabel('One unit of').fill('USD');
  await page.getByLabel('is in').fill('EUR');
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Rate', { exact: true }).fill('0.4');
  await page.getByRole('button', { name: 'Show what changes' }).click();
  await expect(page.getByText('1,870.00 EUR')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the rate' }).click();
  await expect(line(/100.00 USD/)).toContainText(`contract for ${monthWords}`);
  await page.goto('/settings/audit');
  await expect(line(/Typed an exchange rate for a month/)).toContainText('after: 0.4 · before: 0.5 (ECB)');
  expect(await headroom('fx', 'months', '--json', '--org', 'Many Currencies')).toContain('"rate":"0.4"');
  expect(faults).toEqual([]);
});
