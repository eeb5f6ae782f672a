import { expect, test } from '@playwright/test';
import { administrator } from '../playwright.config';
import { expectAccessible } from './support/axe';

test.describe.configure({ mode: 'serial' });
test.use({ storageState: administrator });

const bill = (rows: string[]) => ['Leistungstag;Produkt;Netto;Brutto;Währung;Kostenstelle', ...rows].join('\r\n');
const february = [
  '03.02.2026;GPT-Anfragen;1.234,50;1.469,06;EUR;4711',
  '13.02.2026;Speicher;0,25;0,30;EUR;4711',
  'Summe;;1.234,75;1.469,36;EUR;',
];
const file = (name: string, rows: string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(bill(rows)) });

test('the columns of a file that nobody knows are mapped once, and the next file is recognised', async ({ page }) => {
  test.slow(); // three readings of the page for those who do not see it
  await page.goto('/sources');
  await page.getByLabel('Choose billing files').setInputFiles(file('Händler 2026-02.csv', february));
  const card = page.getByRole('article', { name: 'Händler 2026-02.csv' });
  await expect(card.getByRole('alert')).toContainText('no format known here has these columns');
  await card.getByRole('link', { name: 'Map its columns' }).click();

  await expect(page.getByRole('heading', { name: 'Map columns', level: 1 })).toBeVisible();
  await expect(page.getByText('"Netto" and "Brutto" could both be it. Say which one you pay.')).toBeVisible();
  await expect(page.getByText('Say which column is the billed cost.').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Billed cost', { exact: true }).selectOption({ label: '"Netto"' });
  await expect(page.getByText('Of the first 3 rows 2 can be loaded.')).toBeVisible();
  await expect(page.getByText('1,234.75 EUR')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Rows that would be rejected' })).toContainText(
    'Line 4: Day, from "Leistungstag": Summe is no date',
  );
  await page.getByLabel('Provider', { exact: true }).selectOption({ label: 'The same for all rows' });
  await page.getByLabel('Provider of all rows').fill('Contoso Reseller');
  await expect(page.getByRole('cell', { name: 'Contoso Reseller' }).first()).toBeVisible();
  await page.getByLabel('Name of the mapping').fill('Reseller bill');
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Save and look at the whole file' }).click();

  await expect(card.getByText('it has the columns of your mapping "Reseller bill"')).toBeVisible();
  await expect(card.getByText('3: 2 to load, 1 rejected')).toBeVisible();
  await card.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(card.getByText('loaded, 1 rejected')).toBeVisible({ timeout: 30_000 });

  await page.getByLabel('Choose billing files').setInputFiles(file('Händler 2026-02 neu.csv', february.slice(0, 2)));
  const next = page.getByRole('article', { name: 'Händler 2026-02 neu.csv' });
  await expect(next.getByText('Mapping Reseller bill', { exact: true })).toBeVisible();
  await expect(next.getByText(/Replaces Feb 2026.*2 rows, 1,234\.75 EUR → 2 rows, 1,234\.75 EUR/)).toBeVisible();
  await expectAccessible(page);
  await next.getByRole('link', { name: 'Change the mapping "Reseller bill"' }).click();
  await expect(page.getByLabel('Billed cost', { exact: true })).toHaveValue('2');
  await expect(page.getByLabel('Name of the mapping')).toHaveValue('Reseller bill');
  await page.getByRole('link', { name: 'Cancel' }).click();
  await next.getByRole('button', { name: 'Discard' }).click();
});

test('a mapping that was saved is listed, and without it the file is unknown again', async ({ page }) => {
  await page.goto('/sources?tab=sources');
  const table = page.getByRole('table', { name: 'Mappings' });
  await expect(table.getByRole('cell', { name: 'Reseller bill', exact: true })).toBeVisible();
  await expectAccessible(page);
  await table.getByRole('button', { name: 'Delete Reseller bill' }).click();
  await expect(page.getByText('No mapping yet')).toBeVisible();
});
