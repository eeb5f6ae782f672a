import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, BrowserContext } from '@playwright/test';

/** A command as an operator types it, on the installation under test. */
export async function headroom(...args: string[]): Promise<string> {
  const root = path.resolve(import.meta.dirname, '../..');
  const env = { ...process.env, HEADROOM_HOME: path.join(process.env.E2E_HOME ?? '', 'home'), DATABASE_URL: '' };
  const { stdout } = await promisify(execFile)(process.execPath, ['lib/runtime/run.mjs', 'lib/cli/main.ts', ...args], { cwd: root, env });
  return stdout;
}

/** A further organisation with an administrator of its own, signed in: what a journey loads there is seen by no other. */
export async function organizationOf(browser: Browser, name: string, email: string): Promise<BrowserContext> {
  const link = /http\S+/.exec(await headroom('organizations', 'create', name, '--admin', email))?.[0] ?? '';
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Your name').fill('Cleo Marsh');
  await page.getByLabel('Password', { exact: true }).fill('seven-herons-upstream-58');
  await page.getByRole('button', { name: /^Join/ }).click();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  await page.close();
  return context;
}
