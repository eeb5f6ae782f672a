import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { NONE } from '../../core/costs/cost-query';
import { ExploreQuery } from '../../core/explore/explore-query';
import { makeActor, writeFile } from '../../runtime/test-database';
import { explore } from '../explore/explore';
import { getCharges } from '../explore/explore-charges';
import { exportCharges } from '../explore/export-charges';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { getSources } from '../sources/get-sources';
import { getOverview } from './get-overview';

const today = '2026-09-02';
const august = { from: '2026-08-01', to: '2026-09-01' };
const ask = (more: object): ExploreQuery => ExploreQuery.parse({ ...august, measure: 'billed', ...more });
const add = (amounts: readonly (string | null)[]) => amounts.reduce((sum, a) => sum.plus(a ?? 0), new Big(0)).toFixed();
const tagged = (team: string | null, cost: string, more = {}) =>
  focusRow({ BilledCost: cost, EffectiveCost: cost, Tags: team === null ? '' : JSON.stringify({ team }), ...more });

let actor: Actor;
let stranger: Actor;
beforeAll(async () => {
  [actor, stranger] = await Promise.all([makeActor(), makeActor()]);
  const rows = [
    ...Array.from({ length: 60 }, (_, i) => tagged(`team-${String(i % 12).padStart(2, '0')}`, `${i}.0000000001`)),
    tagged('(none)', '1000.5'),
    tagged(null, '7.25'),
    tagged('=HYPERLINK("x")', '-3'),
    tagged('team-00', '11', { BillingCurrency: 'EUR' }),
  ];
  await importPath(actor, writeFile('august.csv', focusFile(rows)), {});
});

async function fileOf(query: ExploreQuery, who = actor): Promise<Record<string, string>[]> {
  const { content } = await exportCharges(who, query, today);
  const parts: string[] = [];
  for await (const part of content) parts.push(part);
  return parse(parts.join(''), { columns: true, bom: true });
}

test('the sum above the charges is that of all pages, and the file proves it to the last digit', async () => {
  const query = ask({});
  const page = await getCharges(actor, query, today);
  expect(page.rows).toHaveLength(50);
  expect(page.totals.map((t) => [t.currency, t.charges])).toEqual([
    ['USD', 63],
    ['EUR', 1],
  ]);
  const rows = await fileOf(query);
  expect(rows).toHaveLength(64);
  for (const t of page.totals) {
    const own = rows.filter((r) => r.BillingCurrency === t.currency).map((r) => r.BilledCost ?? '');
    expect(add(own)).toBe(new Big(t.amount ?? 0).toFixed());
  }
  expect(rows.map((r) => r.x_Team)).toContain(`'=HYPERLINK("x")`);
  expect(await fileOf(query, stranger)).toEqual([]);
});

test('a team that is called like the missing one is another team', async () => {
  const totalOf = async (f: string) => (await getCharges(actor, ask({ f }), today)).totals.map((t) => add([t.amount]));
  expect(await totalOf('team:\\(none)')).toEqual(['1000.5']);
  expect(await totalOf('team:(none)')).toEqual(['7.25']);
});

test('everything but what is shown adds up to the others', async () => {
  const { groups } = await explore(actor, ask({ by: 'team' }), today);
  const dollars = groups.filter((r) => r.currency === 'USD').sort((a, b) => new Big(b.amount ?? 0).cmp(a.amount ?? 0));
  const [shown, others] = [dollars.slice(0, 8), dollars.slice(8)];
  const f = [{ dimension: 'team' as const, values: shown.map((r) => r.values[0] ?? NONE), exclude: true }];
  const left = await explore(actor, { ...ask({ by: 'team' }), f }, today);
  expect(add(left.groups.filter((r) => r.currency === 'USD').map((r) => r.amount))).toBe(add(others.map((r) => r.amount)));
});

test('spend on AI is a filter like any other, and a way to group', async () => {
  const { groups } = await explore(actor, ask({ by: 'ai', f: 'currency:EUR' }), today);
  expect(groups.map((r) => [r.values[0], add([r.amount])])).toEqual([['false', '11']]);
  expect((await getCharges(actor, ask({ f: 'ai:true' }), today)).totals).toEqual([]);
});

test('a period is compared with what is known, and with nothing before that', async () => {
  const { comparison, firstDay } = await explore(actor, ask({}), today);
  expect([comparison, firstDay]).toEqual([null, '2026-08-01']);
  expect((await explore(actor, ask({ from: '2026-09-01', to: '2026-10-01' }), today)).comparison).toEqual(august);
  // days of one's own do not say where bills end: the answer does, and never later than today
  const completeTo = async (day: string) => (await explore(actor, ask(august), day)).completeTo;
  expect([await completeTo(today), await completeTo('2026-08-02')]).toEqual(['2026-08-04', '2026-08-03']);
  const year = await getOverview(actor, { period: '12m', measure: 'billed' }, today);
  expect(year).toMatchObject({ comparison: null, firstDay: '2026-08-01', movers: [] });
  expect(year.totals.map((t) => t.previous)).toEqual([null, null]);
});

test('coverage begins with the first month that has a bill and runs to this one', async () => {
  const now = await getSources(actor, {}, '2027-12-05');
  expect([now.firstMonth, now.months.length, now.months[0], now.months.at(-1)]).toEqual(['2026-08-01', 12, '2027-01-01', '2027-12-01']);
  expect(now.coverage).toEqual([]);
  const before = await getSources(actor, { until: '2026-12' }, '2027-12-05');
  expect([before.months[0], before.months.at(-1), before.coverage.length]).toEqual(['2026-08-01', '2026-12-01', 1]);
});
