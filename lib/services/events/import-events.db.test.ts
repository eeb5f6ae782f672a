import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { query, sql } from '../../db/sql';
import { makeActor } from '../../runtime/test-database';
import { importPath } from '../imports/import-path';
import { undoLoad } from '../loads/undo-load';
import { importEvents } from './import-events';

let actor: Actor;
let folder: string;
beforeEach(async () => {
  actor = await makeActor('editor');
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-events-test-'));
});
const file = (name: string, text: string) => {
  const at = path.join(folder, name);
  fs.writeFileSync(at, text);
  return at;
};
const head = 'time,event_id,task_id,task_type,customer,model,channel,account,input_tokens,output_tokens,outcome';
const rows = (...list: string[]) => [head, ...list].join('\n');

test('events land once, priced, with their tasks', async () => {
  const at = file(
    'a.csv',
    rows(
      '2026-11-02T10:00:00Z,e1,t1,answer,c1,gpt-4o,openai,proj_a,1000,100,failure',
      '2026-11-02T10:01:00Z,e2,t1,answer,c1,gpt-4o,openai,proj_a,2000,200,success',
      '2026-11-02T11:00:00Z,e3,t2,answer,c2,gpt-4o,openai,proj_a,1000,100,failure',
    ),
  );
  const result = await importEvents(actor, at);
  expect(result).toMatchObject({
    outcome: 'imported',
    events: 3,
    duplicates: 0,
    unpriced: 0,
    from: '2026-11-02',
    to: '2026-11-03',
    tokens: { input: 4000, output: 400 },
  });
  // gpt-4o: 2.50 in and 10 out for a million
  expect(result.listCost).toEqual([{ currency: 'USD', amount: '0.014' }]);
  const tasks = await query(
    actor.organizationId,
    sql`select task_id, succeeded, events::int, failed::int, growing_calls, customer from task_run where organization_id = ${actor.organizationId} order by 1`,
  );
  expect(tasks).toEqual([
    { task_id: 't1', succeeded: true, events: 2, failed: 1, growing_calls: 1, customer: 'c1' },
    { task_id: 't2', succeeded: false, events: 1, failed: 1, growing_calls: 0, customer: 'c2' },
  ]);
  expect(await importEvents(actor, at)).toMatchObject({ outcome: 'unchanged', events: 0, duplicates: 3 });
  const more = file(
    'b.csv',
    rows(
      '2026-11-02T10:01:00Z,e2,t1,answer,c1,gpt-4o,openai,proj_a,2000,200,success',
      '2026-11-03T00:10:00Z,e4,t1,answer,c1,gpt-4o,openai,proj_a,10,1,success',
    ),
  );
  expect(await importEvents(actor, more)).toMatchObject({ events: 1, duplicates: 1 });
  expect(
    await query(
      actor.organizationId,
      sql`select day::text, events::int from task_run where organization_id = ${actor.organizationId} and task_id = 't1'`,
    ),
  ).toEqual([{ day: '2026-11-02', events: 3 }]);
});

test('the bill is spread over the events to the last digit, whichever comes first, and undone with its load', async () => {
  const start = Date.UTC(2026, 10, 2) / 1000;
  const amount = { value: '10', currency: 'usd' };
  const line = {
    object: 'organization.costs.result',
    amount,
    line_item: 'gpt-4o, input',
    project_id: 'proj_a',
    quantity: 3000,
    quantity_unit: 'tokens',
  };
  const bill = {
    object: 'page',
    data: [{ object: 'bucket', start_time: start, end_time: start + 86_400, results: [line] }],
    has_more: false,
  };
  await importEvents(
    actor,
    file(
      'a.csv',
      rows(
        '2026-11-02T10:00:00Z,e1,t1,answer,c1,gpt-4o,openai,proj_a,1000,100,success',
        '2026-11-02T10:01:00Z,e2,t2,answer,c1,gpt-4o,openai,proj_a,1000,100,success',
        '2026-11-02T10:02:00Z,e3,t3,answer,c1,gpt-4o,openai,proj_a,1000,0,success',
      ),
    ),
  );
  const imported = await importPath(actor, file('bill.json', JSON.stringify(bill)), {});
  expect(imported.outcome, imported.reason ?? '').toBe('imported');
  const costs = async () =>
    query<{ cost: string | null }>(
      actor.organizationId,
      sql`select cost::text from task_run where organization_id = ${actor.organizationId} order by task_id`,
    );
  const shares = (await costs()).map((c) => c.cost).sort();
  expect(shares).toEqual(['3.333333333333', '3.333333333333', '3.333333333334']);
  expect(
    await query(
      actor.organizationId,
      sql`select sum(cost)::text as hourly, (select sum(attributed)::text from usage_attribution where organization_id = ${actor.organizationId}) as attributed from usage_hourly where organization_id = ${actor.organizationId}`,
    ),
  ).toEqual([{ hourly: '10.000000000000', attributed: '10' }]);
  await undoLoad(actor, imported.loads[0] ?? 0);
  expect((await costs()).map((c) => c.cost)).toEqual([null, null, null]);
});

test('bad rows are told with line, column and reason, the rest lands', async () => {
  const result = await importEvents(
    actor,
    file(
      'bad.csv',
      rows(
        '2026-11-02T10:00:00Z,e1,t1,answer,c1,gpt-4o,openai,proj_a,1000,100,success',
        'yesterday,e2,t1,answer,c1,gpt-4o,openai,proj_a,1,1,success',
        '2026-11-02T10:00:00Z,e3,t1,answer,c1,gpt-4o,openai,proj_a,-5,1,success',
      ),
    ),
  );
  expect(result).toMatchObject({ outcome: 'imported-with-rejects', events: 1, rejected: 2 });
  expect(result.rejects.map((r) => [r.line, r.column])).toEqual([
    [3, 'time'],
    [4, 'input_tokens'],
  ]);
});

test('what is no usage is refused and leaves nothing', async () => {
  const result = await importEvents(actor, file('x.csv', 'a,b\n1,2\n'));
  expect(result).toMatchObject({ outcome: 'refused' });
  expect(result.reason).toMatch(/no kind of usage known here/);
  expect(await query(actor.organizationId, sql`select 1 from event_batch where organization_id = ${actor.organizationId}`)).toEqual([]);
});

test('a viewer may not', async () => {
  await expect(importEvents({ ...actor, role: 'viewer' }, file('a.csv', head))).rejects.toThrow(/analyst/);
});
