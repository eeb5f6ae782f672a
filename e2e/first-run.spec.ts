import { expect, type Page, test } from '@playwright/test';
import { administrator, setupCode } from '../playwright.config';
import { expectAccessible } from './support/axe';

test.describe.configure({ mode: 'serial' });

const ada = { name: 'Ada Baker', email: 'ada@example.org', password: 'tidal-lantern-orchard-42', organization: 'Example Works' };

async function setUp(page: Page, code: string): Promise<void> {
  await page.getByLabel('Setup code').fill(code);
  await page.getByLabel('Organisation').fill(ada.organization);
  await page.getByLabel('Your name').fill(ada.name);
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill(ada.password);
  await page.getByRole('button', { name: 'Create administrator and sign in' }).click();
}

async function signIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(ada.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('before anybody is there, every way leads to the welcome page, which all can read', async ({ page }) => {
  await page.goto('/sources');
  await expect(page).toHaveURL(/\/welcome$/);
  await page.goto(`/welcome?code=${setupCode}`);
  await expect(page.getByRole('heading', { name: 'First start' })).toBeVisible();
  await expect(page.getByLabel('Setup code')).toHaveValue(setupCode);
  await expectAccessible(page);
});

test('a wrong setup code makes no administrator', async ({ page }) => {
  await page.goto('/welcome');
  await setUp(page, 'not-the-code');
  await expect(page.getByText('This is not the setup code that the server printed at its start.')).toBeVisible();
  await page.goto('/sign-in');
  await expect(page).toHaveURL(/\/welcome$/);
});

test('the first administrator comes in with the code, goes, and comes back with the password', async ({ page }) => {
  await page.goto(`/welcome?code=${setupCode}`);
  await setUp(page, setupCode);
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/sources');
  await expect(page.getByRole('heading', { name: 'Sources', level: 1 })).toBeVisible();

  await page.getByRole('button', { name: ada.name }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);

  await page.goto('/sources');
  await expect(page).toHaveURL(/\/sign-in\?/);
  await signIn(page, 'quite another password');
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible();
  await signIn(page, ada.password);
  await expect(page).toHaveURL(/\/sources$/); // where she had wanted to go
  await page.context().storageState({ path: administrator });
});

test('once there is an administrator the welcome page is closed, and all can read the sign-in', async ({ page }) => {
  await page.goto(`/welcome?code=${setupCode}`);
  await expect(page).toHaveURL(/\/sign-in$/);
  await expectAccessible(page);
});
