import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { prisma } from '../../db/client';
import { saveUnitTarget } from '../../db/records/unit-targets';
import { savePolicy } from '../../db/records/usage-policy';
import { makeActor } from '../../runtime/test-database';
import { importEvents } from '../events/import-events';
import { importPath } from '../imports/import-path';
import { evaluateUsage } from './evaluate-usage';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-usage-alerts-'));
const file = (name: string, text: string) => {
  fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};
const start = (day: string) => Date.parse(`${day}T00:00:00Z`) / 1000;
const bucket = (day: string, lines: [item: string, project: string, amount: string][]) => ({
  object: 'bucket',
  start_time: start(day),
  end_time: start(day) + 86_400,
  results: lines.map(([line_item, project_id, value]) => ({
    ...{
      object: 'organization.costs.result',
      amount: { value, currency: 'usd' },
      line_item,
      project_id,
      quantity: 1000,
      quantity_unit: 'tokens',
    },
  })),
});
const now = new Date('2026-11-21T08:00:00Z');

test('tasks above target, use without a price, what is not approved and new spend without events are told, once', async () => {
  const actor = await makeActor('editor');
  const usual: [string, string, string][] = [['gpt-4o, input', 'proj_a', '10']];
  const days = Array.from({ length: 20 }, (_, i) => new Date(Date.UTC(2026, 10, 1 + i)).toISOString().slice(0, 10));
  const page = {
    object: 'page',
    has_more: false,
    data: days.map((d) => bucket(d, d >= '2026-11-18' ? [...usual, ['gpt-5.4-2026-03-05, input', 'proj_new', '50']] : usual)),
  };
  await importPath(actor, file('bill.json', JSON.stringify(page)), {});
  const rows = days.map((d, i) => `${d}T10:00:00Z,e${i},t${i},answer,gpt-4o,openai,proj_a,1000`);
  const odd = '2026-11-19T10:00:00Z,odd,,,house-model,self,,10';
  await importEvents(
    actor,
    file('events.csv', ['time,event_id,task_id,task_type,model,channel,account,input_tokens', ...rows, odd].join('\n')),
  );
  await prisma().$transaction(async (tx) => {
    await saveUnitTarget(tx, actor.organizationId, { taskType: 'answer', amount: '4', currency: 'USD' });
    await savePolicy(tx, actor.organizationId, { vendors: [], models: ['gpt-4o*'], regions: [], channels: [] }, 'somebody');
  });
  expect(await evaluateUsage(actor.organizationId, now)).toHaveLength(4);
  const told = await prisma().alert.findMany({
    where: { organizationId: actor.organizationId, kind: { in: ['unit-cost', 'unpriced', 'policy', 'unattributed'] } },
    orderBy: { kind: 'asc' },
  });
  expect(told.map((a) => a.title)).toEqual([
    'gpt-5.4-2026-03-05 on openai: model gpt-5.4-2026-03-05 is not approved.',
    'gpt-5.4-2026-03-05 in proj_new: 150.00 USD since 2026-11-18 that no event explains.',
    'answer: 10.00 USD a task on the invoice, the target is 4.00 USD.',
    'house-model on self: 1 events without a whole list price.',
  ]);
  expect(await evaluateUsage(actor.organizationId, now)).toEqual([]);
});
