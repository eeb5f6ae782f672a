import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { billOf } from './support/bill';
import { type Bucket, openBucket } from './support/bucket';
import { organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial', timeout: 120_000 });

let context: BrowserContext;
let page: Page;
let bucket: Bucket;
const lastMonth = (cost: string) => billOf('focus.csv', cost, { back: 1, days: 28 }).buffer;

test.beforeAll(async ({ browser }) => {
  bucket = await openBucket('acme-billing-exports');
  await bucket.put('exports/focus/last-month.csv', lastMonth('10.00'));
  context = await organizationOf(browser, 'Pull Works', 'iris@example.org');
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await bucket.close();
});

test('an S3 connection is set up, tested, and brings last month', async () => {
  await page.goto('/sources');
  await page.getByRole('navigation', { name: 'Sources' }).getByRole('link', { name: 'Connections' }).click();
  await expect(page.getByText('No connection yet')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'New connection' }).click();
  await expect(page.getByRole('heading', { name: 'Files' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /^Amazon S3/ }).click();

  await page.getByLabel('Name of the connection').fill('Payer account');
  await page.getByRole('button', { name: 'Set up connection' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Bucket is missing' })).toBeVisible();
  await page.getByLabel('Bucket', { exact: true }).fill('no-such-bucket');
  await page.getByLabel(/^Folder/).fill('exports');
  await page.getByLabel('Region').fill('us-east-1');
  await page.getByLabel(/^Address/).fill(bucket.url);
  await page.getByLabel(/^Access key/).fill(bucket.accessKeyId);
  await page.getByLabel(/^Secret access key/).fill(bucket.secretAccessKey);
  await page.getByRole('button', { name: 'Test' }).click();
  await expect(page.getByRole('status').filter({ hasText: '×' })).toContainText('no-such-bucket');
  await page.getByLabel('Bucket', { exact: true }).fill(bucket.name);
  await page.getByRole('button', { name: 'Test' }).click();
  await expect(page.getByRole('status').filter({ hasText: '✓ It answers.' })).toContainText('1 file');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set up connection' }).click();

  await expect(page.getByRole('heading', { name: 'Payer account', level: 1 })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Exports' }).getByText('✓ loaded')).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText('Last good just now')).toBeVisible();
  await page.getByRole('button', { name: 'Pull now' }).click();
  const asked = page.getByRole('table', { name: 'Pulls' }).getByRole('row', { name: /Asked for, Cleo Marsh/ });
  await expect(asked.getByText('✓ good')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);

  await page.goto('/sources?tab=coverage');
  await expect(page.getByRole('cell', { name: /28 of \d\d days/ })).toBeVisible();
  await page.goto('/sources?tab=sources');
  await expect(page.getByRole('row', { name: /Payer account/ })).toContainText('✓ good');
  await expectAccessible(page);
  await page.goto('/');
  await expect(page.getByText('280.00').first()).toBeVisible();
});

test('a restated export takes the place of its month', async () => {
  await bucket.put('exports/focus/last-month.csv', lastMonth('11.00'));
  await page.goto('/sources/connections');
  const row = page.getByRole('table', { name: 'Connections' }).getByRole('row', { name: /Payer account/ });
  await expect(row).toContainText('✓ good');
  await expect(row).toContainText('daily at 06:00 UTC');
  await expectAccessible(page);
  await row.getByRole('link', { name: 'Payer account' }).click();
  await page.getByRole('button', { name: 'Pull now' }).click();
  const pulls = page.getByRole('table', { name: 'Pulls' }).getByRole('row');
  await expect(pulls).toHaveCount(4, { timeout: 10_000 }); // the header, and three pulls
  await expect(pulls.nth(1).getByText('✓ good')).toBeVisible({ timeout: 30_000 });
  await page.goto('/');
  await expect(page.getByText('308.00').first()).toBeVisible();
});

test('a bucket that is gone is told in a sentence, and mended by editing', async () => {
  await page.goto('/sources/connections');
  await page.getByRole('link', { name: 'Payer account' }).first().click();
  await page.getByRole('link', { name: 'Edit' }).click();
  await expect(page.getByLabel(/^Secret access key/)).toHaveValue('');
  await page.getByLabel('Bucket', { exact: true }).fill('no-such-bucket');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('! needs you')).toBeVisible({ timeout: 30_000 });
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Edit' }).click();
  await page.getByLabel('Bucket', { exact: true }).fill(bucket.name);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Last good just now')).toBeVisible({ timeout: 30_000 });
});

test('on a phone nothing is wider than the screen', async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ['/sources/connections', '/sources/connections/new', '/sources/connections/new?kind=s3']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(390);
  }
  await page.goto('/sources/connections');
  await page.getByRole('link', { name: 'Payer account' }).first().click();
  await expect(page.getByRole('list', { name: 'Exports' })).toContainText('✓ loaded');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
  await page.setViewportSize({ width: 1280, height: 720 });
});

test('paused and deleted, its bills stay', async () => {
  await page.goto('/sources/connections');
  await page.getByRole('link', { name: 'Payer account' }).first().click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByText('‖ paused')).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete connection' }).click();
  await expect(page.getByText('No connection yet')).toBeVisible();
  await page.goto('/');
  await expect(page.getByText('308.00').first()).toBeVisible();
});
