import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { AllocationQuery } from '../../core/allocation/allocation-query';
import { addDays } from '../../core/time/days';
import { allocateAll } from '../../db/loading/allocate';
import { inTransaction } from '../../db/sql';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { getFieldValues } from './field-values';
import { getAllocationProgress } from './progress';
import { getRuleUse } from './rule-use';
import { saveRules } from './save';
import { getUnallocated } from './unallocated';

const today = '2026-10-20';
const ask = AllocationQuery.parse({ from: '2026-08-01', to: '2026-11-01' });
const charge = (day: string, amount: string, tags: object, more: object = {}) =>
  focusRow({
    ...{ BilledCost: amount, EffectiveCost: amount, Tags: JSON.stringify(tags) },
    ...{ BillingPeriodStart: `${day.slice(0, 7)}-01T00:00:00Z` },
    ...{ ChargePeriodStart: `${day}T00:00:00Z`, ChargePeriodEnd: `${addDays(day, 1)}T00:00:00Z` },
    ...more,
  });

let actor: Actor;
let stranger: Actor;
beforeAll(async () => {
  [actor, stranger] = await Promise.all([makeActor(), makeActor()]);
  const bill = focusFile([
    charge('2026-08-03', '7', { team: 'old' }),
    charge('2026-10-03', '60', { team: 'teamA' }),
    charge('2026-10-03', '40', { team: 'team-a' }),
    charge('2026-10-04', '5', { team: 'Team A' }, { BillingCurrency: 'EUR' }),
    charge('2026-10-04', '2', { team: 'Team A' }),
    charge('2026-10-05', '30', { Squad: 'search' }, { BillingAccountId: 'account-9' }),
    charge('2026-10-18', '1', {}, { BillingAccountId: 'account-9' }),
  ]);
  await importPath(actor, writeFile('bill.csv', bill), {});
});
const tag = (values: string[], more: object = {}) => ({ when: [{ field: 'tag:team', op: 'equals', values }], value: values[0], ...more });

test('a rule says when it last gave an owner, what rules before take of it, and that it has matched nothing for 30 days', async () => {
  const { rules } = await saveRules(actor, {
    ...{ key: 'team', title: 'Team' },
    rules: [
      tag(['teamA']),
      { when: [], value: null, from: 'tag:team' },
      tag(['nobody']),
      tag(['old'], { until: '2026-09-01' }),
      tag(['search'], { since: '2027-01-01' }),
      tag(['just written'], { since: '2026-10-15' }),
    ],
  });
  const [first, second, never, ended, later, fresh] = rules.map((r) => r.id);
  const use = await getRuleUse(actor, ask, today);
  expect(use.rules).toEqual([
    { rule: first, latest: '2026-10-04', state: 'used', taken: [], takenBy: [] },
    {
      ...{ rule: second, latest: '2026-08-03', state: 'idle', takenBy: [first] },
      taken: [
        { currency: 'USD', amount: '102', charges: 3, by: [first] },
        { currency: 'EUR', amount: '5', charges: 1, by: [first] },
      ],
    },
    { rule: never, latest: null, state: 'idle', taken: [], takenBy: [] },
    { rule: ended, latest: null, state: 'ended', taken: [{ currency: 'USD', amount: '7', charges: 1, by: [second] }], takenBy: [second] },
    { rule: later, latest: null, state: 'later', taken: [], takenBy: [] },
    { rule: fresh, latest: null, state: 'unknown', taken: [], takenBy: [] },
  ]);
  await expect(getRuleUse(stranger, { ...ask, dimension: 'team' }, today)).resolves.toMatchObject({ rules: [] });
});

test('the values of a tag stand with their money, spellings of one together, and only those of the own organisation', async () => {
  const { values, hidden } = await getFieldValues(actor, { field: 'tag:team' }, today);
  expect(hidden).toBe(0);
  expect(values.map((v) => [v.name, v.spellings.length, v.charges])).toEqual([
    ['Team A', 3, 4],
    ['old', 1, 1],
  ]);
  expect(values[0]?.spellings.toSorted()).toEqual(['Team A', 'team-a', 'teamA']);
  expect(values[0]?.amounts).toEqual([
    { currency: 'EUR', amount: '5' },
    { currency: 'USD', amount: '102' },
  ]);
  const accounts = await getFieldValues(actor, { field: 'BillingAccountId' }, today);
  expect(accounts.values.map((v) => v.name)).toEqual(['account-1', 'account-9']);
  expect(await getFieldValues(stranger, { field: 'tag:team' }, today)).toEqual({ values: [], hidden: 0 });
});

test('what nobody owns is told apart by what was asked for, and the rule for it asks for the same', async () => {
  const of = async (part?: 'service' | 'caller' | 'resource') =>
    (await getUnallocated(actor, { ...ask, ...(part && { part }) }, today)).groups;
  for (const [part, field] of [
    [undefined, 'x_ServiceName'],
    ['caller', 'x_PrincipalId'],
    ['resource', 'ResourceId'],
  ] as const) {
    const [group] = await of(part);
    expect([group?.account, group?.amount]).toEqual(['account-9', '31']);
    expect(group?.when.map((c) => c.field)).toEqual(['BillingAccountId', field]);
  }
});

test('an allocation that runs says how far it is, to its own organisation only, and nothing once it is over', async () => {
  const rules = {
    key: 'product',
    rules: [{ ...tag(['teamA']), from: null, map: {}, since: null, until: null, name: null }],
    synonyms: {},
    names: [],
  };
  const seen = await inTransaction(actor.organizationId, async (client) => {
    await allocateAll(client, actor.organizationId, rules as Parameters<typeof allocateAll>[2]);
    return Promise.all([getAllocationProgress(actor), getAllocationProgress(stranger)]);
  });
  expect(seen).toEqual([{ running: { done: 7, total: 7 } }, { running: null }]);
  expect(await getAllocationProgress(actor)).toEqual({ running: null });
});
