import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { billOf, upload } from './support/bill';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
/** What the page threw: a page that is drawn twice in two ways says so here. */
const faults: string[] = [];
test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, 'View Works', 'vera@example.org');
  page = await context.newPage();
  page.on('pageerror', (error) => faults.push(error.message));
  await upload(page, billOf('views.csv', '12.50', { back: 1, days: 4 }), 'loaded');
});
test.afterAll(() => context.close());

test('a view is saved, told apart from what is on screen, and pinned to the overview', async () => {
  await page.goto('/costs?period=12m&by=provider');
  await page.getByRole('button', { name: 'Views' }).click();
  await page.getByRole('menuitem', { name: 'Save as' }).click();
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await page.getByLabel('Name').fill('A year by provider');
  await page.getByLabel('Folder').fill('Finance/ Board');
  await page.getByLabel('Who may open it').selectOption('yes');
  await page.getByLabel('On the overview').selectOption('yes');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the view' }).click();
  await expect(page).toHaveURL(/view=\d+$/);

  await page.getByLabel('Group by', { exact: true }).selectOption('model');
  await expect(page.getByRole('button', { name: /^A year by provider.*changed/ })).toBeVisible();
  await page.getByRole('button', { name: /^A year by provider.*changed/ }).click();
  await expect(page.getByText('Finance / Board')).toBeVisible();
  await page.getByRole('menuitem', { name: 'Back to' }).click();
  await expect(page.getByRole('button', { name: 'A year by provider', exact: true })).toBeVisible();
  await expect(page).toHaveURL(/by=provider/);

  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'A year by provider' })).toBeVisible();
});

test('a deleted view comes back', async () => {
  await page.goto('/costs?period=12m&by=service');
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'A year by provider' }).click();
  await page.keyboard.press('v');
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(page.getByRole('button', { name: 'Views', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: 'A year by provider', exact: true })).toBeVisible();
});

test('a dashboard begins with a template and is arranged by buttons', async () => {
  await page.goto('/dashboards');
  await page.getByRole('button', { name: 'New dashboard' }).click();
  await page.getByLabel('Name').fill('Board');
  await page.getByLabel('Who may open it').selectOption('yes');
  await page.getByRole('button', { name: 'Make the dashboard' }).click();
  await expect(page.getByRole('heading', { name: 'Board', exact: true, level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Spend by provider, 12 months' })).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Arrange' }).click();
  await page.getByRole('button', { name: 'Move Spend last month left' }).click();
  await expect(page.getByRole('button', { name: 'Move Spend last month left' })).toBeFocused();
  await page.getByRole('button', { name: 'Make Spend last month wider' }).click();
  await page.getByRole('button', { name: 'Remove Credits and refunds, 12 months' }).click();
  await page.getByRole('button', { name: 'Add a panel' }).click();
  await page.getByLabel('Shows').selectOption('text');
  await page.getByLabel('Text', { exact: true }).fill('Read this first.');
  await page.getByRole('button', { name: 'Add it' }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Arrange' })).toBeVisible();
  await page.reload();
  await expect(page.getByText('Read this first.')).toBeVisible();
  const figures = page.getByRole('heading', { level: 2, name: /^Spend (this|last) month$/ });
  await expect(figures.first()).toHaveText('Spend last month');
  await expect(page.getByRole('heading', { name: 'Credits and refunds, 12 months' })).toHaveCount(0);
});

test('a share link opens one dashboard without an account, and nothing once it is withdrawn', async ({ browser, baseURL }) => {
  await page.goto('/dashboards');
  await page.getByRole('link', { name: 'Board', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Board', exact: true, level: 1 })).toBeVisible();
  await page.keyboard.press('s');
  await page.getByRole('button', { name: 'Make a link' }).click();
  await expect(page.getByText('It is shown only now.')).toBeVisible();
  const link = (await page.getByRole('dialog').locator('code').last().textContent()) ?? '';
  await page.getByRole('button', { name: 'Done' }).click();

  const guest = await browser.newContext({ baseURL, storageState: { cookies: [], origins: [] } });
  const seen = await guest.newPage();
  const response = await seen.goto(link);
  expect(response?.headers()['x-robots-tag']).toContain('noindex');
  expect(response?.headers()['referrer-policy']).toBe('no-referrer');
  await expect(seen.getByRole('heading', { name: 'Board', exact: true, level: 1 })).toBeVisible();
  await expect(seen.getByText(/^Shared by Cleo Marsh until/).first()).toBeVisible();
  await expect(seen.getByText('50.00 USD').first()).toBeVisible();
  await expect(seen.getByRole('navigation')).toHaveCount(0);
  await expect(seen.getByRole('link', { name: 'Open in Costs' })).toHaveCount(0);
  await expectAccessible(seen);
  const headers = { authorization: `Bearer ${link.split('/share/')[1]}` };
  for (const path of ['/api/v1/views', '/api/v1/dashboards', '/api/v1/costs', '/api/v1/charges'])
    expect((await guest.request.get(path, { headers })).status()).toBe(401);

  await page.goto('/settings/share-links');
  const row = page.getByRole('table', { name: 'Share links' }).getByRole('row', { name: /Board/ });
  await expect(row).toContainText('just now');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Withdraw the link to Board' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(row).toContainText('withdrawn');
  expect((await seen.reload())?.status()).toBe(404);
  await expect(seen.getByRole('heading', { name: 'There is nothing at this link' })).toBeVisible();
  const made = await guest.request.get(`${link.slice(0, -4)}AAAA`); // one that was never made looks the same
  expect(made.status()).toBe(404);
  expect(await made.text()).toContain('There is nothing at this link');
  await guest.close();
  expect(faults).toEqual([]);
});
