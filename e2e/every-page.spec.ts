import { readdirSync } from 'node:fs';
import path from 'node:path';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { oneRow } from './support/odd-bill';
import { fillOddly, importFiles } from './support/odd-organization';
import { organizationOf } from './support/operator';

/** The pages of somebody who is signed in, from the tree: one that is added is looked at, too. */
const pages = readdirSync(path.resolve(import.meta.dirname, '../app/(dashboard)'), { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'page.tsx')
  .map((file) => (file === 'page.tsx' ? '/' : `/${path.dirname(file)}`))
  .sort();
const still = pages.filter((address) => !address.includes('['));
/** Pages of one thing that a journey of their own opens, with what has to happen before they exist. */
const elsewhere = ['/sources/map/[id]', '/tasks/runs/[id]'];

test.use({ trace: 'off' }); // pictures of hundreds of states: `found` says what and where

/** The widths, and where axe looks: each theme once on each page. */
const looks = [
  { width: 1440, scheme: 'light' },
  { width: 1024, scheme: null },
  { width: 390, scheme: 'dark' },
  { width: 320, scheme: null },
] as const;

async function inOrganization(browser: Browser, name: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await organizationOf(browser, name, `${name.replaceAll(' ', '.').toLowerCase()}@example.org`);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What makes the page wider than the screen, by what it says; what scrolls or is cut within a frame does not. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const isFramed = (element: Element): boolean => {
      for (let e = element.parentElement; e && e !== document.body; e = e.parentElement)
        if (getComputedStyle(e).overflowX !== 'visible') return true;
      return false;
    };
    const beyond = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1 && !isFramed(e));
    if (beyond.length === 0) return [`something in a frame: the page has ${document.documentElement.scrollWidth} of ${width} px`];
    return beyond.slice(-3).map((e) => `${e.tagName.toLowerCase()}.${e.getAttribute('class') ?? ''} "${e.textContent?.slice(0, 40)}"`);
  });

/** The same once charts have found their width. */
async function staysTooWide(page: Page): Promise<string[]> {
  for (let turn = 0; turn < 10; turn++) {
    if ((await tooWide(page)).length === 0) return [];
    await page.waitForTimeout(200);
  }
  return tooWide(page);
}

/** For people: with E2E_PICTURES=FOLDER it is kept what the pages look like. */
async function picture(page: Page, address: string): Promise<void> {
  const folder = process.env.E2E_PICTURES;
  if (!folder) return;
  for (const width of [1440, 1024, 390])
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const name = `${test.info().title} ${address} ${width} ${colorScheme}`.replaceAll(/[^\w]+/g, '-');
      await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
    }
}

/** Every address and its tabs, at every width: nothing is wider than the page, nothing is thrown, and axe finds nothing in light and dark. */
async function look(page: Page, addresses: readonly string[]): Promise<void> {
  let found: string[] = [];
  page.on('pageerror', (error) => found.push(`threw: ${error.message}`));
  page.on('response', (r) => {
    if (r.status() >= 500 && r.status() !== 503) found.push(`${r.url()} answered ${r.status()}`);
  });
  const waiting = [...addresses];
  const tabs = new Set<string>();
  for (const address of waiting) {
    found = [];
    await page.setViewportSize({ width: looks[0].width, height: 900 });
    await page.goto(address);
    await expect(page.locator('h1').first(), address).toBeVisible();
    await page.waitForLoadState('networkidle');
    const { pathname } = new URL(page.url());
    for (const link of await page.locator('nav a[href*="tab="]').all()) {
      const to = new URL((await link.getAttribute('href')) ?? '', page.url());
      const tab = `${to.pathname} ${to.searchParams.get('tab')}`;
      if (to.pathname === pathname && !tabs.has(tab)) waiting.push(to.pathname + to.search);
      tabs.add(tab);
    }
    for (const { width, scheme } of looks) {
      await page.setViewportSize({ width, height: 900 });
      for (const element of await staysTooWide(page)) found.push(`at ${width}: ${element} is wider than the page`);
      if (scheme) await expectAccessible(page, [scheme]).catch((e: Error) => found.push(`at ${width}: ${e.message}`));
    }
    await picture(page, address);
    expect.soft(found, address).toEqual([]); // what was found is told even if a later page hangs
  }
}

test('pages of one thing are looked at here or in a journey of their own', () => {
  const here = [
    ...['/agreements/[id]', '/agreements/[id]/print', '/budgets/[name]', '/budgets/[name]/edit', '/dashboards/[id]'],
    ...['/sources/connections/[id]', '/sources/connections/[id]/edit'],
  ];
  expect([...here, ...elsewhere].sort()).toEqual(pages.filter((address) => address.includes('[')));
});

test('nothing at all', async ({ browser }) => {
  test.setTimeout(12 * 60_000);
  await inOrganization(browser, 'Nothing at all', (page) => look(page, still));
});

test('one charge', async ({ browser }) => {
  test.setTimeout(4 * 60_000);
  await inOrganization(browser, 'One charge', async (page) => {
    await importFiles('One charge', { 'one.csv': oneRow() });
    await look(page, ['/', '/costs?period=12m', '/models?period=12m', '/budgets/new']);
  });
});

test('names without end, negative sums and ten thousand resources', async ({ browser }) => {
  test.setTimeout(15 * 60_000);
  await inOrganization(browser, 'Odd', async (page) => {
    const made = await fillOddly(page, 'Odd');
    const groups = ['service', 'resource', 'tag:team', 'allocation:team'].map((by) => `/costs?period=12m&by=${encodeURIComponent(by)}`);
    const asked = [
      '/models?period=12m',
      '/tasks?period=12m',
      '/what-if?period=12m',
      '/allocation?period=12m',
      '/costs?period=12m&mark=treemap&by=service',
    ];
    await look(page, [...still, ...groups, ...asked, ...made]);
  });
});
