import { readFileSync } from 'node:fs';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

const rows = ['2475.3333', '2474.6667', '80', '50', '-100', '30'].map((amount, i) => `2026-05-0${i + 1},${amount},USD,`);
const revenue = (name: string, lines: string[]) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(`date,amount,currency,booked\n${lines.join('\n')}\n`),
});
const terms = `agreements:
  - name: Worked share
    counterparty: Partner
    kind: revenue_share
    direction: pay
    currency: USD
    start: 2026-05-01
    end: 2026-12-31
    terms: [{from: 2026-05-01, rate: "0.20"}]
    cap: "1000.00"
    base: {series: revenue}
`;

let context: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, 'Share Works', 'cleo@example.org');
  page = await context.newPage();
});
test.afterAll(() => context.close());

async function addRows(file: ReturnType<typeof revenue>): Promise<void> {
  await page.goto('/agreements');
  await page.getByRole('combobox', { name: 'Series' }).fill('revenue');
  await page.getByLabel('CSV file').setInputFiles(file);
  await page.getByRole('button', { name: 'Add rows' }).click();
}
const month = (name: string) => page.getByRole('table', { name: 'Statements' }).getByRole('row').filter({ hasText: name });
const open = async () => {
  await page.goto('/agreements');
  await page.getByRole('link', { name: 'Worked share' }).filter({ visible: true }).first().click();
  await expect(page.getByRole('heading', { name: 'Worked share', level: 1 })).toBeVisible();
};

test('revenue is uploaded once, and terms are checked before they are kept', async () => {
  await addRows(revenue('revenue.csv', rows));
  await expect(page.getByText('6 of 6 rows added to revenue')).toBeVisible();
  await addRows(revenue('revenue-again.csv', rows));
  await expect(page.getByText('revenue-again.csv: every row was known already')).toBeVisible();

  await page.getByRole('button', { name: 'New agreement' }).first().click();
  await page.getByLabel('Terms').fill(terms.replace('0.20', 'a fifth'));
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText(/rate is no plain decimal number/)).toBeVisible();
  await page.getByLabel('Terms').fill(terms);
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('Worked share: is new')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('table', { name: 'Agreements' }).getByRole('row', { name: /Worked share.*1,000\.00 USD/ })).toBeVisible();
  await expectAccessible(page);
});

test('the cap is met to the cent, and a posted statement stays as it is when a correction comes', async () => {
  await open();
  await expect(page.getByText('2026-05-03').first()).toBeVisible(); // when the cap was first full
  await expect(month('2026-05')).toContainText('1,000.00');
  await expect(month('2026-05')).toContainText('draft');
  await month('2026-05').getByRole('button', { name: 'Post' }).click();
  await page.getByRole('button', { name: 'Post statement' }).click();
  await expect(month('2026-05').getByText('posted', { exact: true })).toBeVisible();
  const posted = await month('2026-05').textContent();
  await expectAccessible(page);

  await addRows(revenue('correction.csv', ['2026-05-04,-100,USD,2026-06-05']));
  await expect(page.getByText('1 of 1 rows added to revenue')).toBeVisible();
  await open();
  expect(await month('2026-05').textContent()).toBe(posted);
  await expect(month('2026-06')).toContainText('−18.00');
  await expect(month('2026-06')).toContainText('982.00');
  await month('2026-06').getByRole('button', { name: '−18.00' }).click();
  await expect(page.getByRole('table', { name: 'Causes' }).getByRole('row', { name: /2026-05-04.*2026-06-05.*−100\.00/ })).toBeVisible();
  await expectAccessible(page);
});

test('the statement is printed, and kept as CSV and as a workbook', async () => {
  await open();
  const saved = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    return readFileSync(await (await download).path());
  };
  const csv = await saved('CSV');
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(csv.toString('utf8')).toContain('2026-05,2026-05-01,2026-05-31,0.00,1000.00,0.00,1000.00,1000.00,posted');
  expect(csv.toString('utf8')).toContain('2026-06,2026-06-01,2026-06-30,1000.00,0.00,-18.00,-18.00,982.00,draft');
  const workbook = await saved('XLSX');
  expect([...workbook.subarray(0, 4)]).toEqual([0x50, 0x4b, 0x03, 0x04]);

  await page.getByRole('link', { name: 'Print' }).click();
  await expect(page.getByRole('row', { name: /2026-05 0\.00 1,000\.00 0\.00 1,000\.00 1,000\.00 posted/ })).toBeVisible();
  await expect(page.getByRole('row', { name: /2026-06 1,000\.00 0\.00 −18\.00 −18\.00 982\.00 draft/ })).toBeVisible();
  await expect(page.getByText('earned on 2026-05-04, booked on 2026-06-05')).toBeVisible();
  await expectAccessible(page);
});

test('its dates go into a calendar, and the agreements into a file that changes nothing', async () => {
  await page.goto('/agreements');
  const saved = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name, exact: true }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  const calendar = await saved('Calendar');
  expect(calendar).toContain('SUMMARY:Worked share: Ends\r\n');
  expect(calendar).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n');
  const text = await saved('YAML');
  const plan = await page.request.post('/api/v1/agreements/apply', { data: { text, dryRun: true } });
  expect(await plan.json()).toEqual([{ action: 'unchanged', name: 'Worked share', fields: [] }]);
  await page.goto('/');
  await expectAccessible(page);
});
