import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, 'Token Works', 'tove@example.org');
  page = await context.newPage();
});
test.afterAll(() => context.close());

test('a token is shown once, opens the API, and opens nothing once it is withdrawn', async ({ playwright, baseURL }) => {
  await page.goto('/settings/tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  await page.getByRole('button', { name: 'Make the token' }).click();
  await expect(page.getByText('Give it a name.')).toBeVisible();
  await page.getByLabel('Name').fill('Gateway');
  await page.getByLabel('Expires after').selectOption('30');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Make the token' }).click();
  const token = (await page.getByRole('dialog').locator('code').textContent()) ?? '';
  expect(token).toMatch(/^hr_/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Done' }).click();

  const machine = await playwright.request.newContext({ baseURL, extraHTTPHeaders: { authorization: `Bearer ${token}` } });
  expect((await machine.get('/api/v1/agreements')).status()).toBe(200);
  expect((await machine.get('/api/v1/tokens')).status()).toBe(403);

  await page.reload();
  const row = page.getByRole('table', { name: 'API tokens' }).getByRole('row', { name: /Gateway/ });
  await expect(row).toContainText('viewer');
  await expect(row).toContainText('just now');
  await expect(page.getByText(token)).toHaveCount(0);
  await row.getByRole('button', { name: 'Withdraw Gateway' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(row).toContainText('withdrawn');
  await expectAccessible(page);
  await expect.poll(async () => (await machine.get('/api/v1/agreements')).status(), { timeout: 20_000 }).toBe(401);
  await machine.dispose();
});
