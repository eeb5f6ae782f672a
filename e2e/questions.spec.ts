import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { administrator } from '../playwright.config';
import { expectAccessible } from './support/axe';
import { type ServiceCharge, serviceBill } from './support/service-bill';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: administrator });

const march: ServiceCharge[] = [
  { month: '03', service: 'Virtual Machines', cost: '100.00', team: 'search' },
  { month: '03', service: 'Virtual Machines', cost: '50.25', team: 'content' },
  { month: '03', service: 'Storage Accounts', cost: '20.10' },
  { month: '03', service: 'Support', cost: '7.00', category: 'Tax' },
  { month: '03', service: 'Virtual Machines', cost: '-12.35', category: 'Credit' },
];
const april: ServiceCharge[] = [
  { month: '04', service: 'Virtual Machines', cost: '110.00', team: 'search' },
  { month: '04', service: 'Storage Accounts', cost: '30.30', team: 'content' },
  { month: '04', service: 'Azure OpenAI', cost: '40.40', team: 'search', meter: 'gpt-4.1 Inp glbl Tokens', tokens: 2_000_000 },
];
const start = '/costs?from=2026-03-01&to=2026-05-01&f=account:acct-q';

const choose = (page: Page, label: string, option: string) => page.getByLabel(label, { exact: true }).selectOption({ label: option });
const cells = (page: Page, group: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: group, exact: true }) });
const total = (page: Page) =>
  page
    .getByRole('row')
    .filter({ hasText: /^Total/ })
    .first();

test('the bills of two months are there', async ({ page }) => {
  for (const [name, rows] of Object.entries({ 'q-march.csv': march, 'q-april.csv': april })) {
    await page.goto('/sources');
    await page.getByLabel('Choose billing files').setInputFiles({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(serviceBill(rows)),
    });
    const card = page.getByRole('article', { name });
    await card.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(card.getByText('loaded', { exact: true })).toBeVisible({ timeout: 30_000 });
  }
});

test('a finance person finds ten exact amounts by clicking alone', async ({ page }) => {
  // from the first page to the two months of this account: the menu, the days, a filter
  await page.goto('/');
  await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Costs', exact: true }).click();
  await page.getByLabel('Period').selectOption({ label: 'From … to' });
  await page.getByLabel('First day').fill('2026-03-01');
  await page.getByLabel('Last day').fill('2026-04-30');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await choose(page, 'Filter by', 'Billing account');
  await page.getByLabel('Find a value').fill('acct-q');
  await page.getByRole('checkbox', { name: /acct-q/ }).check();
  await page.getByRole('button', { name: 'Show only this' }).click();
  // 1 how much in all, 2 of it by service
  await expect(total(page)).toContainText('345.70');
  await expect(cells(page, 'Virtual Machines')).toContainText('247.90');
  // 3 by the tag of the team
  await choose(page, 'Group by', 'Tag team');
  await expect(cells(page, 'search')).toContainText('250.40');
  await expect(cells(page, 'Not tagged')).toContainText('14.75');
  // 4 by team and service
  await choose(page, 'Group by, second', 'Service');
  await expect(cells(page, 'search · Virtual Machines')).toContainText('210.00');
  await choose(page, 'Group by, second', 'nothing more');
  // 5 without tax
  await page.getByRole('button', { name: 'All charges' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Tax' }).click();
  await page.keyboard.press('Escape');
  await expect(total(page)).toContainText('338.70');
  await page.getByRole('button', { name: 'Without tax' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Tax' }).click();
  await page.keyboard.press('Escape');
  await expect(total(page)).toContainText('345.70');
  // 6 what holds a word
  await choose(page, 'Group by', 'Service');
  await page.getByRole('button', { name: 'Add filter' }).click();
  await page.getByLabel('Find a value').fill('stor');
  await page.getByRole('button', { name: 'All that contain “stor”' }).click();
  await expect(page.getByText('Service contains stor')).toBeVisible();
  await expect(total(page)).toContainText('50.40');
  await page.getByRole('button', { name: 'Remove: Service contains stor' }).click();
  // 7 month by month
  await choose(page, 'Bars of', 'months');
  await page.getByRole('button', { name: 'Table', exact: true }).click();
  const months = page.getByRole('region', { name: 'Effective cost per month' });
  await expect(months.getByRole('row', { name: /2026-03/ })).toContainText('165');
  await expect(months.getByRole('row', { name: /2026-04/ })).toContainText('180.7');
  // 8 tokens, and 9 what a million of them cost
  await choose(page, 'Group by', 'Model');
  await choose(page, 'Measure', 'Tokens');
  await expect(cells(page, 'gpt-4.1')).toContainText('2,000,000');
  await choose(page, 'Measure', 'Cost per 1M tokens');
  await expect(cells(page, 'gpt-4.1')).toContainText('20.20');
  // 10 which charges a figure consists of
  await choose(page, 'Measure', 'Effective cost');
  await choose(page, 'Group by', 'Service');
  await cells(page, 'Virtual Machines').getByRole('link', { name: '4 charges' }).click();
  await expect(page.getByRole('list', { name: 'Sum of all charges' })).toHaveText('4 charges: 247.90 USD');
});

test('whatever it is drawn as, the page is for everybody, and the file has the same digits', async ({ page }) => {
  for (const mark of ['Lines', 'Areas', 'Cumulative', 'Treemap', 'Bars']) {
    await page.goto(`${start}&by=tag:team`);
    await choose(page, 'Drawn as', mark);
    await expect(total(page)).toContainText('345.70');
    await expectAccessible(page);
  }
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'XLSX' }).click();
  const book = await download;
  expect(book.suggestedFilename()).toBe('effective-by-tag-team-2026-03-01-to-2026-05-01.xlsx');
  expect(
    readFileSync(await book.path())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
  const csv = await page.request.get('/api/v1/costs/export?from=2026-03-01&to=2026-05-01&f=account:acct-q&by=tag:team&compare=none');
  expect((await csv.text()).trim().split('\r\n').at(-1)).toBe('total,Total,USD,345.7,2000000,8');
});

test('each kind of charge is switched by itself and says what it is', async ({ page }) => {
  await page.goto(start);
  await page.getByRole('button', { name: 'All charges' }).click();
  await expect(page.getByRole('menuitemcheckbox')).toHaveCount(7);
  await expect(page.getByRole('menuitemcheckbox', { name: /^Amortized/ })).toContainText('Usage that a commitment covers');
  await expectAccessible(page);
  await page.getByRole('menuitemcheckbox', { name: /^Usage/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Without usage' })).toBeVisible();
  await expect(total(page)).toContainText('−5.35'); // tax and credit: what is neither covered nor given back is usage
  await page.goto(`${start}&without=usage,amortized,purchase,tax,adjustment`);
  await expect(total(page)).toContainText('−12.35');
});

test('a total of list prices says how many charges have none', async ({ page }) => {
  await page.goto(`${start}&measure=list`);
  const words = '8 of 8 charges have no list price and are not in this total.';
  await expect(page.getByText(words)).toHaveCount(2); // with the chart's result and above the table
  await page.getByRole('navigation', { name: 'Costs' }).getByRole('link', { name: 'Charges', exact: true }).click();
  await expect(page.getByRole('list', { name: 'Sum of all charges' })).toContainText(words);
  const answer = await page.request.get('/api/v1/costs?from=2026-03-01&to=2026-05-01&f=account:acct-q&measure=list');
  expect((await answer.json()).unpriced).toEqual([{ currency: 'USD', charges: 8 }]);
});

test('a tag that nobody carries is said to be none, and the way back is one click', async ({ page }) => {
  await page.goto(`${start}&by=tag:taem`);
  await expect(page.getByText('No charge carries the tag "taem". Did you mean tag:team?')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ask without it' }).click();
  await expect(total(page)).toContainText('345.70');
});

test('what the explorer does not understand is named, and a machine is refused', async ({ page }) => {
  await page.goto('/costs?by=nonsense&mark=pie');
  await expect(page.getByText(/by=nonsense/)).toBeVisible();
  const answer = await page.request.get('/api/v1/costs?by=nonsense');
  expect(answer.status()).toBe(422);
  expect((await answer.json()).detail).toContain('"nonsense" is no dimension');
  const detail = async (path: string) => (await (await page.request.get(path)).json()).detail;
  expect(await detail('/api/v1/costs?messure=list')).toBe('messure: It is not known here. Did you mean measure?');
  expect(await detail('/api/v1/costs?by=service&by2=service')).toBe('by2: "service" is what by groups by already.');
  expect(await detail('/api/v1/costs?by=tag:nope')).toBe('No charge carries the tag "nope".');
  for (const path of ['/api/v1/charges?page=1', '/api/v1/costs/export?format=csv', '/api/v1/costs/values?by=service&q=a'])
    expect((await page.request.get(path)).status()).toBe(200);
  for (const path of ['/api/v1/costs?page=1', '/api/v1/charges/export?page=1', '/api/v1/costs/forecast?limit=5'])
    expect((await page.request.get(path)).status()).toBe(422);
});
