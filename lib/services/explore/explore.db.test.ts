import Big from 'big.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { NONE } from '../../core/costs/cost-query';
import { ExploreQuery } from '../../core/explore/explore-query';
import type { ExploreFilter } from '../../core/explore/filters';
import { type ChargePart, chargeParts } from '../../core/explore/measures';
import { later } from '../../core/time/days';
import { query, sql } from '../../db/sql';
import { makeActor, writeFile } from '../../runtime/test-database';
import { deleteDimension, saveRules } from '../allocation/save';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { explore, understood } from './explore';
import { fitsSlices, groupsFromSlices, seriesFromSlices } from './from-slices';
import { variedBill } from './varied-bill.fixture';

const today = '2026-10-02';
let actor: Actor;
let stranger: Actor;

beforeAll(async () => {
  [actor, stranger] = await Promise.all([makeActor(), makeActor()]);
  for (const month of ['2026-08', '2026-09']) {
    await importPath(actor, writeFile(`${month}.csv`, variedBill(month)), {});
  }
});

/** The truth: the charges themselves, filtered and added up by PostgreSQL and by hand. */
interface Charge {
  day: string;
  billed: string | null;
  effective: string | null;
  currency: string;
  values: Record<string, string | null>;
  category: string | null;
  charge_class: string | null;
  commitment: string | null;
}
async function ledger(who: Actor): Promise<Charge[]> {
  const rows = await query<Record<string, string | null>>(
    who.organizationId,
    sql`select (x.charge_period_start at time zone 'UTC')::date::text as day, case when c.counts_billed then x.billed_cost::text end as billed,
               case when c.counts_effective then x.effective_cost::text end as effective, p.billing_currency as currency, p.charge_category as category,
               p.charge_class, p.commitment_discount_status as commitment,
               p.x_service_name as service, p.tags
          from load_claim c join load l on l.id = c.load_id
          join charge x on x.billing_period = l.billing_period and x.load_id = l.id and x.charge_period_start >= c.from_day and x.charge_period_start < c.to_day
          join charge_profile p on p.organization_id = c.organization_id and p.profile_key = x.profile_key
         where c.organization_id = ${who.organizationId} and x.organization_id = ${who.organizationId}`,
  );
  return rows.map((r) => {
    const tags = r.tags ? (JSON.parse(r.tags) as Record<string, string>) : {};
    return {
      day: String(r.day),
      billed: r.billed ?? null,
      effective: r.effective ?? null,
      currency: String(r.currency),
      category: r.category ?? null,
      charge_class: r.charge_class ?? null,
      commitment: r.commitment ?? null,
      values: {
        service: r.service ?? null,
        charge: r.category ?? null,
        'tag:team': tags.team ?? null,
        'tag:cost:centre': tags['cost:centre'] ?? null,
      },
    };
  });
}

const holds = (charge: Charge, { dimension, sense, values, exclude }: ExploreFilter): boolean => {
  const value = charge.values[dimension] ?? null;
  const found = values.some((v) =>
    v === NONE ? value === null : value !== null && (sense === undefined ? value === v : value.toLowerCase().includes(v.toLowerCase())),
  );
  return found !== exclude;
};

/** Under which switch a charge stands, said again in the words of docs/costs.md. */
const partOf = ({ category, charge_class, commitment }: Pick<Charge, 'category' | 'charge_class' | 'commitment'>): ChargePart => {
  if (charge_class === 'Correction') return 'refund';
  if (category === 'Usage' && commitment !== null) return 'amortized';
  return category === null ? 'adjustment' : (category.toLowerCase() as ChargePart);
};

const plain = (amount: string | null): string | null => (amount === null ? null : new Big(amount).toFixed());

test('the digits are PostgreSQL’s digits, whatever is asked', { timeout: 120_000 }, async () => {
  const all = await ledger(actor);
  expect(all).toHaveLength(800);
  const words = ['service', 'charge', 'tag:team', 'tag:cost:centre'];
  const filter = fc
    .record({
      dimension: fc.constantFrom(...words),
      sense: fc.constantFrom(undefined, 'contains' as const),
      values: fc.uniqueArray(fc.constantFrom('search', 'Search', 'ops "night"', 'cc-1', 'Tax', 'zürich', 'Functions, small', 'z', NONE), {
        minLength: 1,
        maxLength: 3,
      }),
      exclude: fc.boolean(),
    })
    .filter((f) => f.sense === undefined || !f.values.includes(NONE));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.constantFrom(...words), { maxLength: 2 }),
      fc.array(filter, { maxLength: 2 }),
      fc.constantFrom('billed' as const, 'effective' as const),
      fc.constantFrom('day' as const, 'month' as const),
      fc.uniqueArray(fc.constantFrom(...chargeParts), { maxLength: 2 }),
      fc.constantFrom(['2026-08-01', '2026-10-01'], ['2026-08-20', '2026-09-10']),
      async (by, filters, measure, bin, without, [from, to]) => {
        const asked = ExploreQuery.parse({ from, to, by: by[0] ?? 'none', by2: by[1], measure, bin });
        const answer = await explore(actor, { ...asked, f: filters, without }, today);
        const left = all.filter(
          (c) => c.day >= String(from) && c.day < String(to) && filters.every((f) => holds(c, f)) && !without.includes(partOf(c)),
        );
        const sums = new Map<string, Big | null>();
        const add = (key: string, amount: string | null) => {
          const before = sums.get(key) ?? null;
          sums.set(key, amount === null ? before : (before ?? new Big(0)).plus(amount));
        };
        for (const c of left) {
          const key = by.map((w) => c.values[w] ?? null);
          add(JSON.stringify(['group', key, c.currency]), c[measure]);
          add(JSON.stringify(['total', c.currency]), c[measure]);
          add(JSON.stringify(['bin', bin === 'day' ? c.day : later(`${c.day.slice(0, 7)}-01`, String(from)), c.currency]), c[measure]);
        }
        const got = new Map<string, Big | null>();
        for (const g of answer.groups)
          got.set(JSON.stringify(['group', g.values, g.currency]), g.amount === null ? null : new Big(g.amount));
        for (const t of answer.totals) got.set(JSON.stringify(['total', t.currency]), t.amount === null ? null : new Big(t.amount));
        for (const p of answer.series) {
          const key = JSON.stringify(['bin', p.bin, p.currency]);
          const before = got.get(key) ?? null;
          got.set(key, p.amount === null ? before : (before ?? new Big(0)).plus(p.amount));
        }
        const written = (m: Map<string, Big | null>) => [...m].map(([k, v]) => `${k} ${v === null ? null : v.toFixed()}`).sort();
        expect(written(got)).toEqual(written(sums));
      },
    ),
    { numRuns: 60 },
  );
});

test('a month that is loaded again, or undone, is the new month at the next question', async () => {
  const who = await makeActor();
  const ask = async () =>
    (await explore(who, ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by: 'none', measure: 'billed' }), today)).totals;
  expect(await ask()).toEqual([]);
  await importPath(who, writeFile('a.csv', focusFile([focusRow({ BilledCost: '1.5' }), focusRow({ BilledCost: '2' })])), {});
  expect((await ask()).map((t) => [t.currency, plain(t.amount), t.charges])).toEqual([['USD', '3.5', 2]]);
  await importPath(who, writeFile('a.csv', focusFile([focusRow({ BilledCost: '0.0000000000000000000000000000000000001' })])), {});
  expect((await ask()).map((t) => plain(t.amount))).toEqual(['0.0000000000000000000000000000000000001']);
});

test('a tag that a corrected bill carries no more is none of the ledger', async () => {
  const who = await makeActor();
  const load = (key: string) => importPath(who, writeFile('a.csv', focusFile([focusRow({ Tags: JSON.stringify({ [key]: 'x' }) })])), {});
  const ask = (by: string) => explore(who, ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by }), today);
  await load('squad');
  expect((await ask('tag:squad')).groups.map((g) => g.values)).toEqual([['x']]);
  await load('owner');
  expect((await ask('tag:owner')).groups.map((g) => g.values)).toEqual([['x']]);
  await expect(ask('tag:squad')).rejects.toThrow('No charge carries the tag "squad".');
});

test.each(['a\rb', '\ra', 'a\r', 'a\r\nb', 'a\nb', '\r'])('a bill whose first tag is %j is asked like any other', async (team) => {
  const who = await makeActor();
  await importPath(
    who,
    writeFile('a.csv', focusFile([focusRow({ Tags: JSON.stringify({ team }) }), focusRow({ Tags: '{"team":"b"}' })])),
    {},
  );
  const { groups } = await explore(who, ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by: 'tag:team' }), today);
  expect(groups.map((g) => g.amount)).toEqual(['1.25', '1.25']);
});

test('slices say the same as the columnar copy', { timeout: 60_000 }, async () => {
  for (const by of ['none', 'service', 'charge'])
    for (const measure of ['billed', 'effective'])
      for (const f of [[], ['service:Functions\\, small'], ['-charge:Tax']]) {
        const asked = ExploreQuery.parse({ from: '2026-09-01', to: '2026-10-01', by, measure, f, bin: 'week' });
        const copied = await explore(actor, asked, today);
        const { question } = await understood(actor, asked, today);
        if (!fitsSlices(question)) throw new Error('slices know all of this');
        const { groups, totals } = await groupsFromSlices(actor.organizationId, question, 1000);
        const known = (g: { amount: string | null; previous: string | null; charges: number; currency: string }) =>
          [g.currency, plain(g.amount), plain(g.previous), g.charges].join(' ');
        expect(groups.map((g) => [...g.values, known(g)]).sort()).toEqual(copied.groups.map((g) => [...g.values, known(g)]).sort());
        expect(totals.map(known).sort()).toEqual(copied.totals.map(known).sort());
        const series = await seriesFromSlices(actor.organizationId, question, copied.drawn);
        const point = (p: (typeof series)[number]) => `${p.bin} ${p.place} ${p.currency} ${plain(p.amount)}`;
        expect(series.map(point).sort()).toEqual(copied.series.map(point).sort());
      }
});

test('what allocation rules give is a dimension, day by day where a rule holds for some days only, and the whole stays the whole', async () => {
  const who = await makeActor();
  const day = (n: number, team: string | null, cost: string) =>
    focusRow({
      BilledCost: cost,
      EffectiveCost: cost,
      ChargePeriodStart: `2026-08-${String(n).padStart(2, '0')}T00:00:00Z`,
      ChargePeriodEnd: `2026-08-${String(n).padStart(2, '0')}T12:00:00Z`,
      Tags: team === null ? '' : JSON.stringify({ team }),
    });
  await importPath(
    who,
    writeFile('a.csv', focusFile([day(3, 'search', '1'), day(20, 'search', '2'), day(3, 'content', '4'), day(3, null, '8')])),
    {},
  );
  const ask = async (f: string[] = []) => {
    const asked = ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by: 'allocation:owner', f });
    const { groups, totals } = await explore(who, asked, today);
    expect(plain(totals[0]?.amount ?? null)).toBe(groups.reduce((sum, g) => sum.plus(g.amount ?? 0), new Big(0)).toFixed());
    return Object.fromEntries(groups.map((g) => [String(g.values[0]), plain(g.amount)]));
  };
  await expect(ask()).rejects.toThrow('There is no allocation "owner".');
  const when = [{ field: 'tag:team', op: 'equals', values: ['search'] }];
  await saveRules(who, {
    key: 'owner',
    title: 'Owner',
    rules: [
      { when, value: 'Ada', until: '2026-08-10' },
      { when, value: 'Bo', since: '2026-08-15' },
    ],
  });
  expect(await ask()).toEqual({ Ada: '1', Bo: '2', null: '12' });
  expect(await ask(['allocation:owner:Ada'])).toEqual({ Ada: '1' });
  await saveRules(who, { key: 'owner', title: 'Owner', rules: [{ when, value: 'Ada' }] });
  expect(await ask()).toEqual({ Ada: '3', null: '12' });
  await deleteDimension(who, 'owner');
  await expect(ask()).rejects.toThrow('There is no allocation "owner".'); // and not: nobody owns anything
});

test('amounts that 64 bits do not hold are added up like all others', async () => {
  const who = await makeActor();
  const ask = async (measure: string) => {
    const asked = ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by: 'service', measure, bin: 'day' });
    const { totals, series } = await explore(who, asked, today);
    expect(plain(totals[0]?.amount ?? null)).toBe(series.reduce((sum, p) => sum.plus(p.amount ?? 0), new Big(0)).toFixed());
    return plain(totals[0]?.amount ?? null);
  };
  const large = '123456789012345678.123456789';
  const row = (BilledCost: string, EffectiveCost: string, BillingAccountId = 'large') =>
    focusRow({ BilledCost, EffectiveCost, BillingAccountId });
  await importPath(who, writeFile('small.csv', focusFile([row('0.5', '1', 'small')])), {});
  expect(await ask('billed')).toBe('0.5');
  await importPath(who, writeFile('large.csv', focusFile([row(large, '2'), row(`-${large}`, large)])), {});
  expect(await ask('billed')).toBe('0.5');
  expect(await ask('effective')).toBe('123456789012345681.123456789');
  // each of these has room, their month has not
  const other = await makeActor();
  const month = Array.from({ length: 20 }, () => row('999999999999999', '0'));
  await importPath(other, writeFile('month.csv', focusFile(month)), {});
  const asked = ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', by: 'none', measure: 'billed' });
  expect((await explore(other, asked, today)).totals.map((t) => plain(t.amount))).toEqual(['19999999999999980']);
});

test('another organisation’s charges are not there', async () => {
  expect((await explore(stranger, ExploreQuery.parse({ from: '2026-08-01', to: '2026-10-01' }), today)).totals).toEqual([]);
});

test('who leaves gets no answer, and the next question gets one', async () => {
  const asked = ExploreQuery.parse({ from: '2026-08-01', to: '2026-10-01' });
  await expect(explore(actor, asked, today, AbortSignal.abort())).rejects.toThrow();
  expect((await explore(actor, asked, today)).totals).toHaveLength(2);
});
