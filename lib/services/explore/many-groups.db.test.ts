import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { type ExploreMeasure, exploreMeasures, isMoney } from '../../core/explore/measures';
import type { ExploreGroup } from '../../core/explore/question';
import type { Conversion } from '../../core/fx/conversion';
import type { MonthRate } from '../../core/fx/rate';
import { bins } from '../../core/time/bins';
import { answerOnCopy, groupsOnCopy } from '../../db/columnar/answer';
import type { ColumnarStore } from '../../db/columnar/store';
import { readyStore } from '../../db/columnar/sync';
import { makeActor, writeFile } from '../../runtime/test-database';
import { saveRules } from '../allocation/save';
import { importPath } from '../imports/import-path';
import { understood } from './explore';
import { variedBill } from './varied-bill.fixture';

const today = '2026-10-02';

let actor: Actor;
let store: ColumnarStore;

beforeAll(async () => {
  actor = await makeActor();
  for (const month of ['2026-08', '2026-09']) await importPath(actor, writeFile(`${month}.csv`, variedBill(month)), {});
  const when = [{ field: 'tag:team', op: 'equals', values: ['search', 'Search'] }];
  const dated = [
    { when, value: 'Ada', until: '2026-08-20' },
    { when, value: 'Bo', since: '2026-09-03' },
  ];
  await saveRules(actor, { key: 'owner', title: 'Owner', rules: dated });
  const ready = await readyStore(actor.organizationId, 10_000);
  if (!ready) throw new Error('the copy is not ready');
  store = ready;
});

const rate = (base: string, quote: string, month: string, text: string): MonthRate => ({
  ...{ base, quote, month, rate: text, day: month, source: 'test', legs: [], closed: false },
});

const conversions: (Conversion | null)[] = [
  null,
  { to: 'USD', rates: [] },
  { to: 'USD', rates: [rate('EUR', 'USD', '2026-08-01', '1.0873'), rate('EUR', 'USD', '2026-09-01', '1.1000000001')] },
  { to: 'USD', rates: [rate('EUR', 'USD', '2026-09-01', '0.5')] },
  { to: 'GBP', rates: [rate('EUR', 'GBP', '2026-08-01', '0.85'), rate('USD', 'GBP', '2026-08-01', '0.75')] },
];

test('groups that are looked for are told like groups that are told whole, in any currency', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom('service', 'charge', 'tag:team', 'tag:cost:centre', 'allocation:owner'), { maxLength: 2 }),
      fc.constantFrom(...(Object.keys(exploreMeasures) as ExploreMeasure[])),
      fc.constantFrom(...bins),
      fc.constantFrom('none', 'previous'),
      fc.constantFrom(['2026-08-01', '2026-10-01'], ['2026-09-01', '2026-10-01'], ['2026-09-05', '2026-09-29']),
      fc.constantFrom(...conversions),
      fc.constantFrom(1, 3, 1_000_000),
      async (by, measure, bin, compare, [from, to], conversion, most) => {
        const asked = ExploreQuery.parse({ from, to, by: by[0] ?? 'none', by2: by[1], measure, bin, compare });
        const question = { ...(await understood(actor, asked, today)).question, conversion: isMoney(measure) ? conversion : null };
        const draw = (groups: readonly ExploreGroup[]) => groups.slice(0, 3);
        const whole = await answerOnCopy(store, question, most, draw);
        expect(await answerOnCopy(store, question, most, draw, { few: 0 })).toEqual(whole);
        expect(whole.totals.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 100 },
  );
});

test('the largest are the first of all, and the totals stay those of all', async () => {
  for (const by of ['tag:cost:centre', 'service'])
    for (const compare of ['none', 'previous'])
      for (const measure of ['effective', 'charges', 'savings']) {
        const asked = ExploreQuery.parse({ from: '2026-09-01', to: '2026-10-01', by, by2: 'tag:team', measure, compare });
        const { question } = await understood(actor, asked, today);
        const all = await groupsOnCopy(store, question, 1_000_000);
        for (const most of [1, 2, 5]) {
          for (const few of [0, 1_000]) {
            const found = await groupsOnCopy(store, question, most, { few });
            const seen = new Map<string, number>();
            const first = all.groups.filter((g) => {
              const n = seen.get(g.currency) ?? 0;
              seen.set(g.currency, n + 1);
              return n < most;
            });
            expect(found.groups).toEqual(first);
            expect(found.totals).toEqual(all.totals);
          }
        }
      }
});
