import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { billOf, upload } from './support/bill';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, 'Month Close', 'mona@example.org');
  page = await context.newPage();
});
test.afterAll(() => context.close());

const period = () => {
  const now = new Date();
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);
};
const invoices = (amount: string) => ({
  name: 'invoices.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`provider,account,invoice number,period,currency,amount\nOpenAI,acct-1,INV-7,${period()},USD,${amount}\n`),
});
const line = () => page.getByRole('row').filter({ hasText: 'Example billing' });

test('an invoice is held against the ledger, its difference is accepted with a reason, and a newer invoice opens it again', async () => {
  await upload(page, billOf('openai.csv', '123.405', { back: 1, days: 2 }), 'loaded');
  await page.goto('/sources/reconciliation');
  await expect(line()).toContainText('no invoice');

  await page.getByLabel('Choose files of invoices').setInputFiles(invoices('250.00'));
  await expect(line()).toContainText('+3.19');
  await expect(line()).toContainText('open');
  await expectAccessible(page);
  await page.getByRole('button', { name: /Example billing/ }).click();
  await page.getByLabel('Why it differs').fill('Seats that the export does not have.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Accept the difference' }).click();
  await expect(page.getByText('“Seats that the export does not have.”')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(line()).toContainText('explained');

  await page.getByLabel('Choose files of invoices').setInputFiles(invoices('251.00'));
  await expect(line()).toContainText('+4.19');
  await expect(line()).toContainText('open');
  await page.getByLabel('Choose files of invoices').setInputFiles(invoices('246.81'));
  await expect(line()).toContainText('agrees');
});

test('a meter that nobody knows is listed with its cost, taught once, and stands under its model for the past as well', async () => {
  const bill = billOf('openai-new.csv', '5.25', { back: 2, days: 2 });
  const strange = { ...bill, buffer: Buffer.from(bill.buffer.toString().replaceAll('gpt-4.1 input', 'Zeta 9 omni')) };
  await upload(page, strange, 'loaded');
  await page.goto('/models?tab=meters&p=12m');
  const meter = page.getByRole('row').filter({ hasText: 'Zeta 9 omni' });
  await expect(meter).toContainText('10.50');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Teach Zeta 9 omni' }).click();
  await page.getByLabel('Model', { exact: true }).fill('zeta-9');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Teach it' }).click();
  await expect(page.getByText('It means this now, in what is loaded as well')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Teach Zeta 9 omni' })).toHaveCount(0);
  await page.goto('/models?p=12m');
  await expect(page.getByRole('row').filter({ hasText: 'zeta-9' }).first()).toContainText('10.50');
});
