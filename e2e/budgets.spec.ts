import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { billOf, upload } from './support/bill';
import { type Mailbox, openMailbox } from './support/mailbox';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
let mailbox: Mailbox;
test.beforeAll(async ({ browser }) => {
  mailbox = await openMailbox();
  context = await organizationOf(browser, 'Budget Works', 'dan@example.org');
  page = await context.newPage();
  await upload(page, billOf('last-month.csv', '10.00', { back: 1, days: 28 }), 'loaded');
});
test.afterAll(async () => {
  mailbox.close();
  await context.close();
});

const deliveries = async () => (await (await page.request.get('/api/v1/deliveries')).json()) as { title: string; status: string }[];

test('from the overview to a budget in less than a minute', async () => {
  const config = { host: '127.0.0.1', port: mailbox.port, from: 'headroom@example.org', to: ['finance@example.org'] };
  const made = await page.request.post('/api/v1/channels', { data: { name: 'Finance', kind: 'email', config } });
  expect(made.status()).toBe(200);

  await page.goto('/');
  const started = Date.now();
  await page.getByRole('link', { name: 'Set a budget' }).click();
  await expect(page.getByRole('heading', { name: 'New budget', level: 1 })).toBeVisible();
  await page.getByLabel('Name').fill('Everything');
  await page.getByLabel('Amount').fill('1,000');
  await expect(page.getByText(/It would have been told in 0 of the last/)).toBeVisible();
  await expect(page.getByRole('table', { name: 'The last periods' }).getByRole('cell', { name: '280.00 USD' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Create budget' }).click();
  await expect(page).toHaveURL(/\/budgets$/);
  await expect(page.getByRole('table', { name: 'Budgets' }).getByRole('link', { name: 'Everything' })).toBeVisible();
  expect(Date.now() - started).toBeLessThan(60_000);
});

test('a bill that crosses 80 % is told by mail within half a minute, and the same bill again is not', async () => {
  expect(await deliveries()).toEqual([]); // a quiet month says nothing
  await upload(page, billOf('this-month.csv', '850.00'), 'loaded');
  const mail = () => mailbox.mails.find((m) => m.includes('above 80 %')) ?? '';
  await expect.poll(mail, { timeout: 30_000 }).not.toBe('');
  expect(mail()).toMatch(/Subject: Warning: Everything: 850\.00 USD used, above 80 %\s+of 1,000\.00 USD\./);
  expect(mail()).toContain('Budget: Everything');
  expect(mail()).toContain('Used: 850.00 USD (85');
  expect(mail()).toContain('Limit: 1,000.00 USD');
  expect(mail()).toMatch(/Data complete to \d{4}-\d\d-01/);

  const settled = async () => (await deliveries()).every((d) => d.status === 'sent');
  await expect.poll(settled, { timeout: 30_000 }).toBe(true);
  const told = await deliveries();
  expect(mailbox.mails).toHaveLength(told.length);
  expect(new Set(told.map((d) => d.title)).size).toBe(told.length);

  await upload(page, billOf('this-month-again.csv', '850.00'), 'already loaded');
  await page.waitForTimeout(7_000); // longer than a round of deliveries
  expect(await deliveries()).toEqual(told);
  expect(mailbox.mails).toHaveLength(told.length);
});

test('the list and the page of a budget say what is used, what is left and what was crossed', async () => {
  await page.goto('/budgets');
  const row = page.getByRole('table', { name: 'Budgets' }).getByRole('row', { name: /Everything/ });
  await expect(row).toContainText('850.00 USD');
  await expect(row).toContainText('1,000.00 USD');
  await expect(row.getByRole('img', { name: 'Budget Everything: 150.00 USD left' })).toBeVisible();
  await expectAccessible(page);

  await row.getByRole('link', { name: 'Everything' }).click();
  await expect(page.getByRole('heading', { name: 'Everything', level: 1 })).toBeVisible();
  const fact = (name: string) => page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });
  await expect(fact('Used')).toContainText('850.00 USD');
  await expect(fact('Left')).toContainText('150.00 USD');
  const threshold = (at: string) =>
    page
      .getByRole('table', { name: 'Thresholds' })
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: at, exact: true }) });
  await expect(threshold('50%')).toContainText('crossed');
  await expect(threshold('80%')).toContainText('crossed');
  await expect(threshold('100%')).toContainText('armed');
  await expectAccessible(page);
});

test('filtered costs become a budget on the same charges', async () => {
  await page.goto('/costs?f=team:search&measure=billed');
  await page.getByRole('link', { name: 'Set a budget' }).click();
  await expect(page).toHaveURL(/\/budgets\/new\?f=team:search$/);
  await expect(page.getByLabel('Which charges')).toHaveValue('team:search');
});

test('the budgets are carried on into the next year, and the same copy again has nothing to do', async () => {
  await page.goto('/budgets');
  await page.getByRole('button', { name: 'Copy to a year' }).click();
  await page.getByLabel('Grow by').fill('5%');
  await page.getByRole('button', { name: 'Show what changes' }).click();
  await expect(page.getByRole('list', { name: 'What changes' }).getByText('Everything')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const year = new Date().getUTCFullYear() + 1;
  expect(await (await page.request.get('/api/v1/budgets/export?format=yaml')).text()).toContain(`from: ${year}-01-01`);
  await page.getByRole('button', { name: 'Copy to a year' }).click();
  await page.getByLabel('Grow by').fill('5%');
  await page.getByRole('button', { name: 'Show what changes' }).click();
  await expect(page.getByText('Nothing changes')).toBeVisible();
  await page.goto('/');
  await expect(page.getByRole('list', { name: 'Budgets at risk' }).getByRole('link', { name: 'Everything' })).toBeVisible();
  await expectAccessible(page);
});
