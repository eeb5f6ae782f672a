import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { AllocationQuery } from '../../core/allocation/allocation-query';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { FieldValuesAsk, getFieldValues } from './field-values';
import { importTree, planTree } from './save';
import { getAllocation } from './settings';
import { getUnallocated } from './unallocated';

const today = '2026-08-20';
const charge = (amount: string, tags: object, account: string) =>
  focusRow({ BilledCost: amount, EffectiveCost: amount, Tags: JSON.stringify(tags), BillingAccountId: account });

let actor: Actor;
beforeAll(async () => {
  actor = await makeActor();
  const squads = Array.from({ length: 210 }, (_, i) => charge(String(1000 - i), { squad: `Squad ${i}` }, 'squads'));
  const bill = focusFile([
    ...squads,
    charge('0.02', { squad: 'Rare One' }, 'squads'),
    charge('0.01', { squad: 'rare-one' }, 'squads'),
    // a credit of one owner
    ...[charge('100', { team: 'search' }, 'credited'), charge('-26', { team: 'ops' }, 'credited'), charge('3', {}, 'credited')],
    ...[charge('50', { team: 'search' }, 'even'), charge('45', { team: 'ops' }, 'even'), charge('-60', { team: 'content' }, 'even')],
    charge('3', {}, 'even'),
    ...[charge('-5', { team: 'search' }, 'refunded'), charge('3', {}, 'refunded')],
    // less than 60 %, as a float just that
    ...[charge('1', { team: 'ops' }, 'exact'), charge('1.4999999999999999', { team: 'search' }, 'exact'), charge('3', {}, 'exact')],
  ]);
  await importPath(actor, writeFile('bill.csv', bill), {});
});
const valuesOf = (q?: string) => getFieldValues(actor, FieldValuesAsk.parse({ field: 'tag:squad', ...(q !== undefined && { q }) }), today);

test('a value beyond the 200 dearest is found by a part of it, in any spelling; what is hidden is counted of those that hold it', async () => {
  const all = await valuesOf();
  expect([all.values.length, all.hidden]).toEqual([200, 11]);
  for (const q of ['rare one', ' RARE_O ', 'rare-one']) {
    const { values, hidden } = await valuesOf(q);
    expect([q, values.map((v) => v.spellings.toSorted()), hidden]).toEqual([q, [['Rare One', 'rare-one']], 0]);
  }
  const squads = await valuesOf('squad');
  expect([squads.values.length, squads.hidden]).toEqual([200, 10]);
  expect(await valuesOf('nobody')).toEqual({ values: [], hidden: 0 });
  expect(await valuesOf(' ')).toEqual(all);
  expect(FieldValuesAsk.safeParse({ field: 'tag:squad', q: ` ${'x'.repeat(200)} ` }).success).toBe(true);
  expect(FieldValuesAsk.safeParse({ field: 'tag:squad', q: 'x'.repeat(201) }).success).toBe(false);
});

test('an owner is suggested by his share of what is above zero, never by more than all of it', async () => {
  const { groups } = await getUnallocated(actor, AllocationQuery.parse({ from: '2026-08-01', to: '2026-09-01' }), today);
  const why = (account: string) => groups.find((g) => g.account === account && g.amount === '3')?.suggestion?.why ?? null;
  expect(why('credited')).toBe('100 % of what has an owner in this account belongs to search');
  expect(why('even')).toBeNull();
  expect(why('refunded')).toBeNull();
  expect(why('exact')).toBeNull();
});

test('a file of a tree says what it would do, counts what it did, and takes nothing away by holding nothing', async () => {
  const file = (text: string) => ({ name: 't.csv', text });
  const tree = async () => (await getAllocation(actor)).tree;
  const first = file('name,parent,kind\nLearning,,department\nsearch,Learning,team\ncontent,Learning,team\n');
  expect(await planTree(actor, first)).toEqual({ added: ['Learning', 'search', 'content'], changed: [], removed: [] });
  expect(await tree()).toEqual([]);
  expect(await importTree(actor, first)).toMatchObject({ outcome: 'saved', changed: 3 });
  const kept = await tree();
  for (const text of ['', ' \n\n', 'name,parent,kind\n']) {
    await expect(importTree(actor, file(text))).rejects.toMatchObject({ code: 'invalid' });
    await expect(planTree(actor, file(text))).rejects.toMatchObject({ code: 'invalid' });
  }
  await expect(planTree(actor, file('name,parent\na,nobody\n'))).rejects.toThrow('no row of the tree');
  const second = file('name,parent,kind\nLearning,,department\nsearch,,team\nranking,search,application\n');
  expect(await planTree(actor, second)).toEqual({ added: ['ranking'], changed: ['search'], removed: ['content'] });
  expect(await tree()).toEqual(kept);
  expect(await importTree(actor, second)).toMatchObject({ outcome: 'saved', changed: 3 });
  expect(await importTree(actor, second)).toMatchObject({ outcome: 'unchanged', changed: 0 });
});
