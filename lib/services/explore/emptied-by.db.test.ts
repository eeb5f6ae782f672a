import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { NONE } from '../../core/costs/cost-query';
import { ExploreQuery } from '../../core/explore/explore-query';
import { type ExploreFilter, writeFilter } from '../../core/explore/filters';
import { chargeParts } from '../../core/explore/measures';
import { env } from '../../env';
import { makeActor, writeFile } from '../../runtime/test-database';
import { saveRules } from '../allocation/save';
import { importPath } from '../imports/import-path';
import { emptiedBy } from './emptied-by';
import { explore } from './explore';
import { getCharges } from './explore-charges';
import { variedBill } from './varied-bill.fixture';

const today = '2026-10-02';
const september = { from: '2026-09-01', to: '2026-10-01' };
let actor: Actor;
let stranger: Actor;

beforeAll(async () => {
  [actor, stranger] = await Promise.all([makeActor(), makeActor()]);
  for (const month of ['2026-08', '2026-09']) await importPath(actor, writeFile(`${month}.csv`, variedBill(month)), {});
  const when = (team: string) => [{ field: 'tag:team', op: 'equals', values: [team] }];
  await saveRules(actor, {
    key: 'owner',
    title: 'Owner',
    rules: [
      { when: when('search'), value: 'Ada', until: '2026-09-10' },
      { when: when('search'), value: 'Bo', since: '2026-09-10' },
    ],
  });
}, 60_000);

/** What the list of charges of a view says that there are. */
const chargesOf = async (query: ExploreQuery): Promise<number> =>
  (await getCharges(actor, query, today)).totals.reduce((sum, total) => sum + total.charges, 0);

test('what is promised is what the view holds once the step is taken', { timeout: 120_000 }, async () => {
  const values = ['search', 'Search', 'ops "night"', 'cc-1', 'Tax', 'Functions, small', 'Ada', NONE];
  const filter: fc.Arbitrary<ExploreFilter> = fc
    .record({
      dimension: fc.constantFrom('service', 'charge', 'tag:team', 'tag:cost:centre', 'allocation:owner'),
      sense: fc.constantFrom(undefined, 'contains' as const),
      values: fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }),
      exclude: fc.boolean(),
    })
    .filter((f) => f.sense === undefined || !f.values.includes(NONE))
    .map(({ sense, ...f }) => (sense ? { ...f, sense } : f));
  await fc.assert(
    fc.asyncProperty(
      fc.array(filter, { maxLength: 3 }),
      fc.uniqueArray(fc.constantFrom(...chargeParts), { maxLength: 3 }),
      fc.constantFrom('billed', 'effective', 'tokens'),
      fc.constantFrom(september, { from: '2026-08-20', to: '2026-09-12' }),
      async (f, without, measure, range) => {
        const query = { ...ExploreQuery.parse({ ...range, measure, by: 'model', compare: 'none' }), f, without };
        const answer = await emptiedBy(actor, query, today);
        const texts = [...new Set(f.map(writeFilter))];
        const expected = [];
        for (const text of texts)
          expected.push({ filter: text, charges: await chargesOf({ ...query, f: f.filter((x) => writeFilter(x) !== text) }) });
        expect(answer.filters).toEqual(expected);
        expect(answer.kinds).toBe(without.length === 0 ? null : await chargesOf({ ...query, without: [] }));
        expect(answer.all).toBe(await chargesOf({ ...query, f: [], without: [] }));
      },
    ),
    { numRuns: 25 },
  );
});

test('the filter that empties a view is named with what its leaving brings, and the others bring nothing', async () => {
  const query = ExploreQuery.parse({ ...september, f: ['-charge:Tax', 'region:westus', 'tag:team:search'] });
  expect((await explore(actor, query, today)).totals).toEqual([]);
  const { period, filters, kinds, all } = await emptiedBy(actor, query, today);
  const without = await chargesOf({ ...query, f: query.f.filter((f) => f.dimension !== 'region') });
  expect(without).toBeGreaterThan(0);
  expect(filters).toEqual([
    { filter: '-charge:Tax', charges: 0 },
    { filter: 'region:westus', charges: without },
    { filter: 'tag:team:search', charges: 0 },
  ]);
  expect([period, kinds, all]).toEqual([september, null, 400]);
});

test('before there is a copy slices count the same, and what they do not know is waited for', async () => {
  const query = ExploreQuery.parse({
    ...september,
    f: ['service:Functions\\, small', 'provider:nobody', '-charge:Tax'],
    measure: 'billed',
  });
  const answer = await emptiedBy(actor, query, today);
  expect(answer.filters.map((f) => f.charges > 0)).toEqual([false, true, false]);
  // the copy is being made, and takes longer than anybody waits
  const patience = env().HEADROOM_EXPLORER_PATIENCE_MS;
  env().HEADROOM_EXPLORER_PATIENCE_MS = 200;
  const { headroomSyncs: syncs } = globalThis as { headroomSyncs?: Map<number, Promise<void>> };
  let finish = () => {};
  const work = new Promise<void>((resolve) => {
    finish = resolve;
  });
  syncs?.set(actor.organizationId, work);
  try {
    expect(await emptiedBy(actor, query, today)).toEqual(answer);
    expect(await emptiedBy(actor, { ...query, measure: 'effective' }, today)).toMatchObject({ all: 400 });
    await expect(emptiedBy(actor, { ...query, without: ['tax'] }, today)).rejects.toMatchObject({ code: 'preparing' });
    await expect(emptiedBy(actor, query, today, AbortSignal.abort())).rejects.toThrow();
  } finally {
    syncs?.delete(actor.organizationId);
    finish();
    env().HEADROOM_EXPLORER_PATIENCE_MS = patience;
  }
}, 30_000);

test('of more filters than anybody reads the first are tried', async () => {
  const f = Array.from({ length: 60 }, (_, i) => `-service:nothing ${i}`);
  expect((await emptiedBy(actor, ExploreQuery.parse({ ...september, f }), today)).filters).toHaveLength(24);
});

test('another organisation’s charges are not counted, and who leaves gets no answer', async () => {
  const query = ExploreQuery.parse({ ...september, f: 'region:westus' });
  expect(await emptiedBy(stranger, query, today)).toMatchObject({ filters: [{ charges: 0 }], all: 0 });
  await expect(emptiedBy(actor, query, today, AbortSignal.abort())).rejects.toThrow();
  await expect(emptiedBy({ ...actor, role: 'nobody' as Actor['role'] }, query, today)).rejects.toThrow('needs the role viewer');
  await expect(emptiedBy(actor, ExploreQuery.parse({ ...september, f: 'tag:nonsense:x' }), today)).rejects.toThrow(
    'No charge carries the tag',
  );
});
