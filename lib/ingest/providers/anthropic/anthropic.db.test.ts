import path from 'node:path';
import { expect, test } from 'vitest';
import { query, sql } from '../../../db/sql';
import { makeActor, writeFile } from '../../../runtime/test-database';
import { importPath } from '../../../services/imports/import-path';
import { readEvents } from '../../events/read-events';
import { anthropicCostRows } from './pages';

const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', name);
const page = (...amounts: unknown[]) => ({
  data: [
    {
      starting_at: '2026-08-01T00:00:00Z',
      ending_at: '2026-08-02T00:00:00Z',
      results: amounts.map((amount) => ({ amount, currency: 'USD' })),
    },
  ],
});

test('cents become dollars, digit for digit', () => {
  const rows = anthropicCostRows(page('123.78912', '1', 7, '0.30000000000000000000000001', '-5', 'x', null), 'a.json', new Map())?.rows;
  expect(rows?.map((r) => r.cells.amount_usd)).toEqual(['1.2378912', '0.01', '0.07', '0.0030000000000000000000000001', '-0.05', 'x', null]);
});

test('a usage report is no bill, and a bill no usage report', async () => {
  expect(
    anthropicCostRows({ data: [{ starting_at: '2026-08-01T00:00:00Z', results: [{ output_tokens: 5 }] }] }, 'a.json', new Map()),
  ).toBeNull();
  const bill = writeFile('bill.json', JSON.stringify(page('5')));
  await expect(async () => {
    for await (const _ of readEvents(bill, 'bill.json', path.dirname(bill), {})) throw new Error('a bill was read as usage');
  }).rejects.toThrow(/bill\.json/);
});

test('the export with names and the answer with ids are one bill: the later one counts', async () => {
  const actor = await makeActor();
  const exported = await importPath(actor, fixture('console-cost.csv'), {});
  const answered = await importPath(actor, fixture('cost-report.json'), {});
  expect(answered.replaced).toEqual(exported.loads);
});

test('a day that two pages group in two ways is refused', async () => {
  const grouped = page('5');
  for (const bucket of grouped.data)
    for (const result of bucket.results) Object.assign(result, { description: 'Claude Opus 5 Usage - Input Tokens' });
  const both = writeFile('both.json', `${JSON.stringify(grouped)}\n${JSON.stringify(page('5'))}\n`);
  const result = await importPath(await makeActor(), both, {});
  expect(result).toMatchObject({ outcome: 'refused', accepted: 0 });
  expect(result.reason).toMatch(/2026-08-01 twice, grouped by description and not/);
});

test('an answer of several pages says so', async () => {
  const actor = await makeActor();
  const result = await importPath(actor, writeFile('page.json', JSON.stringify({ ...page('5'), has_more: true, next_page: 'p2' })), {});
  expect(result).toMatchObject({
    outcome: 'imported',
    format: 'Anthropic costs (one page of several)',
    billed: [{ currency: 'USD', amount: '0.05' }],
  });
});

test('list price, key, workspace and place are kept', async () => {
  const actor = await makeActor();
  await importPath(actor, fixture('console-cost.csv'), {});
  const [row] = await query(
    actor.organizationId,
    sql`select c.list_cost::text as list, p.resource_id as key, p.sub_account_name as workspace, p.region_id as geo, p.x_deployment_type as deployment, p.x_service_tier as tier
          from charge c join charge_profile p on p.organization_id = c.organization_id and p.profile_key = c.profile_key
         where c.organization_id = ${actor.organizationId} and c.line = 3`,
  );
  expect(row).toEqual({ list: '0.07', key: 'apikey_1', workspace: 'Search', geo: 'us', deployment: 'geo', tier: 'latency_optimized' });
});
