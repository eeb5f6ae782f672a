import { expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { answerOnCopy } from '../../db/columnar/answer';
import { readyStore } from '../../db/columnar/sync';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { explore, understood } from './explore';

const today = '2026-10-02';
const dimensions = [
  'provider',
  'service',
  'category',
  'region',
  'charge',
  'account',
  'sub-account',
  'resource',
  'sku',
  'meter',
  'invoice',
  'tag:env',
];

async function withCharges(): Promise<Actor> {
  const actor = await makeActor();
  await load(actor, '1.5');
  return actor;
}

const load = (actor: Actor, cost: string) =>
  importPath(
    actor,
    writeFile(
      'august.csv',
      focusFile(['a', 'b', 'c'].map((name) => focusRow({ ServiceName: name, BilledCost: cost, EffectiveCost: cost, Tags: '{"env":"p"}' }))),
    ),
    {},
  );

const ask = (actor: Actor, by: string) =>
  explore(actor, ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by, compare: 'none' }), today);

async function storeOf(actor: Actor) {
  const store = await readyStore(actor.organizationId, 10_000);
  if (!store) throw new Error('the copy is not ready');
  return store;
}

async function tablesIn(actor: Actor): Promise<number> {
  const connection = await (await storeOf(actor)).instance.connect();
  const [[n] = []] = (await connection.runAndReadAll(`select count(*) from duckdb_tables() where database_name = 'numbers'`)).getRowsJson();
  connection.closeSync();
  return Number(n);
}

test('the groupings asked last keep their numbers, and no more of them than eight', async () => {
  const actor = await withCharges();
  for (const by of [...dimensions, ...dimensions]) expect((await ask(actor, by)).totals[0]?.amount).toBe('4.5');
  const store = await storeOf(actor);
  expect([...store.numbers.kept.values()].map((kept) => kept.users)).toEqual(Array(8).fill(0));
  expect(await tablesIn(actor)).toBe(16);
  expect([...store.numbers.kept.keys()].at(-1)).toContain('tag:env');
});

test('after a load the numbers of before are gone', async () => {
  const actor = await withCharges();
  await ask(actor, 'service');
  await ask(actor, 'region');
  await load(actor, '2');
  expect((await ask(actor, 'service')).groups.map((g) => g.amount)).toEqual(['2', '2', '2']);
  expect((await storeOf(actor)).numbers.kept.size).toBe(1);
  expect(await tablesIn(actor)).toBe(2);
});

test('many at once share them, and a reader who leaves while they are made takes nothing from the others', async () => {
  const actor = await withCharges();
  const store = await storeOf(actor);
  const asked = ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by: 'resource', by2: 'tag:env', compare: 'none' });
  const { question } = await understood(actor, asked, today);
  const leaving = new AbortController();
  const answers = Array.from({ length: 12 }, (_, i) =>
    answerOnCopy(store, question, 10, () => [], { signal: i % 3 === 0 ? leaving.signal : undefined }).catch((e: Error) => e.name),
  );
  await Promise.resolve();
  leaving.abort();
  const done = await Promise.all(answers);
  done.forEach((answer, i) => {
    if (typeof answer === 'string') expect([i % 3, answer]).toEqual([0, 'AbortError']);
    else expect(answer.totals.map((t) => [t.amount, t.charges])).toEqual([['4.5', 3]]);
  });
  expect(store.numbers.kept.size).toBeLessThanOrEqual(1);
  expect(await tablesIn(actor)).toBe(store.numbers.kept.size * 2);
});

test('several who ask many different things at once are all answered, and nothing stays behind', async () => {
  const actor = await withCharges();
  const asker = async (first: number) => {
    for (let i = 0; i < 40; i++) {
      const by = dimensions[(first * 5 + i * 7) % dimensions.length] as string;
      expect((await ask(actor, by)).totals.map((t) => t.amount)).toEqual(['4.5']);
    }
  };
  await Promise.all([0, 1, 2, 3].map(asker));
  expect((await storeOf(actor)).numbers.kept.size).toBeLessThanOrEqual(8);
  expect(await tablesIn(actor)).toBe((await storeOf(actor)).numbers.kept.size * 2);
});
