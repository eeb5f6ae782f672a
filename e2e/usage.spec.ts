import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { headroom, organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

const organization = 'Usage Works';
const now = new Date();
const dayOf = (n: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, n)).toISOString().slice(0, 10);

/** Two days on the bill of OpenAI: 4 M tokens of gpt-4o for 10.00, which events explain, and a project that nobody has told of. */
const bill = () => {
  const line = (project_id: string, line_item: string, value: string, quantity: number) => ({
    object: 'organization.costs.result',
    amount: { value, currency: 'usd' },
    line_item,
    project_id,
    quantity,
    quantity_unit: 'tokens',
  });
  const data = [10, 11].map((n) => {
    const start_time = Date.parse(dayOf(n)) / 1000;
    const results = [
      line('proj_help', 'gpt-4o-2024-08-06, input', '10', 4_000_000),
      line('proj_quiet', 'gpt-4.1-2025-04-14, input', '5', 2_500_000),
    ];
    return { object: 'bucket', start_time, end_time: start_time + 86_400, results };
  });
  return JSON.stringify({ object: 'page', data, has_more: false });
};

const events = () =>
  [
    'time,event_id,task_id,task_type,team,channel,account,model,input_tokens,output_tokens,outcome',
    ...[10, 11].flatMap((n) =>
      [1, 2, 3].map((i) => `${dayOf(n)}T0${i}:00:00Z,e${n}-${i},t${n}-${i},ticket,support,openai,proj_help,gpt-4o,1000000,10000,success`),
    ),
  ].join('\n');

const trace = () =>
  ['TIMESTAMP,ContextTokens,GeneratedTokens', `${dayOf(11)} 18:17:03.9799600,4808,10`, `${dayOf(11)} 18:17:04.0319600,3180,8`].join('\n');

let context: BrowserContext;
let page: Page;
let folder: string;
const file = (name: string, text: string) => {
  fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
test.beforeAll(async ({ browser }) => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-usage-'));
  context = await organizationOf(browser, organization, 'uma@example.org');
  page = await context.newPage();
  await headroom('import', file('openai.json', bill()), '--org', organization);
  expect(await headroom('events', 'import', file('events.csv', events()), '--org', organization)).toContain('6 events');
});
test.afterAll(async () => {
  await context.close();
  fs.rmSync(folder, { recursive: true });
});

test('a model stands with what a million tokens of it cost, and on which channels', async () => {
  await page.goto('/models');
  const row = page.getByRole('table', { name: 'Models billed in USD' }).getByRole('row', { name: /gpt-4o/ });
  await expect(row).toContainText('OpenAI');
  await expect(row).toContainText('20.00');
  await expect(row).toContainText('2.50');
  await expectAccessible(page);
  await row.getByRole('link', { name: 'gpt-4o' }).click();
  await expect(page.getByRole('heading', { name: 'gpt-4o on OpenAI' })).toBeVisible();
  await expect(page.getByRole('table', { name: 'gpt-4o by channel' }).getByRole('row', { name: /gpt-4o-2024-08-06/ })).toContainText(
    '2.50',
  );
  await expectAccessible(page);
});

test('what no event explains stands apart, and somebody is named for it', async () => {
  await page.goto('/models?tab=unattributed');
  await expect(page.getByRole('region', { name: 'Coverage in USD' })).toContainText(
    'Events explain 67 % of 30.00 USD; 10.00 USD is explained by none.',
  );
  const table = page.getByRole('table', { name: 'Unattributed AI spend' });
  await expect(table.getByRole('row')).toHaveCount(2);
  const row = table.getByRole('row', { name: /gpt-4\.1/ });
  await expect(row).toContainText('no event names this account and model');
  await expect(row).toContainText('10.00 USD');
  await expectAccessible(page);
  await row.getByRole('button', { name: 'Assign' }).click();
  await page.getByLabel('Owner').fill('Dana Okafor');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByRole('button', { name: 'Dana Okafor' })).toBeVisible();
  await page.reload();
  await expect(row.getByRole('button', { name: 'Dana Okafor' })).toBeVisible();
});

test('the same work on a smaller model costs less, and is kept under a name', async () => {
  await page.goto('/what-if?period=90d');
  const table = page.getByRole('table', { name: 'Actual and scenario by task type' });
  const row = table.getByRole('row', { name: /ticket/ });
  // 6 calls of 1,000,000 in at 2.50 and 10,000 out at 10
  await expect(row).toContainText('15.60 USD');
  await expectAccessible(page);
  await page.getByLabel('To', { exact: true }).fill('gpt-4o-mini');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect(page.getByText('everything runs on gpt-4o-mini')).toBeVisible();
  await expect(page).toHaveURL(/a=model(:|%3A)(\*|%2A)~gpt-4o-mini/);
  // at 0.15 in and 0.60 out
  await expect(row).toContainText('0.94 USD');
  await expect(row).toContainText('−94.0 %');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByLabel('Name').fill('All on mini');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('navigation', { name: 'What-if' }).getByRole('link', { name: 'Saved' }).click();
  const saved = page.getByRole('table', { name: 'Saved scenarios' }).getByRole('row', { name: /All on mini/ });
  await expect(saved).toContainText('everything runs on gpt-4o-mini');
  await expectAccessible(page);
  await saved.getByRole('link', { name: 'All on mini' }).click();
  await expect(row).toContainText('0.94 USD');
});

test('what an address says that is not understood is named', async () => {
  await page.goto('/models?tab=colours&period=always&shade=blue');
  await expect(page.getByRole('status').filter({ hasText: 'Not understood' })).toContainText('tab=colours, period=always, shade');
  await page.goto('/what-if?a=model:gpt-4o&a=tier:*~batch&shade=blue');
  await expect(page.getByRole('status').filter({ hasText: 'Not understood' })).toContainText('a=model:gpt-4o, shade');
  await expect(page.getByText('everything uses the tier batch')).toBeVisible();
});

test('a trace that counts tokens alone becomes a task type with the words of a person', async () => {
  const said = ['--channel', 'azure', '--model', 'gpt-4o', '--task-type', 'code completion'];
  const answer = await headroom('events', 'import', file('trace.csv', trace()), ...said, '--org', organization);
  expect(answer).toContain('2 events');
  expect(answer).toContain('7988 in');
  await page.goto('/what-if?period=90d&task=code%20completion');
  const row = page.getByRole('table', { name: 'Actual and scenario by task type' }).getByRole('row', { name: /code completion/ });
  await expect(row).toContainText('0.02');
  await page.goto('/models?tab=unattributed');
  await expect(page.getByRole('table', { name: 'Events without an invoice' }).getByRole('row', { name: /Azure.*gpt-4o/ })).toBeVisible();
});
