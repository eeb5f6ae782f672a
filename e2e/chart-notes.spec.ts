import { readFile } from 'node:fs/promises';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { upload } from './support/bill';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

const columns =
  'BilledCost,EffectiveCost,BillingCurrency,BillingAccountId,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,RegionId,SkuMeter';
const dayBack = (n: number) => new Date(Date.now() - n * 86_400_000).toISOString().slice(0, 10);
/** Sixty days of the same to yesterday. */
const bill = () => {
  const rows = Array.from({ length: 60 }, (_, i) => 60 - i).map((back) => {
    const day = dayBack(back);
    return `40,40,USD,1,${day.slice(0, 7)}-01T00:00:00Z,${day}T00:00:00Z,${dayBack(back - 1)}T00:00:00Z,Usage,AWS,Amazon Bedrock,us-east-1,USE1-openai.gpt-oss-120b-mantle-input-tokens`;
  });
  return { name: 'bedrock.csv', mimeType: 'text/csv', buffer: Buffer.from(`${[columns, ...rows].join('\n')}\n`) };
};
/** Days that lie around today, so that there is a rest to expect. */
const view = `/costs?from=${dayBack(20)}&to=${dayBack(-10)}&by=model`;

let context: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, 'Note Works', 'nora@example.org');
  page = await context.newPage();
  await upload(page, bill(), 'loaded');
});
test.afterAll(() => context.close());

const marks = () => page.getByRole('list', { name: 'What is marked' });
const field = (label: string) => page.getByRole('dialog').getByLabel(label, { exact: true });
const flags = () => page.locator('svg a[aria-label^="1: "]');

test('a note is added on a day of the chart and stands there as a flag, on the overview too', async () => {
  await page.goto(view);
  await page.getByRole('button', { name: 'Add note' }).click();
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(page.getByText('Say what is to be remembered.')).toBeVisible();
  await field('Day').fill(dayBack(5));
  await field('Text').fill('Migrated to Bedrock');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the note' }).click();
  await expect(marks().getByText(/: Migrated to Bedrock$/)).toBeVisible();
  await expect(marks().getByText('Cleo Marsh')).toBeVisible();
  await expect(flags()).toHaveCount(1);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const table = page.getByRole('table').first();
  await expect(table.getByRole('row', { name: new RegExp(`^${dayBack(5)} .*Migrated to Bedrock \\(Cleo Marsh\\)$`) })).toBeVisible();

  await page.goto('/costs?period=90d&by=provider&mark=cumulative');
  await expect(flags()).toHaveCount(1);
  await page.goto('/?period=30d');
  await expect(marks().getByText(/Migrated to Bedrock/)).toBeVisible();
});

test('it is edited from the list, by keyboard alone, and removed and brought back', async () => {
  await page.goto(view);
  await page.getByRole('button', { name: 'Edit the note: Migrated to Bedrock' }).focus();
  await page.keyboard.press('Enter');
  await field('Text').fill('Moved to Bedrock');
  await page.keyboard.press('Enter');
  await expect(marks().getByText(/: Moved to Bedrock$/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Edit the note: Moved to Bedrock' })).toBeVisible();

  await page.getByRole('button', { name: 'Remove the note: Moved to Bedrock' }).click();
  await expect(marks()).toHaveCount(0);
  await expect(flags()).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(marks().getByText(/: Moved to Bedrock$/)).toBeVisible();
});

test('the forecast is switched on and off in the address, said in words and told in the table', async () => {
  await page.goto(view);
  const forecast = page.getByRole('checkbox', { name: 'Forecast' });
  await forecast.click(); // it follows the address
  await expect(forecast).toBeChecked();
  await expect(page).toHaveURL(/[?&]forecast=1/);
  // twenty days known and ten expected of forty each
  await expect(page.getByText(/Dashed: expected, 1,200\.00 USD in all by .* Method: .* from 60 complete days/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  await expect(page.getByRole('columnheader', { name: 'Expected (USD)' })).toBeVisible();
  await page.goto(`${view}&mark=cumulative&forecast=1`);
  await expect(page.getByText(/Dashed: expected, 1,200\.00 USD/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Effective cost so far, by day' })).toBeVisible();
  await forecast.click();
  await expect(page).not.toHaveURL(/forecast/);
  await expect(page.getByText(/Dashed: expected/)).toHaveCount(0);
  await page.goto('/costs?period=last-month&forecast=1');
  await expect(page.getByText(/No forecast: /)).toBeVisible();
});

test('[ and ] go to the period before and after', async () => {
  await page.goto('/costs?period=30d');
  await expect(page.getByRole('heading', { name: 'Effective cost per day' })).toBeVisible();
  await page.keyboard.press('[');
  await expect(page).toHaveURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
  await page.goto('/?period=last-month');
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await page.getByRole('combobox', { name: 'Period' }).waitFor();
  await page.keyboard.press(']');
  await expect(page.getByRole('combobox', { name: 'Period' })).toHaveValue('mtd');
  await page.keyboard.press('?');
  await expect(page.getByText('The period before, after')).toBeVisible();
});

test('the charges are saved as Parquet', async () => {
  await page.goto(`${view}&tab=charges`);
  const started = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Save as Parquet' }).click();
  const file = await started;
  expect(file.suggestedFilename()).toMatch(/^charges-.*\.parquet$/);
  const bytes = await readFile(await file.path());
  expect([bytes.subarray(0, 4).toString(), bytes.subarray(-4).toString()]).toEqual(['PAR1', 'PAR1']);
});
