import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { importFiles } from './support/odd-organization';
import { organizationOf } from './support/operator';
import { serviceBill } from './support/service-bill';

test.describe.configure({ mode: 'serial' });

const services = { Compute: ['100.00', '90.00'], Archive: ['20.10', '60.30'], Support: ['7.00', '7.00'], Speech: [null, '12.50'] } as const;
const start = '/costs?from=2026-04-01&to=2026-05-01';

let page: Page;
const made = async (browser: Browser) => {
  const context = await organizationOf(browser, 'By Hand', 'hanna@example.org');
  const charges = Object.entries(services).flatMap(([service, costs]) =>
    costs.flatMap((cost, i) => (cost === null ? [] : [{ month: i === 0 ? ('03' as const) : ('04' as const), service, cost }])),
  );
  // three days of one service, so that there are bars to pull over
  const days = [4, 5, 6].map((day) => ({ month: '04' as const, day, service: 'Compute', cost: '1.00' }));
  await importFiles('By Hand', {
    'march.csv': serviceBill(charges.filter((c) => c.month === '03')),
    'april.csv': serviceBill([...charges.filter((c) => c.month === '04'), ...days]),
  });
  return context.newPage();
};
test.beforeAll(async ({ browser }) => {
  page = await made(browser);
});
test.afterAll(() => page.context().close());

const groups = () => page.getByRole('table', { name: 'Effective cost in USD' }).locator('tbody tr td:first-child a').allInnerTexts();
const chip = (text: string) => page.getByRole('list', { name: 'Filters' }).getByText(text, { exact: true });

test('a head puts the groups in order, and the address keeps it', async () => {
  await page.goto(start);
  expect(await groups()).toEqual(['Compute', 'Archive', 'Speech', 'Support']);
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await expect(page).toHaveURL(/sort=-change/);
  await expect(page.getByRole('columnheader', { name: /^Change/ }).first()).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(groups).toEqual(['Archive', 'Speech', 'Support', 'Compute']);
  await page.getByRole('link', { name: 'Change', exact: true }).click();
  await expect.poll(groups).toEqual(['Compute', 'Support', 'Speech', 'Archive']);
  await page.reload();
  await expect.poll(groups).toEqual(['Compute', 'Support', 'Speech', 'Archive']);
  await page.goBack();
  await expect.poll(groups).toEqual(['Archive', 'Speech', 'Support', 'Compute']);
});

test('groups are chosen by hand: their sum, only these, all but these', async () => {
  await page.goto(start);
  await page.getByLabel('Choose Archive').check();
  await page.getByLabel('Choose Speech').check();
  const bar = page.getByRole('region', { name: 'Chosen groups' });
  await expect(bar).toContainText('2 chosen · 72.80 USD');
  await expectAccessible(page);
  await bar.getByRole('button', { name: 'Show only these' }).click();
  await expect.poll(groups).toEqual(['Archive', 'Speech']);
  await expect(bar).toHaveCount(0);
  await page.goBack();
  await expect.poll(groups).toEqual(['Compute', 'Archive', 'Speech', 'Support']);
  await page.getByLabel('Choose Compute').check();
  await bar.getByRole('button', { name: 'Leave out' }).click();
  await expect.poll(groups).toEqual(['Archive', 'Speech', 'Support']);
});

test('a table is walked by keys: down, choose, leave out, open, and up again', async () => {
  await page.goto(start);
  await page.getByRole('link', { name: 'Compute', exact: true }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('link', { name: 'Archive', exact: true })).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('region', { name: 'Chosen groups' })).toContainText('1 chosen · 60.30 USD');
  await page.keyboard.press('Shift+Enter');
  await expect.poll(groups).toEqual(['Compute', 'Speech', 'Support']);
  await page.getByRole('link', { name: 'Speech', exact: true }).press('Enter');
  await expect(chip('Service is Speech')).toBeVisible();
  await expect(page).toHaveURL(/by=model/);
  await page.locator('main').focus();
  await page.keyboard.press('u');
  await expect(page).not.toHaveURL(/by=model/);
  await expect.poll(groups).toEqual(['Compute', 'Speech', 'Support']);
  await page.keyboard.press('Backspace');
  await expect.poll(groups).toEqual(['Compute', 'Archive', 'Speech', 'Support']);
  await page.keyboard.press('b');
  await expect(page.getByLabel('Group by', { exact: true })).toBeFocused();
});

/** Where the middle of the bar of a day is, once the chart stands still. */
async function barsOfApril(): Promise<(day: number) => [number, number]> {
  await page.waitForLoadState('networkidle');
  const plot = await page.locator('svg.recharts-surface .recharts-cartesian-grid').first().boundingBox();
  if (!plot) throw new Error('there is no chart');
  return (day) => [plot.x + (plot.width * (day - 0.5)) / 30, plot.y + plot.height / 2];
}

test('days are chosen by pulling over the bars, and a click still opens the charges of one', async () => {
  await page.goto(start);
  const at = await barsOfApril();
  await page.mouse.move(...at(1));
  await page.mouse.down();
  await page.mouse.move(...at(3), { steps: 5 });
  await page.mouse.move(...at(7), { steps: 5 });
  await page.mouse.move(at(7)[0], 0, { steps: 5 }); // let go anywhere
  await page.mouse.up();
  await expect(page).toHaveURL(/from=2026-04-01&to=2026-04-08/);
  const total = page
    .getByRole('row')
    .filter({ hasText: /^Total/ })
    .first();
  await expect(total).toContainText('3.00');
  await page.goBack();
  await expect(page).toHaveURL(/from=2026-04-01&to=2026-05-01/);
  await expect(total).toContainText('172.80');
  await page.mouse.click(...(await barsOfApril())(4));
  await expect(page).toHaveURL(/tab=charges&from=2026-04-04&to=2026-04-05/);
});

test('t shows the table of the chart, and keys can be switched off', async () => {
  await page.goto(start);
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Table', exact: true }).first()).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keys' });
  await list.getByLabel('Keys are on in this browser').uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Table', exact: true }).first()).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Keys' }).click();
  await list.getByLabel('Keys are on in this browser').check();
  await page.keyboard.press('Escape');
  await page.locator('main').focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('button', { name: 'Table', exact: true }).first()).toHaveAttribute('aria-pressed', 'false');
});

test('why says what moved, cause by cause to the last cent, and each part leads to its charges', async () => {
  await page.goto(start);
  await page.getByRole('link', { name: 'Why', exact: true }).click();
  await expect(page).toHaveURL(/tab=why/);
  const causes = page.getByRole('table', { name: 'Why effective cost changed, in USD' });
  const cells = (name: string) => causes.getByRole('row').filter({ hasText: name }).first();
  await expect(page.getByRole('heading', { name: /Effective cost: \+45\.70 USD/ })).toBeVisible();
  await expect(cells('1–31 Mar')).toContainText('127.10');
  // one charge of 100 became four of 93 together: three more at the old price, and each is cheaper
  await expect(cells('Volume')).toContainText('+300.00');
  await expect(cells('Prices')).toContainText('−266.80');
  await expect(cells('New')).toContainText('+12.50');
  await expect(cells('1–30 Apr')).toContainText('172.80');
  await expect(cells('Compute')).toContainText('+300.00');
  await causes.getByRole('button', { name: 'Volume' }).click();
  await causes.getByRole('button', { name: 'Prices' }).click();
  await expect(cells('Compute')).toContainText('−307.00');
  await expect(cells('Archive')).toContainText('+40.20');
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await page.keyboard.press('e');
  expect(readFileSync(await (await saved).path(), 'utf8')).toMatch(/^cause,New,Speech · D2 v5[^,]*,USD,12\.5\r?$/m);
  await causes.getByRole('button', { name: 'New' }).click();
  await causes.getByRole('link', { name: 'Speech' }).click();
  await expect(page).not.toHaveURL(/tab=why/);
  await expect(chip('Service is Speech')).toBeVisible();
  await page.goto(`${start}&tab=why&compare=none`);
  await expect(page.getByText('Nothing to compare with')).toBeVisible();
  await page.getByLabel('Compared with').selectOption('previous');
  await expect(causes).toBeVisible();
});
