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
  context = await organizationOf(browser, 'Alert Works', 'erin@example.org');
  page = await context.newPage();
  await upload(page, billOf('last-month.csv', '10.00', { back: 1, days: 28 }), 'loaded');
});
test.afterAll(async () => {
  mailbox.close();
  await context.close();
});

const inbox = async () => (await (await page.request.get('/api/v1/alerts')).json()) as { rows: { id: number; title: string }[] };

test('a channel for mail says what it is sent, and when', async () => {
  await page.goto('/alerts?tab=channels');
  await page.getByRole('button', { name: 'Add a channel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a channel' });
  await dialog.getByLabel('Name').fill('Finance');
  await dialog.getByLabel('SMTP server').fill('127.0.0.1');
  await dialog.getByLabel('Port').fill(String(mailbox.port));
  await dialog.getByLabel('From', { exact: true }).fill('headroom@example.org');
  await dialog.getByLabel('To', { exact: true }).fill('finance@example.org');
  await dialog.getByLabel('When', { exact: true }).selectOption('daily');
  await expect(dialog.getByLabel('Time zone')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByLabel('When', { exact: true }).selectOption('once');
  await dialog.getByLabel('At least', { exact: true }).selectOption('warning');
  await dialog.getByRole('button', { name: 'Add channel' }).click();
  await expect(page.getByRole('table', { name: 'Channels' }).getByRole('row', { name: /Finance/ })).toContainText(
    'Warnings and critical ones, at once',
  );
  await expectAccessible(page);
});

test('a rule shows what it would have told before it is kept, and tells it', async () => {
  await page.goto('/alerts?tab=rules');
  const table = page.getByRole('table', { name: 'Rules' });
  await expect(table.getByRole('row')).toHaveCount(7); // Headroom's own, and the header
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New rule' }).click();
  const dialog = page.getByRole('dialog', { name: 'New rule' });
  const back = dialog.getByRole('region', { name: 'Look back' });
  await expect(back).toContainText('Type an amount');
  await dialog.getByLabel('Name').fill('Search, day');
  await dialog.getByLabel('More than', { exact: true }).fill('9.99');
  await dialog.getByLabel('In a', { exact: true }).selectOption('day');
  await expect(back).toContainText('Would have fired 28 times in the last 90 days.');
  await dialog.getByLabel('More than', { exact: true }).fill('10');
  await expect(back).toContainText('Would not have fired in the last 90 days.');
  await dialog.getByLabel('More than', { exact: true }).fill('100');
  await dialog.getByLabel('In a', { exact: true }).selectOption('month');
  await expect(back).toContainText('Would have fired once in the last 90 days.');
  await dialog.getByLabel('Which charges').fill('team:nobody');
  await expect(back).toContainText('Would not have fired');
  await dialog.getByLabel('Which charges').fill('teem:search');
  await expect(back).toContainText('knows no dimension "teem"');
  await dialog.getByLabel('Which charges').fill('team:search');
  await expect(back).toContainText('Would have fired once in the last 90 days. One is news: saving the rule tells it.');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make rule' }).click();
  const row = table.getByRole('row', { name: /Search, day/ });
  await expect(row).toContainText('above 100.00 a month');
  await expect(row).toContainText('Team search');

  await upload(page, billOf('this-month.csv', '850.00'), 'loaded');
  const title = /^Search, day: 850\.00 USD in \w+ \d{4}, above 100\.00 USD\.$/;
  await expect.poll(async () => (await inbox()).rows.filter((r) => title.test(r.title)).length).toBe(1);
  await expect
    .poll(() => mailbox.mails.filter((m) => /Subject: Warning: Search, day:\s+850\.00/.test(m)).length, { timeout: 30_000 })
    .toBe(1);
  await page.goto('/alerts?tab=rules');
  await expect(row.getByRole('cell').nth(6)).toHaveText('2'); // last month's, and this month's
  await row.getByRole('checkbox', { name: 'Search, day is on' }).click();
  await expect(row.getByText('off', { exact: true })).toBeVisible();
});

test('what is in the inbox is ignored with a reason, and found again', async () => {
  await page.goto('/alerts');
  const table = page.getByRole('table', { name: 'Alerts' });
  const told = table.getByRole('button', { name: /^Search, day: 850\.00 USD/ });
  await expect(told).toBeVisible();
  await expectAccessible(page);
  await told.click();
  const drawer = page.getByRole('dialog', { name: /^Search, day/ });
  await expect(drawer).toContainText('Search, day');
  await expect(drawer).toContainText('Finance, E-mail');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: 'Ignore' }).click();
  const asking = page.getByRole('dialog').last();
  await asking.getByRole('textbox').fill('A load test that was planned.');
  await asking.getByRole('button', { name: /Ignore/ }).click();
  await expect(drawer).toContainText('A load test that was planned.');
  await page.keyboard.press('Escape');
  await expect(told).toHaveCount(0);
  await page.goto('/alerts?state=ignored');
  await expect(told).toBeVisible();
  const csv = await (await page.request.get('/api/v1/alerts/export?state=ignored')).text();
  expect(csv).toContain('"Search, day: 850.00 USD');
});
