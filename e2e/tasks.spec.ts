import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { headroom, organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

const organization = 'Task Works';
let context: BrowserContext;
let page: Page;
let folder: string;
test.beforeAll(async ({ browser }) => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-e2e-tasks-'));
  context = await organizationOf(browser, organization, 'tia@example.org');
  page = await context.newPage();
});
test.afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  await context.close();
});

const file = (name: string, text: string): string => {
  const at = path.join(folder, name);
  fs.writeFileSync(at, text);
  return at;
};

/** Ten answers on 2 October, eight of which succeed, one of them a loop of ten calls; two on 2 September, at half the size; one without a name. */
function events(): string {
  const rows = ['time,event_id,task_id,task_type,customer,team,model,channel,account,api_key,input_tokens,output_tokens,outcome'];
  const add = (at: string, id: string, task: string, type: string, key: string, input: number, outcome: string) =>
    rows.push(`${at},${id},${task},${type},c-${task.slice(-1)},support,gpt-4o,openai,proj_a,${key},${input},0,${outcome}`);
  for (let n = 0; n < 9; n++)
    add(`2026-10-02T10:0${n}:00Z`, `a${n}`, `answer-${n}`, 'support answer', 'bot', 1000, n < 7 ? 'success' : 'failure');
  for (let n = 0; n < 10; n++) add(`2026-10-02T11:00:0${n}Z`, `l${n}`, 'answer-9', 'support answer', 'bot', 1000 * (n + 1), 'success');
  for (let n = 0; n < 2; n++) add(`2026-09-02T10:0${n}:00Z`, `b${n}`, `before-${n}`, 'support answer', 'bot', 500, 'success');
  add('2026-10-02T12:00:00Z', 'x', 'nightly', '', 'crawler', 2000, '');
  return `${rows.join('\n')}\n`;
}
const october = 'from=2026-10-01&to=2026-11-01';
const september = 'from=2026-09-01&to=2026-10-01';
const tile = (name: string) => page.locator('dl > div').filter({ has: page.getByText(name, { exact: true }) });

test('without events the page says how the join works and what to send', async () => {
  await page.goto('/tasks');
  await expect(page.getByRole('heading', { name: 'No usage events yet' })).toBeVisible();
  await expect(page.getByText('x-litellm-spend-logs-metadata')).toBeVisible();
  await expect(page.getByText('/api/v1/events')).toBeVisible();
  await expectAccessible(page);
});

test('a file of events becomes tasks with what each costs, an estimate until a bill is there', async () => {
  expect(await headroom('events', 'import', file('events.csv', events()), '--org', organization)).toContain('22 events');
  await page.goto(`/tasks?${october}&task=support+answer`);
  await expect(tile('Cost per task')).toContainText('0.016'); // 64,000 tokens at 2.50 a million, over ten tasks
  await expect(tile('Cost per task')).toContainText('est.');
  await expect(tile('Per successful task')).toContainText('0.02');
  await expect(tile('Success')).toContainText('8 of 10 reported');
  await expect(page.getByText('list prices of the same calls stand in')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Why did it rise? support answer' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Why did it rise?' })).toContainText('Tokens per call');
  const types = page.getByRole('table', { name: 'Task types' });
  await expect(types.getByRole('link', { name: 'support answer' })).toBeVisible();
  await expect(types.getByRole('link', { name: 'No task type' })).toBeVisible();
  await expectAccessible(page);
  await page.goto(`/tasks?${october}&task=support+answer&basis=guess`);
  await expect(page.getByText('basis=guess')).toBeVisible();
});

test('a loop stands among the outliers, and its calls can be read one after another', async () => {
  await page.goto(`/tasks?${october}`);
  await page.keyboard.press('o');
  await expect(page).toHaveURL(/tab=outliers/);
  const outliers = page.getByRole('table', { name: 'Outliers' });
  await expect(outliers.getByRole('row', { name: /answer-9/ })).toContainText('growing 9×');
  await expectAccessible(page);
  await outliers.getByRole('link', { name: 'answer-9' }).click();
  await expect(page.getByText('Its prompt grew 9 times')).toBeVisible();
  await expect(page.getByRole('table', { name: 'Calls' }).getByRole('row')).toHaveCount(11);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: 'Call 2, at 11:00:01' })).toBeFocused();
  await expectAccessible(page);
});

test('a rule shows what it matches and names the past', async () => {
  await page.goto(`/tasks?${october}&tab=rules`);
  await page.getByRole('button', { name: 'Add a rule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Task type').fill('nightly crawl');
  await dialog.getByLabel('Value 1').fill('crawler');
  await dialog.getByRole('button', { name: 'Show what it matches' }).click();
  await expect(dialog.getByText('Matches 1 of 20 events')).toBeVisible();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save and name the past' }).click();
  await expect(page.getByRole('list', { name: 'Rules' })).toContainText('where API key is "crawler"');
  await expectAccessible(page);
  const named = async () => {
    await page.goto(`/tasks?${october}`);
    return page.getByRole('table', { name: 'Task types' }).getByRole('link', { name: 'nightly crawl' }).count();
  };
  await expect.poll(named, { timeout: 30_000 }).toBe(1);
});

test('a target is set, a metric becomes a unit, and revenue makes a margin', async () => {
  await page.getByRole('button', { name: 'Set a target for support answer' }).click();
  await page.getByLabel('Target, USD').fill('0.02');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('img', { name: /Target of support answer/ })).toBeVisible();

  const metrics = [
    { name: 'tickets', date: '2026-10-02', value: 8 },
    { name: 'revenue', date: '2026-10-02', value: '0.04', currency: 'USD', labels: { customer: 'c-1' } },
  ];
  const pushed = await page.request.post('/api/v1/metrics', { data: metrics });
  expect(await pushed.json()).toMatchObject({ outcome: 'imported', added: 2 });
  await page.goto(`/tasks?${october}&task=support+answer`);
  await page.getByLabel('Unit').selectOption('tickets');
  await expect(page.getByRole('heading', { name: 'Cost per tickets over time' })).toBeVisible();
  await expect(page.getByText('0.02 USD each')).toBeVisible();

  await page.goto(`/tasks?${october}&tab=customers`);
  const row = page.getByRole('table', { name: 'Tasks by customer' }).getByRole('row', { name: /c-1/ });
  await expect(row).toContainText('94 %');
  await expectAccessible(page);
  await page.goto(`/tasks?${october}&tab=calibration`);
  await expect(page.getByText('every figure is an estimate')).toBeVisible();
  await expectAccessible(page);
});

test('the terminal says the same as the page', async () => {
  const answer = await page.request.get(`/api/v1/tasks?group_by=task_type&${october}`);
  const rows = (await answer.json()) as { group: string }[];
  expect(rows.find((r) => r.group === 'support answer')).toMatchObject({ tasks: 10, perTask: '0.016', perSuccess: '0.02', basis: 'list' });
  await page.goto(`/tasks?${september}`);
  await expect(tile('Cost per task')).toContainText('0.00125');
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0);
});
