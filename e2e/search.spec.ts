import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { billOf, upload } from './support/bill';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

let context: BrowserContext;
let page: Page;
test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, 'Search Works', 'sea@example.org');
  page = await context.newPage();
  await upload(page, billOf('search.csv', '12.50', { back: 1, days: 4 }), 'loaded');
});
test.afterAll(() => context.close());

test('a page, a model and what is not there are found by keys alone', async () => {
  await page.goto('/');
  await page.keyboard.press('/');
  const field = page.getByRole('combobox', { name: /^Find a page/ });
  await expect(field).toBeFocused();
  await field.fill('cover');
  await expect(page.getByRole('option', { name: 'Sources: Coverage Page' })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/sources\?tab=coverage$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('/');
  await field.fill('gpt-4.1');
  const model = page.getByRole('option', { name: 'gpt-4.1-input Model' });
  await expect(model).toBeVisible();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await expect(model).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/costs\?.*f=model:gpt-4.1-input/);
  await expect(page.getByText('50.00').first()).toBeVisible();

  await page.keyboard.press('/');
  await field.fill('no such thing');
  await expect(page.getByText('Nothing is called “no such thing”.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('f opens the filters of Costs', async () => {
  await page.goto('/costs?period=12m');
  await page.keyboard.press('f');
  await expect(page.getByLabel('Find a value')).toBeVisible();
});

test('a click in the menu is answered at once, while the page is on its way', async () => {
  await page.goto('/');
  await page.waitForLoadState('networkidle');
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await page.route(/\/models\?_rsc=/, async (route) => {
    await held;
    await route.continue();
  });
  const menu = page.getByRole('navigation', { name: 'Pages' });
  await menu.getByRole('link', { name: 'Models & tokens' }).click();
  await expect(page.getByRole('heading', { name: 'Models & tokens', level: 1 })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' }).first()).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Models & tokens' })).toHaveAttribute('aria-current', 'page');
  letGo();
  await expect(page.getByRole('heading', { name: 'Models', exact: true })).toBeVisible();
  await expect(page.getByRole('status', { name: 'Loading' })).toHaveCount(0);
});
