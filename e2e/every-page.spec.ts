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

const widths = [1440, 1024, 390, 320] as const;

async function inOrganization(browser: Browser, name: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await organizationOf(browser, name, `${name.replaceAll(' ', '.').toLowerCase()}@example.org`);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** What is wider than the page, by what it says: whoever mends it wants to know. */
const tooWide = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const beyond = [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > width + 1);
    return beyond.slice(0, 3).map((e) => `${e.tagName.toLowerCase()} "${e.textContent?.slice(0, 40)}"`);
  });

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
  const found: string[] = [];
  page.on('pageerror', (error) => found.push(`${page.url()} threw: ${error.message}`));
  page.on('response', (r) => {
    if (r.status() >= 500 && r.status() !== 503) found.push(`${page.url()}: ${r.url()} answered ${r.status()}`);
  });
  const waiting = [...addresses];
  const seen = new Set(waiting);
  for (const address of waiting) {
    await page.setViewportSize({ width: widths[0], height: 900 });
    await page.goto(address);
    await expect(page.locator('h1').first(), address).toBeVisible();
    await page.waitForLoadState('networkidle');
    const [at] = address.split('?');
    const hrefs = await page.locator('nav a[href*="tab="]').evaluateAll((links) => links.map((a) => a.getAttribute('href') ?? ''));
    for (const href of hrefs)
      if (href.split('?')[0] === at && !seen.has(href)) {
        seen.add(href);
        waiting.push(href);
      }
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const element of await tooWide(page)) found.push(`${address} at ${width}: ${element} is wider than the page`);
      if (width === 1440 || width === 390)
        await expectAccessible(page).catch((e: Error) => found.push(`${address} at ${width}: ${e.message}`));
    }
    await picture(page, address);
  }
  expect(found).toEqual([]);
}

test('pages of one thing are looked at here or in a journey of their own', () => {
  const here = [
    ...['/agreements/[id]', '/agreements/[id]/print', '/budgets/[name]', '/budgets/[name]/edit', '/dashboards/[id]'],
    ...['/sources/connections/[id]', '/sources/connections/[id]/edit'],
  ];
  expect([...here, ...elsewhere].sort()).toEqual(pages.filter((address) => address.includes('[')));
});

test('nothing at all', async ({ browser }) => {
  test.setTimeout(8 * 60_000);
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
  test.setTimeout(10 * 60_000);
  await inOrganization(browser, 'Odd', async (page) => {
    const made = await fillOddly(page, 'Odd');
    const groups = ['service', 'resource', 'tag:team', 'allocation:team'].map((by) => `/costs?period=12m&by=${encodeURIComponent(by)}`);
    const asked = [
      '/models?period=12m',
      '/tasks?period=12m',
      '/what-if?period=12m',
      '/allocation?period=12m',
      '/costs?period=12m&as=treemap&by=service',
    ];
    await look(page, [...still, ...groups, ...asked, ...made]);
  });
});
