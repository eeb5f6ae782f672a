import { type APIRequestContext, type BrowserContext, expect, type Page, test } from '@playwright/test';
import { administrator } from '../playwright.config';
import { expectAccessible } from './support/axe';
import { headroom } from './support/operator';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: { cookies: [], origins: [] } });

const bea = { name: 'Bea Ortiz', email: 'bea@example.org' };
const first = 'copper-meadow-violin-17';
const second = 'a quiet ferry before sunrise';
const third = 'nine lanterns over the marsh';

async function signIn(page: Page, password: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill(bea.email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

const statusOf = async (context: BrowserContext | { request: APIRequestContext }) =>
  (await context.request.get('/api/v1/members')).status();

test('somebody who is invited comes in, and a password that all try is refused while it is typed', async ({ page, browser }) => {
  const admin = await browser.newContext({ storageState: administrator });
  const invitation = await admin.request.post('/api/v1/members/invitations', { data: { role: 'viewer', email: bea.email } });
  await page.goto(((await invitation.json()) as { path: string }).path);
  await page.getByLabel('Your name').fill(bea.name);
  await page.getByLabel('Password', { exact: true }).fill('Password-2026!');
  await expect(page.getByText('This is one of the most common passwords')).toBeVisible();
  await page.getByRole('button', { name: /^Join/ }).click();
  await expect(page.getByText('Some entries need another look.')).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(first);
  await page.getByRole('button', { name: /^Join/ }).click();
  await expect(page).toHaveURL(/\/$/);
});

test('a changed password ends the sessions of other browsers and keeps this one', async ({ page, browser }) => {
  const other = await browser.newContext();
  await signIn(await other.newPage(), first);
  await expect.poll(() => statusOf(other)).toBe(200);

  await signIn(page, first);
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/settings/account');
  await expectAccessible(page);
  await page.getByLabel('Current password').fill('not the password');
  await page.getByLabel('New password').fill(second);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('This is not your current password.')).toBeVisible();
  await page.getByLabel('Current password').fill(first);
  await page.getByRole('button', { name: 'Change password' }).click();
  await expect(page.getByText('Your password was changed')).toBeVisible();
  expect([await statusOf(page.context()), await statusOf(other)]).toEqual([200, 401]);
});

test('after signing out the old cookie opens nothing', async ({ page, browser }) => {
  await signIn(page, second);
  await expect(page).toHaveURL(/\/$/);
  const copy = await browser.newContext({ storageState: await page.context().storageState() });
  expect(await statusOf(copy)).toBe(200);
  await page.goto('/api/auth/signout'); // next-auth's own page is nowhere to be seen
  await expect(page.getByRole('heading', { name: 'Sign out' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect(await statusOf(copy)).toBe(401);
  expect(await (await copy.request.get('/api/auth/session')).json()).toEqual({});
});

test('signing out everywhere ends every session at once', async ({ page, browser }) => {
  const other = await browser.newContext();
  await signIn(await other.newPage(), second);
  await expect.poll(() => statusOf(other)).toBe(200);
  await signIn(page, second);
  await expect(page).toHaveURL(/\/$/);
  await page.goto('/settings/account');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  expect([await statusOf(page.context()), await statusOf(other)]).toEqual([401, 401]);
});

test('the terminal makes a link for a new password, which works once', async ({ page }) => {
  const said = await headroom('reset-password', bea.email);
  const link = /http\S+/.exec(said)?.[0] ?? '';
  await signIn(page, second);
  await expect(page.getByText('E-mail or password is not right.')).toBeVisible();
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('New password').fill(third);
  await page.getByRole('button', { name: 'Set the password and sign in' }).click();
  await expect(page).toHaveURL(/\/$/);
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'This link has been used' })).toBeVisible();
  expect(await headroom('unlock', bea.email)).toContain(bea.email);
});

test('an administrator reads who did what and names the organisation; a viewer is told who may', async ({ page, browser }) => {
  const admin = await browser.newContext({ storageState: administrator });
  const desk = await admin.newPage();
  await desk.goto('/settings/audit');
  await expect(desk.getByRole('cell', { name: 'Made a link for a new password' })).toBeVisible();
  await expect(desk.getByRole('cell', { name: 'Signed out everywhere' })).toBeVisible();
  await expectAccessible(desk);
  await desk.getByRole('link', { name: 'Organisation' }).click();
  await desk.getByLabel('Name').fill('Example Works Ltd');
  await desk.getByRole('button', { name: 'Save the name' }).click();
  await expect(desk.getByText('The organisation is called Example Works Ltd')).toBeVisible();
  await expectAccessible(desk);

  await signIn(page, third);
  await expect(page).toHaveURL(/\/$/);
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Set a budget' })).toHaveCount(0);
  await page.goto('/settings/audit');
  await expect(page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible();
  await page.goto('/settings/members');
  await expect(page.getByRole('link', { name: 'Audit log' })).toHaveCount(0);
});

test('the API answers bad input with a sentence and its own form of a problem', async ({ browser }) => {
  const { request } = await browser.newContext({ storageState: administrator });
  const problem = async (url: string, options: Parameters<APIRequestContext['fetch']>[1] = {}) => {
    const answer = await request.fetch(url, options);
    expect(answer.headers()['content-type']).toBe('application/problem+json');
    expect(answer.headers()['cache-control']).toBe('no-store');
    expect(((await answer.json()) as { detail: string }).detail).toMatch(/\.$|: /);
    return answer.status();
  };
  const text = { 'content-type': 'text/plain' };
  expect([
    await problem('/api/v1/costs?by=__proto__'),
    await problem('/api/v1/costs?by=constructor'),
    await problem('/api/v1/costs?f=constructor:1'),
    await problem('/api/v1/costs?f=team:%00'),
    await problem('/api/v1/costs?from=0001-01-01&to=9999-12-31'),
    await problem('/api/v1/charges/detail?load=3000000000&line=1&profile=00000000-0000-4000-8000-000000000000'),
    await problem('/api/v1/imports?name=a%00.csv', { method: 'POST', data: 'a,b\n' }),
    await problem('/api/v1/nothing'),
    await problem('/api/nothing/here', { method: 'PUT', data: {} }),
    await problem('/api/auth/nothing'),
    await problem('/api/v1/loads/1/undo', { method: 'POST', data: {}, headers: { origin: 'null' } }),
    await problem('/api/v1/loads/1/undo', { method: 'POST', data: {}, headers: { 'sec-fetch-site': 'cross-site' } }),
    await problem('/api/v1/members/invitations', { method: 'POST', data: '{"role":"viewer"}', headers: text }),
    await problem('/api/v1/members/invitations', { method: 'POST', data: { role: 'viewer', email: 'x'.repeat(70_000) } }),
  ]).toEqual([422, 422, 422, 422, 422, 404, 422, 404, 404, 404, 403, 403, 415, 413]);
});

test('a body that is too large is refused before anybody has said who they are', async ({ request }) => {
  const body = { data: { code: 'x'.repeat(70_000), as: 'new' } };
  expect((await request.post('/api/v1/join/nobody', body)).status()).toBe(413);
  expect((await request.post('/api/v1/setup', body)).status()).toBe(409); // there is an administrator: unread
  expect((await request.post('/api/auth/callback/credentials', { form: { password: 'x'.repeat(70_000) } })).status()).toBe(413);
});
