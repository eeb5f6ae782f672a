import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { expectAccessible } from './support/axe';
import { headroom, organizationOf } from './support/operator';

test.describe.configure({ mode: 'serial' });

const organization = 'Owner Works';
const october = 'from=2026-10-01&to=2026-11-01';
let context: BrowserContext;
let page: Page;

/** 100 for search and 50 for content, a gateway of 10.00 that serves them and support, and 40 that carries only the name of an app. */
const bill = [
  'BilledCost,EffectiveCost,BillingCurrency,BillingAccountId,BillingPeriodStart,ChargePeriodStart,ChargePeriodEnd,ChargeCategory,ProviderName,ServiceName,SubAccountId,SubAccountName,Tags',
  ...[
    ['100', 'Chat', '{""team"":""search""}'],
    ['50', 'Chat', '{""Team"":""Content""}'],
    ['10', 'Model gateway', '{""team"":""gateway""}'],
    ['40', 'Vectors', '{""app"":""lab""}'],
  ].map(
    ([cost, service, tags]) =>
      `${cost},${cost},USD,acct-1,2026-10-01T00:00:00Z,2026-10-05T00:00:00Z,2026-10-06T00:00:00Z,Usage,OpenAI,${service},sub-1,Learning,"${tags}"`,
  ),
  '',
].join('\n');

test.beforeAll(async ({ browser }) => {
  context = await organizationOf(browser, organization, 'ola@example.org');
  page = await context.newPage();
  await page.goto('/sources');
  await page.getByLabel('Choose billing files').setInputFiles({ name: 'october.csv', mimeType: 'text/csv', buffer: Buffer.from(bill) });
  const card = page.getByRole('article', { name: 'october.csv' });
  await card.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(card.getByText('loaded', { exact: true })).toBeVisible({ timeout: 30_000 });
});
test.afterAll(async () => {
  await context.close();
});

const open = (tab: string) => page.goto(`/allocation?tab=${tab}&${october}`);
const row = (name: RegExp) => page.getByRole('table', { name: 'Cost by team' }).getByRole('row', { name });

test('without rules the tags name the owner, and what nobody owns is a row', async () => {
  await page.goto('/');
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(page.getByRole('heading', { name: 'Allocation', level: 1 })).toBeVisible();
  await open('showback');
  await expect(page.getByText('because there is no rule yet')).toBeVisible();
  await expect(row(/search/)).toContainText('100.00');
  await expect(row(/Unallocated/)).toContainText('40.00');
  await expectAccessible(page);
});

test('a rule shows what it would move, and moves just that', async () => {
  const refused: string[] = [];
  page.on('response', (r) => r.status() === 422 && refused.push(r.url()));
  await open('rules');
  await page.getByRole('button', { name: 'Start from the team of the tags' }).click();
  await expect(page.getByRole('list', { name: 'Rules' }).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Field 1', { exact: true }).selectOption('x_ServiceName');
  await dialog.getByLabel('Comparison 1').selectOption('equals');
  await dialog.getByText('Choose from the bills').click();
  const held = dialog.getByRole('list', { name: 'Values in the bills for condition 1' });
  await expect(held.getByRole('listitem').first()).toContainText('150.00'); // the dearest first
  await held.getByLabel('Model gateway').check();
  await expect(dialog.getByLabel('Values 1')).toHaveValue('Model gateway');
  await dialog.getByLabel('Name', { exact: true }).fill('Shared platform');
  await dialog.getByLabel('Days to look back').selectOption('90');
  await expect(dialog.getByText('1 more fit')).toBeVisible(); // the tag above takes it
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save and allocate' }).click();
  const rules = page.getByRole('list', { name: 'Rules' }).getByRole('listitem');
  await expect(rules).toHaveCount(2);
  await page.getByRole('button', { name: 'Change rule 2' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(rules.first()).toContainText('Shared platform');
  await expect(page.getByRole('button', { name: 'Change rule 1' })).toBeFocused();
  await expect(rules.nth(1)).toContainText('1 more charge fits, 10.00 USD: rule 1 takes it.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Delete rule 1' }).click();
  await expect(rules).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rules).toHaveCount(2);
  await expect(rules.first()).toContainText('Shared platform');
  await page.getByRole('button', { name: 'Change rule 2' }).click();
  await expect(dialog.getByRole('region', { name: 'Names in the bills' })).toContainText('gateway');
  await expect(page).toHaveURL(/rule=\d+/);
  await page.reload(); // a link to a rule opens it
  await expect(dialog.getByRole('heading', { name: 'Rule 2' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/rule=/);
  expect(refused).toEqual([]); // nothing half written was asked for
  await open('showback');
  await expect(row(/Shared platform/)).toContainText('10.00');
});

test('a shared cost is split to the cent, in sight before and after', async () => {
  await open('shared');
  await page.getByRole('button', { name: 'Share a cost' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is shared').fill('Shared platform');
  await dialog.getByLabel('Split').selectOption('even');
  await dialog.getByLabel(/^Carried by/).fill('search\ncontent\nsupport');
  await expect(dialog.getByRole('region', { name: 'Preview' })).toContainText('3.34');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const shares = page.getByRole('list', { name: 'Shares of Shared platform' });
  await expect(shares.getByRole('listitem')).toHaveText([/search.*3\.34/, /content.*3\.33/i, /support.*3\.33/]);
  await expectAccessible(page);
  await open('showback');
  await expect(row(/search/)).toContainText('103.34');
  await row(/search/)
    .getByRole('button', { name: 'search' })
    .click();
  await expect(page.getByRole('list', { name: 'Reasons' })).toContainText('evenly');
  await page.getByRole('link', { name: 'Its own charge on Costs' }).click();
  await expect(page.getByRole('heading', { name: 'Costs', level: 1 })).toBeVisible();
  await expect(page.getByRole('main').getByText('100.00').first()).toBeVisible();
});

test('what nobody owns is assigned in place', async () => {
  await open('unallocated');
  await expect(page.getByRole('heading', { name: '40.00 USD belongs to nobody' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Tell apart by').selectOption('caller');
  await expect(page.getByRole('button', { name: 'Assign Learning, no caller' })).toBeVisible();
  await page.getByLabel('Tell apart by').selectOption('service');
  await page.getByRole('button', { name: 'Assign Learning, Vectors' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list', { name: 'Money moved' })).toContainText('40.00');
  await dialog.getByRole('button', { name: 'Save and allocate' }).click();
  await expect(page.getByText('Everything has an owner')).toBeVisible();
});

test('of two who change the rules or the tree at once nobody loses anything', async () => {
  const other = await context.newPage();
  const rules = page.getByRole('list', { name: 'Rules' }).getByRole('listitem');
  await open('rules');
  await other.goto(`/allocation?tab=rules&${october}`);
  const before = await rules.count();
  await other.getByRole('button', { name: 'Add a rule' }).click();
  const write = async (at: Page, name: string) => {
    const dialog = at.getByRole('dialog');
    await dialog.getByLabel('Field 1', { exact: true }).selectOption('x_ServiceName');
    await dialog.getByLabel('Values 1').fill(name);
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByRole('button', { name: 'Save and allocate' }).click();
  };
  await page.getByRole('button', { name: 'Add a rule' }).click();
  await write(page, 'nothing-here');
  await expect(rules).toHaveCount(before + 1);
  await write(other, 'nor-here');
  await expect(other.getByRole('alert')).toContainText('changed the rules for Team meanwhile');
  await expect(other.getByLabel('Name', { exact: true })).toHaveValue('nor-here'); // what was typed stays
  await expect(other.getByRole('list', { name: 'Rules', includeHidden: true })).toContainText('nothing-here');
  await other.getByRole('button', { name: 'Save and allocate' }).click(); // and is kept beside the other's
  const there = other.getByRole('list', { name: 'Rules' }).getByRole('listitem');
  await expect(there).toHaveCount(before + 2);
  await page.getByRole('button', { name: `Delete rule ${before + 1}` }).click();
  await expect(page.getByText('changed the rules for Team meanwhile')).toBeVisible();
  await expect(rules).toHaveCount(before + 2);
  for (const left of [before + 1, before]) {
    await page.getByRole('button', { name: `Delete rule ${left + 1}` }).click();
    await expect(rules).toHaveCount(left);
  }
  await Promise.all([page.goto('/allocation?tab=tree'), other.goto('/allocation?tab=tree')]);
  const place = async (at: Page, name: string) => {
    await at.getByRole('button', { name: 'Add', exact: true }).click();
    await at.getByRole('dialog').getByLabel('Name', { exact: true }).fill(name);
    await at.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  };
  const tree = (at: Page) => at.getByRole('list', { name: 'Tree' }).getByRole('listitem');
  await place(page, 'Ada');
  await expect(tree(page)).toHaveCount(1);
  await place(other, 'Bo');
  await expect(other.getByRole('alert')).toContainText('changed the tree meanwhile');
  await other.getByRole('dialog').getByRole('button', { name: 'Add' }).click();
  await expect(tree(other)).toHaveText([/Ada/, /Bo/]);
  await other.getByRole('button', { name: 'Remove Ada' }).click();
  await expect(tree(other)).toHaveCount(1);
  await other.getByRole('button', { name: 'Undo' }).click();
  await expect(tree(other)).toHaveCount(2);
  await other.close();
});

test('a closed month stays, and what changes is a true-up of the next', async () => {
  await page.goto('/allocation?tab=tree');
  const csv = 'name,parent,kind\nLearning,,department\nsearch,Learning,team\ncontent,Learning,team\n';
  await page.getByLabel('Import CSV').setInputFiles({ name: 'tree.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  const plan = page.getByRole('dialog', { name: 'Import a tree' });
  await expect(plan).toContainText('New, 3');
  await plan.getByRole('button', { name: 'Import' }).click();
  await expect(page.getByRole('list', { name: 'Tree' })).toContainText('department');
  await expectAccessible(page);
  await page.goto('/allocation?tab=statements&month=2026-10');
  const statements = page.getByRole('table', { name: 'Statements of 2026-10' });
  await expect(statements.getByRole('row', { name: /search.*143\.34/ })).toBeVisible();
  await page.getByRole('button', { name: 'Close 2026-10' }).click();
  await page.getByRole('button', { name: 'Close 2026-10 for ever' }).click();
  await expect(page.getByText('Closed by')).toBeVisible();
  await expectAccessible(page);
  const before = await statements.textContent();
  const rules = (await (await page.request.get('/api/v1/allocation/rules')).json()).dimensions[0].rules as { value: string | null }[];
  const kept = rules.filter((r) => r.value === 'Shared platform' || rules.indexOf(r) === 1);
  await page.request.put('/api/v1/allocation/rules', { data: { key: 'team', title: 'Team', rules: kept } });
  await page.reload();
  expect(await statements.textContent()).toBe(before);
  const next = await (await page.request.get('/api/v1/allocation/statements?dimension=team&month=2026-11')).json();
  expect(next.lines.find((l: { target: string | null }) => l.target === null).adjustments).toEqual([{ month: '2026-10', amount: '40' }]);
  await page.getByRole('link', { name: 'Print' }).click();
  await expect(page.getByRole('heading', { name: 'Cost by team, 2026-10' })).toBeVisible();
  await expectAccessible(page);
});

test('the terminal and a viewer see the same', async () => {
  const yaml = await headroom('allocation', 'export', '--org', organization);
  expect(yaml).toContain('method: even');
  const statement = await headroom('allocation', 'statement', '--month', '2026-10', '--target', 'search', '--org', organization);
  expect(statement).toContain('143.34');
  const nobody = headroom('allocation', 'statement', '--month', '2026-10', '--target', 'nobody', '--org', organization);
  await expect(nobody).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('nobody has no statement for 2026-10. There are: '),
  });
  await open('showback');
  await page.setViewportSize({ width: 390, height: 844 });
  for (const tab of ['showback', 'rules', 'shared', 'tree', 'unallocated', 'statements']) {
    await open(tab);
    expect([tab, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([tab, 0]);
  }
  const edges = () => page.getByRole('navigation', { name: 'Allocation' }).evaluate((tabs) => getComputedStyle(tabs).maskPosition);
  const outside = '-32px 0px, 0px 0px';
  expect(await edges()).not.toBe(outside); // tabs that do not fit fade out
  await page.setViewportSize({ width: 1440, height: 900 });
  await expect.poll(edges).toBe(outside);
});
