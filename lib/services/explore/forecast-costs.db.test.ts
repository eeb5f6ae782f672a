import Big from 'big.js';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { addDays } from '../../core/time/days';
import { makeActor, writeFile } from '../../runtime/test-database';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { explore } from './explore';
import { forecastCosts } from './forecast-costs';

/** Bills are complete to 20 September. */
const today = '2026-09-21';
const first = '2026-07-01';
const ask = (more: object): ExploreQuery => ExploreQuery.parse({ measure: 'billed', by: 'service', ccy: 'billing', ...more });

const row = (day: string, cost: string, currency: string, service: string) =>
  focusRow({
    BilledCost: cost,
    EffectiveCost: cost,
    BillingCurrency: currency,
    BillingPeriodStart: `${day.slice(0, 7)}-01T00:00:00Z`,
    ChargePeriodStart: `${day}T00:00:00Z`,
    ChargePeriodEnd: `${addDays(day, 1)}T00:00:00Z`,
    ServiceName: service,
  });

let actor: Actor;
beforeAll(async () => {
  actor = await makeActor();
  const days = Array.from({ length: 82 }, (_, i) => addDays(first, i)).filter((d) => d <= '2026-09-20');
  const rowsOf = (day: string, i: number) => [
    row(day, i % 7 < 5 ? '100' : '40', 'USD', 'Functions'),
    row(day, '10.25', 'USD', 'ZÜRICH storage'),
    ...(i >= 70 ? [row(day, '7', 'EUR', 'Functions')] : []),
  ];
  for (const month of ['2026-07', '2026-08', '2026-09']) {
    const rows = days.flatMap((day, i) => (day.startsWith(month) ? rowsOf(day, i) : []));
    await importPath(actor, writeFile(`${month}.csv`, focusFile(rows)), {});
  }
});

test('the rest of the month, bar by bar, begins where the bills end; the last sum is what is known and what is expected', async () => {
  const query = ask({ period: 'mtd' });
  const { until, completeTo, currencies, reason } = await forecastCosts(actor, query, today);
  expect([reason, completeTo, until]).toEqual([null, '2026-09-21', '2026-10-01']);
  const dollars = currencies.find((c) => c.currency === 'USD');
  if (!dollars || dollars.reason !== null) throw new Error('nothing expected');
  expect(dollars.days).toBe(82);
  expect(dollars.bins.map((b) => b.day)).toEqual(Array.from({ length: 10 }, (_, i) => addDays('2026-09-21', i)));
  const known = (await explore(actor, query, today)).totals.find((t) => t.currency === 'USD')?.amount ?? '0';
  const sum = dollars.bins.reduce((all, b) => all.plus(b.amount), new Big(known));
  expect(Math.abs(sum.minus(dollars.bins.at(-1)?.sum.amount ?? 0).toNumber())).toBeLessThan(0.1);
  // seven days a week of the same: what is expected is nearly what is known
  expect(Number(dollars.bins.at(-1)?.sum.amount)).toBeGreaterThan(2500);
  expect(Number(dollars.bins.at(-1)?.sum.amount)).toBeLessThan(3300);
});

test('currencies are never added, and one of which too little is known says so', async () => {
  const { currencies } = await forecastCosts(actor, ask({ period: 'mtd' }), today);
  expect(currencies.find((c) => c.currency === 'EUR')).toEqual({
    currency: 'EUR',
    reason: 'Only 12 complete days are known; from 14 on something can be expected.',
  });
});

test('filters narrow it, grouping does not, and a month that has begun is one bar with what is known of it', async () => {
  const all = await forecastCosts(actor, ask({ period: '12m' }), today);
  const same = await forecastCosts(actor, ask({ period: '12m', by: 'provider', by2: 'model' }), today);
  expect(same).toEqual(all);
  const storage = await forecastCosts(actor, ask({ period: '12m', f: 'service:ZÜRICH storage' }), today);
  const [bin, ...more] = storage.currencies.flatMap((c) => (c.reason === null ? c.bins : []));
  expect(more).toEqual([]);
  expect(bin?.day).toBe('2026-09-01');
  // 30 days of the same amount, every day of the past the same too
  expect(bin).toMatchObject({ amount: '307.50', low: '307.50', high: '307.50' });
});

test.each([
  [{ period: 'last-month' }, 'nothing of them is left'],
  [{ from: '2026-07-01', to: '2026-08-01' }, 'is over'],
  [{ period: 'mtd', measure: 'tokens' }, 'Only cost is expected'],
])('%j: nothing is expected, and why', async (q, why) => {
  expect(await forecastCosts(actor, ask(q), today)).toMatchObject({ reason: expect.stringContaining(why), currencies: [] });
});

test('a quarter that includes today is carried on to its end; another organisation has nothing', async () => {
  const quarter = ask({ from: '2026-07-01', to: '2026-10-01', bin: 'month' });
  const { until, currencies } = await forecastCosts(actor, quarter, today);
  expect(until).toBe('2026-10-01');
  expect(currencies.flatMap((c) => (c.reason === null ? c.bins.map((b) => b.day) : []))).toEqual(['2026-09-01']);
  expect((await forecastCosts(await makeActor(), quarter, today)).currencies).toEqual([]);
});
