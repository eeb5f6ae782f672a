import { beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import type { Editions } from '../../core/allocation/editions';
import { makeActor } from '../../runtime/test-database';
import { applyAllocation, changeShared, deleteDimension, exportAllocation, importTree, saveRules } from './save';
import { getAllocation } from './settings';

let ada: Actor;
let bo: Actor;
beforeEach(async () => {
  ada = { ...(await makeActor()), name: 'Ada' };
  bo = { ...ada, name: 'Bo' };
});

const rule = (value: string) => ({ name: null, when: [{ field: 'x_ServiceName', op: 'equals', values: [value] }], value });
const save = (by: Actor, names: string[], base?: string, key = 'team') =>
  saveRules(by, { key, title: 'Team', rules: names.map(rule), ...(base && { base }) });
const names = async (key = 'team') => (await getAllocation(ada)).dimensions.find((d) => d.key === key)?.rules.map((r) => r.value);
const editions = async (): Promise<Editions> => (await getAllocation(ada)).editions;
const refused = (by: string, what: string) => ({
  code: 'conflict',
  message: `${by} changed ${what} meanwhile, and nothing of yours is saved. Look at what there is now, then save again.`,
});

test('of two who change the same rules the second is refused and told who was there; nothing is lost', async () => {
  const seen = (await editions()).dimensions.team;
  expect(seen).toBe('new'); // nobody has written the team yet
  const saved = await save(ada, ['search'], seen);
  await expect(save(bo, ['content'], seen)).rejects.toMatchObject(refused('Ada', 'the rules for Team'));
  expect(await names()).toEqual(['search']);
  expect(saved.editions).toEqual(await editions()); // what a change answers is what is read afterwards
  expect((await save(bo, ['search', 'content'], saved.editions.dimensions.team)).outcome).toBe('saved');
  await expect(save(ada, [], saved.editions.dimensions.team)).rejects.toMatchObject(refused('Bo', 'the rules for Team'));
  expect(await names()).toEqual(['search', 'content']);
});

test('two at the same moment: one is kept, whichever it is, and the other told', async () => {
  const base = (await save(ada, ['search'])).editions.dimensions.team;
  const all = await Promise.allSettled([save(ada, ['a'], base), save(bo, ['b'], base), save(bo, ['c'], base)]);
  const kept = all.flatMap((r) => (r.status === 'fulfilled' ? r.value.rules.map((x) => x.value) : []));
  expect(kept).toHaveLength(1);
  expect(await names()).toEqual(kept);
  for (const r of all) if (r.status === 'rejected') expect(r.reason).toMatchObject({ code: 'conflict' });
});

test('who changes something else is not in the way, and who asks for no edition replaces what there is', async () => {
  await save(ada, ['search']);
  const { dimensions } = await editions();
  await save(bo, ['4711'], 'new', 'cc');
  await changeShared(bo, { synonyms: { team: ['squad'] } });
  expect((await save(ada, ['search', 'content'], dimensions.team)).outcome).toBe('saved');
  await save(bo, ['mine']);
  expect(await names()).toEqual(['mine']);
});

test('a dimension is made once, and deleted only as it was seen', async () => {
  const made = await save(ada, ['4711'], 'new', 'cc');
  await expect(save(bo, [], 'new', 'cc')).rejects.toMatchObject({ code: 'conflict' });
  await save(bo, ['4711', '4712'], made.editions.dimensions.cc, 'cc');
  await expect(deleteDimension(ada, 'cc', made.editions.dimensions.cc)).rejects.toMatchObject({ code: 'conflict' });
  expect(await names('cc')).toEqual(['4711', '4712']);
  await deleteDimension(ada, 'cc', (await editions()).dimensions.cc);
  await expect(save(bo, ['4711'], made.editions.dimensions.cc, 'cc')).rejects.toMatchObject(refused('Ada', 'the rules for Team'));
});

test('tree, shared costs and synonyms are each refused for themselves', async () => {
  const seen = await editions();
  const place = { name: 'Learning', kind: 'department' as const };
  await changeShared(ada, { tree: [place], base: { tree: seen.tree } });
  await expect(changeShared(bo, { tree: [], base: { tree: seen.tree } })).rejects.toMatchObject(refused('Ada', 'the tree'));
  await expect(importTree(bo, { name: 'tree.csv', text: 'name,parent\na,\n', base: seen.tree })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect((await getAllocation(ada)).tree).toMatchObject([place]);
  await changeShared(ada, { synonyms: { team: ['squad'] }, base: { synonyms: seen.synonyms, pools: seen.pools } });
  await expect(changeShared(bo, { synonyms: {}, base: { synonyms: seen.synonyms } })).rejects.toMatchObject(
    refused('Ada', 'the tag synonyms'),
  );
  await save(ada, ['platform']);
  const pool = { name: 'Platform', dimension: 'team', value: 'platform', method: 'even' as const };
  const shared = await changeShared(bo, { pools: [pool], base: { pools: seen.pools } });
  await expect(changeShared(ada, { pools: [], base: { pools: seen.pools } })).rejects.toMatchObject(refused('Bo', 'the shared costs'));
  expect(shared.editions).toEqual(await editions());
});

test('a file replaces only what its reader saw', async () => {
  await save(ada, ['search']);
  const file = { name: 'allocation.yaml', text: await exportAllocation(ada) };
  const { all } = await editions();
  await changeShared(bo, { synonyms: { team: ['squad'] } });
  await expect(applyAllocation(ada, file, { base: all })).rejects.toMatchObject(refused('Bo', 'the allocation'));
  expect((await getAllocation(ada)).synonyms).toEqual({ team: ['squad'] });
  const plan = await applyAllocation(ada, file, { base: (await editions()).all });
  expect(plan.find((p) => p.name === 'synonyms')?.action).toBe('change');
  expect((await getAllocation(ada)).synonyms).toEqual({});
});
