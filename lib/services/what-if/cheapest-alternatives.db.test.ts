import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importEvents } from '../events/import-events';
import { refreshUsage } from '../events/refresh-usage';
import { setPolicy } from '../models/get-unattributed';
import { getQualityDays, getTaskQuality } from '../tasks/get-task-quality';
import { exportTasks, queryTasks } from '../tasks/query-tasks';
import { getCheapestAlternatives } from './cheapest-alternatives';
import { exportWhatIf } from './export-what-if';
import { runWhatIf } from './run-what-if';

let actor: Actor;
beforeEach(async () => {
  actor = await makeActor('admin');
});

const head = 'time,event_id,task_id,task_type,team,model,channel,input_tokens,output_tokens,outcome,latency_ms';
const november = { from: '2026-11-01', to: '2026-12-01' };
const today = '2026-12-15';
const slice = { ...november, basis: 'invoice' as const };
let n = 0;
interface Call {
  type: string;
  model: string;
  team?: string;
  task?: string;
  outcome?: string;
  ms?: number | '';
}
const call = ({ type, model, team = 'support', task = `t-${n}`, outcome = 'success', ms = 1000 }: Call) =>
  `2026-11-0${1 + (n % 9)}T10:00:0${n % 10}Z,e-${n++},${task},${type},${team},${model},openai,100000,0,${outcome},${ms}`;
const many = (count: number, c: (i: number) => Call) => Array.from({ length: count }, (_, i) => call(c(i)));
const load = async (rows: readonly string[]) => {
  expect((await importEvents(actor, writeFile('events.csv', [head, ...rows].join('\n')))).outcome).toBe('imported');
  await refreshUsage(actor.organizationId);
};
const alternativeOf = async (type: string) => (await getCheapestAlternatives(actor, slice, 'USD')).find((a) => a.taskType === type);

test('a type is told the cheapest model in use, what a task would save there, and that it is What-if that says so', async () => {
  await load([...many(4, () => ({ type: 'answer', model: 'gpt-4o' })), ...many(2, () => ({ type: 'sort', model: 'gpt-4o-mini' }))]);
  const answer = await alternativeOf('answer');
  expect(answer).toMatchObject({
    tasks: 4,
    from: { model: 'gpt-4o', list: '1' },
    best: { model: 'gpt-4o-mini' },
    tried: null,
    ruledOut: null,
  });
  const scenario = await runWhatIf(actor, { ...november, task: 'answer', model: 'gpt-4o', a: answer?.best?.assumptions }, today);
  expect(scenario.totals[0]?.scenario).toBe(answer?.best?.cost);
  expect(Number(answer?.savingPerTask)).toBeCloseTo(-Number(scenario.totals[0]?.difference) / 4, 9);
  expect(await alternativeOf('sort')).toMatchObject({ best: null, ruledOut: null });
  const stranger = await makeActor('admin');
  expect(await getCheapestAlternatives(stranger, slice, 'USD')).toEqual([]);
});

test('a cheaper model that fails more is no alternative, and the runs that say so are named', async () => {
  await load([
    ...many(60, () => ({ type: 'answer', model: 'gpt-4o' })),
    ...many(40, (i) => ({ type: 'answer', model: 'gpt-4o-mini', outcome: i < 30 ? 'success' : 'failure' })),
  ]);
  const answer = await alternativeOf('answer');
  expect(answer?.best?.model).not.toBe('gpt-4o-mini');
  expect(answer?.ruledOut).toMatchObject({ model: 'gpt-4o-mini', why: ['75.0 % of its tasks succeed on gpt-4o-mini, 100.0 % on gpt-4o'] });
});

test('what the policy does not approve is ruled out with its reason', async () => {
  await load([...many(2, () => ({ type: 'answer', model: 'gpt-4o' })), ...many(2, () => ({ type: 'sort', model: 'gpt-4o-mini' }))]);
  await setPolicy(actor, { vendors: [], models: ['gpt-4o'], regions: [], channels: ['openai'] });
  expect(await alternativeOf('answer')).toMatchObject({
    best: null,
    ruledOut: { model: 'gpt-4o-mini', why: ['model gpt-4o-mini is not approved'] },
  });
});

test('quality stands beside cost: success, retries and latency by model and by day; too few are marked', async () => {
  await load([
    ...many(20, (i) => ({ type: 'answer', model: 'gpt-4o', ms: 100 * (i + 1) })),
    // two calls of one task, of which the first failed: a retry that went well
    call({ type: 'answer', model: 'gpt-4o', task: 'again', outcome: 'failure', ms: '' }),
    call({ type: 'answer', model: 'gpt-4o', task: 'again', ms: '' }),
    ...many(30, (i) => ({ type: 'answer', model: 'gpt-4o-mini', outcome: i < 24 ? 'success' : 'failure', ms: 50 })),
  ]);
  const [answer] = await getTaskQuality(actor, slice);
  expect(answer).toMatchObject({ taskType: 'answer', tasks: 51, retried: 1, p95Ms: 1800 });
  expect(answer?.models).toMatchObject([
    { model: 'gpt-4o-mini', tasks: 30, successRate: '0.8', retryRate: '0', p95Ms: 50, isEnough: true },
    { model: 'gpt-4o', tasks: 21, successRate: '1', retryRate: '0.047619', p95Ms: 1900, isEnough: false },
  ]);
  const days = await getQualityDays(actor, { ...slice, taskType: 'answer' }, 'USD');
  expect(days.reduce((sum, d) => sum + d.tasks, 0)).toBe(51);
  expect(days.every((d) => d.p95Ms !== null)).toBe(true);
});

test('a team is a scope of tasks and of what-if alike', async () => {
  await load([
    ...many(3, () => ({ type: 'answer', model: 'gpt-4o', team: 'support' })),
    ...many(2, () => ({ type: 'answer', model: 'gpt-4o', team: 'care' })),
    ...many(1, () => ({ type: 'answer', model: 'gpt-4o', team: '' })),
  ]);
  const tasks = async (team?: string) => (await queryTasks(actor, { groupBy: 'task_type', ...november, team }))[0]?.tasks;
  const events = async (team?: string) => (await runWhatIf(actor, { ...november, team }, today)).scope.events;
  expect([await tasks(), await tasks('support'), await tasks('care'), await tasks('(none)'), await tasks('nobody')]).toEqual([
    6,
    3,
    2,
    1,
    undefined,
  ]);
  expect([await events(), await events('support'), await events('care'), await events('(none)'), await events('nobody')]).toEqual([
    6, 3, 2, 1, 0,
  ]);
  const { choices } = await runWhatIf(actor, { ...november, team: 'care' }, today);
  expect(choices).toMatchObject({ taskTypes: ['answer'], teams: ['care', 'support'], models: ['gpt-4o'], channels: ['openai'] });
});

test('both are files as well', async () => {
  await load([...many(4, () => ({ type: 'answer', model: 'gpt-4o' })), ...many(2, () => ({ type: '=sort', model: 'gpt-4o-mini' }))]);
  const [names, ...rows] = (await exportTasks(actor, { groupBy: 'task_type', ...november })).slice(1).trimEnd().split('\r\n');
  expect(names).toContain('cheapest_alternative,instead_of,saving_per_task');
  expect(rows[0]).toMatch(/^answer,USD,4,4,1,0,1000,.*,gpt-4o-mini,gpt-4o,0\.235,0\.94,USD,$/);
  expect(rows[1]).toMatch(/^'=sort,USD,2,.*,none cheaper,gpt-4o-mini,,,USD,$/);
  const scenario = await exportWhatIf(actor, { ...november, a: 'model:gpt-4o~nobody-knows' }, today);
  expect(scenario).toMatch(/left out of both sides: There is no price for nobody-knows on OpenAI/);
});
