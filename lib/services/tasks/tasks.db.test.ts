import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { TaskQuery } from '../../core/units/task-query';
import { makeActor, writeFile } from '../../runtime/test-database';
import { getAudit } from '../audit/get-audit';
import { importEvents } from '../events/import-events';
import { refreshUsage } from '../events/refresh-usage';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { importMetrics, listMetrics, pushMetrics } from '../metrics/import-metrics';
import { getMetricCosts } from '../metrics/unit-costs';
import { getUnattributed } from '../models/get-unattributed';
import { applyTaskRules, exportTaskRules, previewTaskRule, saveTaskRules } from './edit-task-rules';
import { explainRise } from './explain-rise';
import { getCalibration } from './get-calibration';
import { getTaskRun } from './get-task-run';
import { getOutliers, getTaskGroups, getTasksHead, getTaskTypes } from './get-tasks';
import { queryTasks } from './query-tasks';
import { getUnitTargets, setUnitTarget } from './unit-targets';

let actor: Actor;
beforeEach(async () => {
  actor = await makeActor('editor');
});

const head = 'time,event_id,task_id,task_type,customer,team,model,channel,account,input_tokens,output_tokens,outcome,api_key';
const ofNovember = {
  BillingPeriodStart: '2026-11-01T00:00:00Z',
  ChargePeriodStart: '2026-11-03T00:00:00Z',
  ChargePeriodEnd: '2026-11-04T00:00:00Z',
};
const events = async (...rows: string[]) => {
  const result = await importEvents(actor, writeFile('events.csv', [head, ...rows].join('\n')));
  expect(result.outcome, result.reason ?? '').toBe('imported');
};
/** A bill of OpenAI on 2 November: what the input of each model cost. */
const bill = async (models: Readonly<Record<string, string>>, currencies: Readonly<Record<string, string>> = {}) => {
  const start = Date.UTC(2026, 10, 2) / 1000;
  const results = Object.entries(models).map(([model, value]) => ({
    object: 'organization.costs.result',
    amount: { value, currency: currencies[model] ?? 'usd' },
    line_item: `${model}, input`,
    project_id: 'proj_a',
    quantity: 3000,
    quantity_unit: 'tokens',
  }));
  const page = { object: 'page', data: [{ object: 'bucket', start_time: start, end_time: start + 86_400, results }], has_more: false };
  const result = await importPath(actor, writeFile('bill.json', JSON.stringify(page)), {});
  expect(result.outcome, result.reason ?? '').toBe('imported');
};
const run = (n: number, { outcome = 'success', type = 'answer', day = '02', model = 'gpt-4o', input = 1000, customer = 'c1' } = {}) =>
  `2026-11-${day}T10:${String(n).padStart(2, '0')}:00Z,e-${day}-${n},t-${day}-${n},${type},${customer},support,${model},openai,proj_a,${input},0,${outcome},bot`;
const november = { from: '2026-11-01', to: '2026-12-01' };
const asked = (change: Partial<Record<keyof TaskQuery, unknown>> = {}) => TaskQuery.parse({ ...november, ...change });
const headOf = (change: Parameters<typeof asked>[0] = {}, who = actor) => getTasksHead(who, asked(change), '2026-11-20');

test('ten runs of 1.00 with eight successes cost 1 a task and 1.25 a success', async () => {
  await events(...Array.from({ length: 10 }, (_, n) => run(n, { outcome: n < 8 ? 'success' : 'failure' })));
  await bill({ 'gpt-4o': '10' });
  const line = {
    tasks: 10,
    succeeded: 8,
    events: 10,
    unpricedEvents: 0,
    currency: 'USD',
    invoiceCost: '10',
    listCost: '0.025',
    listCurrency: 'USD',
    basis: 'invoice',
  };
  expect(await queryTasks(actor, { groupBy: 'task_type', ...november })).toMatchObject([
    { group: 'answer', ...line, perTask: '1', perSuccess: '1.25', successRate: '0.8' },
  ]);
  const shown = await headOf();
  expect(shown).toMatchObject({ basis: 'invoice', fellBack: false, currency: 'USD', totalBefore: null });
  expect(shown.total).toMatchObject({
    perTask: '1',
    perSuccess: '1.25',
    p50: '1',
    p95: '1',
    successRate: '0.8',
    failures: '2',
    failureOverhead: '0.2',
  });
  expect(shown.coverage).toMatchObject({ effective: '10', attributed: '10', idle: '0', inTasks: '10', withCustomer: '10' });
  expect((await headOf({ basis: 'list' })).total).toMatchObject({ amount: '0.025', perTask: '0.0025', p50: '0.0025' });
});

test('without a bill list prices stand in and say so; what has no price is counted and never zero', async () => {
  await events(run(1), run(2, { model: 'nobody-knows-this', type: 'odd' }), run(3, { model: 'nobody-knows-this' }));
  const rows = await queryTasks(actor, { groupBy: 'task_type', ...november });
  expect(rows).toMatchObject([
    {
      group: 'answer',
      currency: 'USD',
      tasks: 2,
      unpricedEvents: 1,
      listCost: '0.0025',
      invoiceCost: null,
      basis: 'list',
      perTask: '0.00125',
    },
    { group: 'odd', currency: null, tasks: 1, unpricedEvents: 1, listCost: null, basis: null, perTask: null, perSuccess: null },
  ]);
  const shown = await headOf();
  expect(shown).toMatchObject({ basis: 'list', fellBack: true });
  expect((await getTaskTypes(actor, shown, 'task')).types.map((t) => [t.group, t.amount, t.unknownEvents])).toEqual([
    ['answer', '0.0025', 1],
    ['odd', null, 1],
  ]);
});

test('a task that is paid in two currencies stands in both, and they are never added', async () => {
  await events(
    '2026-11-02T10:00:00Z,a,t,answer,c1,support,gpt-4o,openai,proj_a,1000,0,success,bot',
    '2026-11-02T10:01:00Z,b,t,answer,c1,support,gpt-4o-mini,openai,proj_a,1000,0,success,bot',
    run(2),
  );
  await bill({ 'gpt-4o': '10', 'gpt-4o-mini': '3' }, { 'gpt-4o-mini': 'eur' });
  const rows = await queryTasks(actor, { groupBy: 'task_type', ...november });
  expect(rows.map((r) => [r.currency, r.tasks, r.invoiceCost, r.listCost, r.listCurrency, r.perTask])).toEqual([
    ['USD', 2, '10', '0.005', 'USD', '5'],
    ['EUR', 1, '3', '0.00015', 'USD', '3'],
  ]);
  const shown = await headOf({ ccy: 'EUR' });
  expect([shown.currencies, shown.total?.amount, shown.coverage?.effective]).toEqual([['USD', 'EUR'], '3', '3']);
});

test('where nobody reports how tasks ended there is no cost per success', async () => {
  await events(run(1, { outcome: '' }), run(2, { outcome: '' }));
  expect(await queryTasks(actor, { groupBy: 'customer', ...november })).toMatchObject([
    { group: 'c1', tasks: 2, succeeded: 0, perTask: '0.0025', perSuccess: null },
  ]);
  expect((await headOf()).total).toMatchObject({ successRate: null, failedCost: null, failures: null });
});

test('types, what is in no task and what no event explains add up to the bill', async () => {
  await events(run(1), run(2, { type: 'summary' }), '2026-11-02T12:00:00Z,alone,,,,,gpt-4o,openai,proj_a,1000,0,,bot');
  await bill({ 'gpt-4o': '10', 'gpt-5': '5' });
  const { coverage, total } = await headOf();
  expect(coverage).toMatchObject({ effective: '15', attributed: '10' });
  expect(total?.invoiceCost).toBe(coverage?.inTasks);
  expect(Number(coverage?.attributed) - Number(coverage?.inTasks)).toBeCloseTo(10 / 3, 9);
  const { total: drift, providers } = await getCalibration(actor, november, 'USD');
  expect(drift).toMatchObject({
    events: 3,
    list: '0.0075',
    invoiceOfListed: '10',
    unexplained: '5',
    withoutInvoice: 0,
    listDrift: '1332.333333',
  });
  expect(providers.map((p) => p.provider)).toEqual(['openai']);

  // a bill that no event speaks of is without events as a whole, as the bar of what is unattributed has it
  const claude = focusRow({
    ...{ ProviderName: 'Anthropic', ServiceName: 'Claude API', BilledCost: '7', EffectiveCost: '7' },
    ...ofNovember,
  });
  expect((await importPath(actor, writeFile('claude.csv', focusFile([claude])), {})).outcome).toBe('imported');
  await refreshUsage(actor.organizationId);
  const after = await getCalibration(actor, november, 'USD');
  const bar = (await getUnattributed(actor, november)).totals.find((t) => t.currency === 'USD');
  expect(after.total?.unexplained).toBe(bar?.unattributed);
  expect(after.providers.find((p) => p.provider !== 'openai')).toMatchObject({ events: 0, invoice: null, unexplained: '7' });
});

test('a run whose prompts grow ten times is a loop, and its calls can be read in order', async () => {
  const growing = Array.from(
    { length: 10 },
    (_, n) =>
      `2026-11-02T11:00:${String(n).padStart(2, '0')}Z,g${n},loop,answer,c1,support,gpt-4o,openai,proj_a,${1000 * (n + 1)},10,success,bot`,
  );
  await events(run(1), ...growing);
  const shown = await headOf();
  const { rows, loops } = await getOutliers(actor, shown, { show: 'loops', page: 1 });
  expect([loops, rows.map((r) => [r.taskId, r.isLoop, r.growingCalls])]).toEqual([1, [['loop', true, 9]]]);
  const one = await getTaskRun(actor, rows[0]?.taskKey ?? '');
  expect(one).toMatchObject({ isLoop: true, left: 0, rows: [{ events: 10, succeeded: true }] });
  expect(one.events.map((e) => e.tokens.input)).toEqual(growing.map((_, n) => String(1000 * (n + 1))));
  await expect(getTaskRun(await makeActor(), rows[0]?.taskKey ?? '')).rejects.toMatchObject({ code: 'not_found' });
  await expect(getTaskRun(actor, 'nonsense')).rejects.toMatchObject({ code: 'not_found' });
});

test('a rule names what was used before, says beforehand how much, and gives the name back', async () => {
  await events(run(1, { type: '' }), run(2, { type: '' }), run(3));
  const rule = { taskType: 'support answer', match: [{ field: 'apiKey' as const, operator: 'is' as const, value: 'bot' }] };
  expect(await previewTaskRule(actor, { rule, before: [] }, '2026-11-20')).toMatchObject({ events: 3, matched: 3, renamed: 3, taken: 0 });
  expect(await previewTaskRule(actor, { rule, before: [{ ...rule, taskType: 'x' }] }, '2026-11-20')).toMatchObject({
    matched: 0,
    taken: 3,
  });
  const yaml = 'rules:\n  - task_type: support answer\n    match: [{ field: api_key, operator: is, value: bot }]\n';
  expect(await applyTaskRules(actor, { name: 'r.yaml', text: yaml })).toMatchObject({ outcome: 'saved', renamed: 2, days: 1 });
  const groups = async () => (await queryTasks(actor, { groupBy: 'task_type', ...november })).map((r) => [r.group, r.tasks]);
  expect(await groups()).toEqual([['support answer', 3]]);
  expect(await applyTaskRules(actor, { name: 'r.yaml', text: await exportTaskRules(actor) })).toMatchObject({ outcome: 'unchanged' });
  await saveTaskRules(actor, []);
  expect(await groups()).toEqual([
    [null, 2],
    ['answer', 1],
  ]);
  const { rows } = await getAudit({ ...actor, role: 'admin' }, { before: null });
  expect(rows.filter((r) => r.action === 'task-rules.changed')).toHaveLength(2);
});

test('how success is told can be changed afterwards', async () => {
  await events(
    '2026-11-02T10:00:00Z,a,t,answer,c1,support,gpt-4o,openai,proj_a,10,1,success,bot',
    '2026-11-02T10:01:00Z,b,t,answer,c1,support,gpt-4o,openai,proj_a,10,1,failure,bot',
  );
  const succeeded = async () => (await queryTasks(actor, { groupBy: 'task_type', ...november }))[0]?.succeeded;
  expect(await succeeded()).toBe(0);
  await saveTaskRules(actor, [{ taskType: 'answer', match: [{ field: 'taskType', operator: 'is', value: 'answer' }], success: 'any' }]);
  expect(await succeeded()).toBe(1);
});

test('a rise is told apart into causes that add up', async () => {
  await events(
    ...[1, 2, 3].map((n) => run(n, { day: '02' })),
    ...[1, 2].map((n) => run(n, { day: '03', model: 'gpt-4o-mini', input: 3000 })),
  );
  const shown = await headOf({ from: '2026-11-03', to: '2026-11-04', task: 'answer' });
  const rise = await explainRise(actor, shown);
  expect(rise).toMatchObject({ before: '0.0025', after: '0.00045' });
  expect(rise?.steps.filter((s) => s.amount !== '0').map((s) => [s.term, s.amount])).toEqual([
    ['callSize', '0.005'],
    ['modelMix', '-0.00705'],
  ]);
  expect(await explainRise(actor, await headOf({ task: 'answer' }))).toBeNull();
});

test('metrics replace what was known of a day, become a unit, and revenue makes a margin', async () => {
  await events(run(1), run(2, { customer: 'c2' }));
  await bill({ 'gpt-4o': '10' });
  const file = {
    name: 'm.csv',
    text: 'date,name,value,currency,customer\n2026-11-02,tickets,4,,\n2026-11-03,tickets,0,,\n2026-11-02,revenue,20,USD,c1\n',
  };
  expect(await importMetrics(actor, file)).toMatchObject({ outcome: 'imported', rows: 3, added: 3, changed: 0 });
  expect(await importMetrics(actor, file)).toMatchObject({ outcome: 'unchanged' });
  expect(await pushMetrics(actor, [{ name: 'tickets', date: '2026-11-02', value: '5', labels: {} }])).toMatchObject({
    added: 0,
    changed: 1,
  });
  expect((await listMetrics(actor)).map((m) => [m.name, m.currency, m.values])).toEqual([
    ['revenue', 'USD', 1],
    ['tickets', null, 2],
  ]);
  const shown = await headOf();
  expect(await getMetricCosts(actor, 'tickets', shown.slice, 'USD')).toMatchObject({
    perUnit: '2',
    days: [
      { day: '2026-11-02', perUnit: '2' },
      { day: '2026-11-03', value: '0', perUnit: null },
    ],
  });
  expect(await getMetricCosts(actor, 'revenue', shown.slice, 'USD')).toMatchObject({
    of: 'tasks of the same customer',
    cost: '5',
    perUnit: '0.25',
  });
  const { lines, hasRevenue } = await getTaskGroups(actor, shown, 'customer');
  expect([hasRevenue, lines.map((l) => [l.group, l.amount, l.revenue])]).toEqual([
    true,
    [
      ['c1', '5', '20'],
      ['c2', '5', null],
    ],
  ]);
});

test('a target is set, changed and taken away', async () => {
  await setUnitTarget(actor, { taskType: 'answer', amount: '0.05', currency: 'USD' });
  await setUnitTarget(actor, { taskType: 'answer', amount: '0.06', currency: 'USD' });
  expect(await getUnitTargets(actor)).toEqual([{ taskType: 'answer', amount: '0.06', currency: 'USD' }]);
  expect(await setUnitTarget(actor, { taskType: 'answer', amount: null, currency: 'USD' })).toEqual([]);
});

test('another organisation sees nothing, and a viewer changes nothing', async () => {
  await events(run(1));
  const stranger = await makeActor();
  expect(await queryTasks(stranger, { groupBy: 'task_type', ...november })).toEqual([]);
  expect((await headOf({}, stranger)).total).toBeNull();
  const viewer: Actor = { ...actor, role: 'viewer' };
  await expect(saveTaskRules(viewer, [])).rejects.toThrow(/editor/);
  await expect(setUnitTarget(viewer, { taskType: 'a', amount: '1', currency: 'USD' })).rejects.toThrow(/editor/);
  await expect(importMetrics(viewer, { name: 'm.csv', text: '' })).rejects.toThrow(/editor/);
  await expect(queryTasks(actor, { groupBy: 'prompt', ...november })).rejects.toThrow(/cannot be grouped by "prompt"/);
});
