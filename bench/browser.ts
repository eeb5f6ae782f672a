// `npm run bench:browser`: what a person waits for in a browser, on the charges that `npm run bench:explore` has loaded: the largest contentful paint of a
// page that was never opened before, going from one page to the next, and a filter until its chart is drawn. Give it the same HEADROOM_HOME.
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from '@playwright/test';
import { hashPassword } from '../lib/auth/password';
import { prisma } from '../lib/db/client';
import { insertMember } from '../lib/db/records/members';
import { findCredentials, insertUser } from '../lib/db/records/users';
import { query, sql } from '../lib/db/sql';
import { operatorOf } from '../lib/services/identity/operator';
import { shutDown } from '../lib/services/shut-down';
import { withProductionServer } from './production-server';

const { values } = parseArgs({ options: { turns: { type: 'string', default: '10' } } });
const turns = Number(values.turns);
const [email, password] = ['bench@headroom.example', 'nine-quiet-otters-of-the-bench'];
const executablePath = ['/usr/bin/chromium', '/usr/bin/google-chrome'].find((p) => fs.existsSync(p));

const at = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

async function reader(organization: number): Promise<void> {
  if (await findCredentials(email)) return;
  const passwordHash = await hashPassword(password);
  await prisma().$transaction(async (tx) => {
    const user = await insertUser(tx, { email, name: 'Benchmark', passwordHash });
    await insertMember(tx, organization, user.id, 'viewer');
  });
}

/** When the largest thing of the page stood there, in milliseconds since it was asked for. */
const largestPaint = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) last = entry.startTime;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => resolve(last), 1_000);
      }),
  );

const drawn = (page: Page) => page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function coldPaints(browser: Browser, base: string, state: Awaited<ReturnType<typeof signIn>>, address: string): Promise<number[]> {
  const all: number[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    const context = await browser.newContext({ storageState: state, viewport: { width: 1440, height: 900 } }); // nothing cached
    const page = await context.newPage();
    await page.goto(base + address, { waitUntil: 'load' });
    if (turn > 0) all.push(await largestPaint(page)); // the first wakes the server
    await context.close();
  }
  return all;
}

async function signIn(browser: Browser, base: string) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${base}/sign-in`);
  await page.getByLabel(/e-mail/i).fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: /sign in/i }).click();
  await page.getByRole('heading', { name: 'Overview', level: 1 }).waitFor();
  const state = await context.storageState();
  await context.close();
  return state;
}

/** From a click in the rail until the page's own heading stands there, and until its figures do. */
async function routeChanges(page: Page): Promise<{ heading: number[]; figures: number[] }> {
  const all = { heading: [] as number[], figures: [] as number[] };
  for (let turn = 0; turn <= turns; turn++)
    for (const name of ['Costs', 'Models & tokens', 'Budgets', 'Overview']) {
      await page.waitForLoadState('networkidle');
      const started = performance.now();
      await page.getByRole('navigation').getByRole('link', { name }).click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
      await drawn(page);
      if (turn > 0) all.heading.push(performance.now() - started);
      await page.locator('main:not(:has([aria-label="Loading"]))').waitFor();
      await drawn(page);
      if (turn > 0) all.figures.push(performance.now() - started);
    }
  return all;
}

/** From a click on another measure or grouping until the answer is drawn. */
async function newCharts(page: Page, base: string): Promise<number[]> {
  const all: number[] = [];
  for (let turn = 0; turn <= turns; turn++) {
    await page.goto(`${base}/costs?period=12m`); // what was answered is not asked again before the page is opened anew
    await page.waitForLoadState('networkidle');
    for (const by of ['model', 'region', 'provider']) {
      const took = await timed(async () => {
        const answered = page.waitForResponse((r) => r.url().includes('/api/v1/costs?') && r.ok());
        await page.getByLabel('Group by', { exact: true }).selectOption(by);
        await answered;
        await page.locator('[aria-busy="false"]').first().waitFor();
        await drawn(page);
      });
      if (turn > 0) all.push(took);
    }
  }
  return all;
}

try {
  const actor = await operatorOf(undefined, 'Benchmark');
  const [held] = await query<{ n: string }>(
    actor.organizationId,
    sql`select coalesce(sum(rows), 0)::text as n from load where organization_id = ${actor.organizationId}`,
  );
  await reader(actor.organizationId);
  await withProductionServer(async (base) => {
    const browser = await chromium.launch({
      ...(executablePath && { executablePath }),
      args: ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    });
    try {
      const state = await signIn(browser, base);
      await sleep(20_000); // the columnar copy is looked through once
      console.log(`${Number(held?.n).toLocaleString('en')} charges\n\n| what | p50 ms | p95 ms |\n|---|---|---|`);
      const say = (what: string, times: readonly number[]) =>
        console.log(`| ${what} | ${at(times, 0.5).toFixed(0)} | ${at(times, 0.95).toFixed(0)} |`);
      for (const [name, address] of [
        ['Overview', '/'],
        ['Costs', '/costs?period=12m'],
        ['Models & tokens', '/models'],
        ['Tasks', '/tasks'],
        ['Budgets', '/budgets'],
      ] as const)
        say(`largest contentful paint, ${name}, nothing cached`, await coldPaints(browser, base, state, address));
      const context = await browser.newContext({ storageState: state, viewport: { width: 1440, height: 900 } });
      const page = await context.newPage();
      await page.goto(base);
      const changes = await routeChanges(page);
      say('from one page to the next, until its heading stands', changes.heading);
      say('from one page to the next, until its figures are drawn', changes.figures);
      say('another grouping of a year of costs, until its chart is drawn', await newCharts(page, base));
    } finally {
      await browser.close();
    }
  });
} finally {
  await shutDown();
}
