import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { addDays } from '../../core/time/days';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importEvents } from '../events/import-events';
import { refreshUsage } from '../events/refresh-usage';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { getModels } from '../models/get-models';
import { getModelFlags } from '../models/model-flags';
import { setPrice } from '../prices/set-price';
import { getTaskFlags } from './task-flags';

const head = 'time,event_id,task_id,task_type,team,model,channel,account,input_tokens,output_tokens';
const first = '2026-11-02';
/** Six answers a day for three weeks: from the 11th on five of them on the smaller model; a search a day stays where it is. */
const rows = Array.from({ length: 21 }, (_, i) => addDays(first, i)).flatMap((day) => [
  ...Array.from({ length: 6 }, (_, n) => {
    const model = day >= '2026-11-11' && n > 0 ? 'gpt-4o-mini' : 'gpt-4o';
    return `${day}T10:0${n}:00Z,e-${day}-${n},t-${day}-${n},answer,${n === 0 ? 'ops' : 'support'},${model},openai,proj_a,1000,10`;
  }),
  `${day}T11:00:00Z,s-${day},s-${day},search,support,gpt-4o,openai,proj_a,500,5`,
]);
const slice = { from: '2026-11-01', to: '2026-12-01', basis: 'list' } as const;

async function loaded(): Promise<Actor> {
  const actor = await makeActor();
  const result = await importEvents(actor, writeFile('events.csv', [head, ...rows].join('\n')));
  expect(result.outcome, result.reason ?? '').toBe('imported');
  await refreshUsage(actor.organizationId);
  return actor;
}
const told = async (actor: Actor, more: object = {}) =>
  (await getTaskFlags(actor, { ...slice, ...more })).map((f) => `${f.day} ${f.words}`);
const moved =
  '2026-11-11 Model changed. answer: mainly gpt-4o-mini from here on (83 % of the tasks of the next 7 days), before gpt-4o (100 % of those of the last 7 days).';
const dearer = '2026-11-16 Price changed. gpt-4o on OpenAI: input 2.5 → 3 USD per 1M tokens (list price before, own price now).';
const ownPrice = (actor: Actor, input: string) =>
  setPrice(actor, {
    ...{ model: 'gpt-4o', channel: 'openai', per: '1000000', currency: 'USD', valid_from: '2026-11-16' },
    bands: [{ prices: { input, cached_input: '1.25', output: '10' } }],
    note: 'contract',
  });

test('a model that took over and a price that changed are flagged on their days, with old and new', async () => {
  const actor = await loaded();
  await ownPrice(actor, '3');
  const flags = await getTaskFlags(actor, slice);
  expect(flags.map((f) => `${f.day} ${f.words}`)).toEqual([moved, dearer]);
  expect(flags.map((f) => f.href)).toEqual(['/tasks?from=2026-10-28&to=2026-11-25&task=answer', '/models?tab=prices&q=gpt-4o']);
});

test('a type, a team and a period have their own flags; another organisation has none', async () => {
  const actor = await loaded();
  await ownPrice(actor, '3');
  expect(await told(actor, { taskType: 'search' })).toEqual([dearer]);
  expect(await told(actor, { team: 'ops' })).toEqual([dearer]);
  expect(await told(actor, { from: '2026-11-12' })).toEqual([dearer]);
  expect(await told(actor, { to: '2026-11-12' })).toEqual([moved]);
  expect(await told(await makeActor())).toEqual([]);
});

test('on Models the price of what is on the bill is flagged, and of nothing else', async () => {
  const actor = await makeActor();
  const day = {
    ChargePeriodStart: '2026-11-03T00:00:00Z',
    ChargePeriodEnd: '2026-11-04T00:00:00Z',
    BillingPeriodStart: '2026-11-01T00:00:00Z',
  };
  const start = Date.UTC(2026, 10, 3) / 1000;
  const result = {
    object: 'organization.costs.result',
    amount: { value: '7', currency: 'usd' },
    line_item: 'gpt-4o, input',
    project_id: 'proj_a',
  };
  const page = {
    object: 'page',
    data: [{ object: 'bucket', start_time: start, end_time: start + 86_400, results: [result] }],
    has_more: false,
  };
  await importPath(actor, writeFile('bill.json', JSON.stringify(page)), {});
  await importPath(actor, writeFile('machines.csv', focusFile([focusRow(day)])), {});
  await ownPrice(actor, '3');
  const period = { from: '2026-11-01', to: '2026-12-01' };
  const [book] = await getModels(actor, period);
  if (!book) throw new Error('no models');
  expect((await getModelFlags(actor, book, period)).map((f) => `${f.day} ${f.words}`)).toEqual([dearer]);
  expect(await getModelFlags(actor, book, { from: '2026-11-17', to: '2026-12-01' })).toEqual([]);
  // where events tell which model took over, that is flagged as well
  expect((await getModelFlags(await loaded(), book, period)).map((f) => `${f.day} ${f.words}`)).toEqual([moved]);
});
