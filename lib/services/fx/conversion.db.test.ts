import Big from 'big.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import type { ExploreGroup } from '../../core/explore/question';
import { later } from '../../core/time/days';
import { query, sql } from '../../db/sql';
import { makeActor, writeFile } from '../../runtime/test-database';
import { saveRules } from '../allocation/save';
import { getOverview } from '../costs/get-overview';
import { explore, understood } from '../explore/explore';
import { getCharges } from '../explore/explore-charges';
import { fitsSlices, groupsFromSlices, seriesFromSlices } from '../explore/from-slices';
import { focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { importRates } from './import-rates';

const today = '2026-10-02';
const currencies = ['USD', 'EUR', 'NOK', 'SEK'];
const services = ['Virtual Machines', 'Functions', 'Storage'];
// NOK has a rate for August only, which is of the month before; SEK has none
const rates = `Date,USD,NOK,
2026-09-30,1.1634,N/A,
2026-08-31,1.1701,N/A,
2026-07-31,1.16,11.7205,
`;
const rateOf: Record<string, Record<string, [Big, Big]>> = {
  EUR: {
    'USD 2026-08': [new Big(1), new Big('1.1701')],
    'USD 2026-09': [new Big(1), new Big('1.1634')],
    'NOK 2026-08': [new Big(1), new Big('11.7205')],
  },
  USD: {
    'EUR 2026-08': [new Big('1.1701'), new Big(1)],
    'EUR 2026-09': [new Big('1.1634'), new Big(1)],
    'NOK 2026-08': [new Big('1.1701'), new Big('11.7205')],
  },
};
const Wide = Big();
Wide.DP = 60;

/** By hand: the charge's month's rate, to twelve digits where it is divided. */
function told(to: string, currency: string, month: string, amount: string): [string, Big] {
  if (currency === to) return [to, new Big(amount)];
  const fraction = rateOf[to]?.[`${currency} ${month}`];
  if (!fraction) return [currency, new Big(amount)];
  const [n, d] = fraction;
  const rate = d.eq(1) ? n : new Big(new Wide(n.toFixed()).div(d.toFixed()).prec(12, Big.roundHalfEven).toFixed());
  return [to, new Big(amount).times(rate)];
}

let actor: Actor;
let stranger: Actor;

beforeAll(async () => {
  [actor, stranger] = await Promise.all([makeActor(), makeActor()]);
  for (const month of ['2026-08', '2026-09']) {
    const rows = Array.from({ length: 240 }, (_, i) => {
      const sign = i % 11 === 0 ? '-' : '';
      const day = String(1 + ((i * 7) % 28)).padStart(2, '0');
      return focusRow({
        BilledCost: `${sign}${i % 5}.${String(i * 977).padStart(4, '0')}000000000000000${i % 7}1`,
        EffectiveCost: i % 13 === 0 ? '0' : `${sign}0.${'0'.repeat(i % 20)}${1 + (i % 9)}`,
        BillingCurrency: currencies[(i * 5 + Math.floor(i / 7)) % 4] ?? 'USD',
        BillingPeriodStart: `${month}-01T00:00:00Z`,
        ChargePeriodStart: `${month}-${day}T00:00:00Z`,
        ChargePeriodEnd: `${month}-${day}T12:00:00Z`,
        ServiceName: services[i % 3] ?? '',
      });
    });
    const listed = rows.map((r, i) => `${r},${i % 9}.5`);
    await importPath(actor, writeFile(`${month}.csv`, focusFile(listed).replace('\n', ',ListCost\n')), {});
  }
  await importRates(actor, { fileName: 'eurofxref-hist.csv', text: rates });
}, 60_000);

interface Charge {
  day: string;
  amounts: { billed: string; effective: string };
  currency: string;
  service: string;
}

const ledger = (who: Actor): Promise<Charge[]> =>
  query<Record<string, string>>(
    who.organizationId,
    sql`select (x.charge_period_start at time zone 'UTC')::date::text as day, x.billed_cost::text as billed, x.effective_cost::text as effective,
               p.billing_currency as currency, p.x_service_name as service
          from load_claim c join load l on l.id = c.load_id
          join charge x on x.billing_period = l.billing_period and x.load_id = l.id and x.charge_period_start >= c.from_day and x.charge_period_start < c.to_day
          join charge_profile p on p.organization_id = c.organization_id and p.profile_key = x.profile_key
         where c.organization_id = ${who.organizationId} and x.organization_id = ${who.organizationId}`,
  ).then((rows) =>
    rows.map((r) => ({
      day: String(r.day),
      amounts: { billed: String(r.billed), effective: String(r.effective) },
      currency: String(r.currency),
      service: String(r.service),
    })),
  );

const plain = (amount: string | null) => (amount === null ? null : new Big(amount).toFixed());
const sumOf = (amounts: readonly (string | null)[]) => amounts.reduce((sum, a) => sum.plus(a ?? 0), new Big(0)).toFixed();

test('both engines and the charges by hand agree to the last digit, and converted groups add up to the converted total', {
  timeout: 120_000,
}, async () => {
  const all = await ledger(actor);
  expect(all).toHaveLength(480);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('EUR', 'USD'),
      fc.constantFrom('none', 'service', 'currency'),
      fc.constantFrom('billed' as const, 'effective' as const),
      fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'quarter' as const),
      fc.constantFrom(['2026-08-01', '2026-10-01'], ['2026-08-20', '2026-09-10'], ['2026-09-01', '2026-10-01']),
      async (ccy, by, measure, bin, [from, to]) => {
        const asked = ExploreQuery.parse({ from, to, by, measure, bin, ccy });
        const answer = await explore(actor, asked, today);
        const byHand = new Map<string, Big>();
        const add = (key: string, amount: Big) => byHand.set(key, (byHand.get(key) ?? new Big(0)).plus(amount));
        for (const c of all.filter((x) => x.day >= String(from) && x.day < String(to))) {
          const [currency, amount] = told(ccy, c.currency, c.day.slice(0, 7), c.amounts[measure]);
          const value = by === 'none' ? [] : [by === 'service' ? c.service : c.currency];
          add(`group ${currency} ${JSON.stringify(value)}`, amount);
          add(`total ${currency}`, amount);
        }
        const found = new Map<string, Big>();
        for (const g of answer.groups.filter((x) => x.charges > 0))
          found.set(`group ${g.currency} ${JSON.stringify(g.values)}`, new Big(g.amount ?? 0));
        for (const t of answer.totals.filter((x) => x.charges > 0)) found.set(`total ${t.currency}`, new Big(t.amount ?? 0));
        const text = (m: Map<string, Big>) => [...m].map(([k, v]) => `${k} ${v.toFixed()}`).sort();
        expect(text(found)).toEqual(text(byHand));
        for (const t of answer.totals) {
          const own = (list: readonly { currency: string; amount: string | null }[]) =>
            list.filter((x) => x.currency === t.currency).map((x) => x.amount);
          expect(sumOf(own(answer.groups))).toBe(sumOf([t.amount]));
          expect(sumOf(own(answer.series))).toBe(sumOf([t.amount]));
        }
        const { question } = await understood(actor, asked, today);
        if (!fitsSlices(question)) throw new Error('slices know this');
        const slices = await groupsFromSlices(actor.organizationId, question, 1_000);
        const key = (g: ExploreGroup) => `${g.currency} ${JSON.stringify(g.values)} ${plain(g.amount)} ${plain(g.previous)} ${g.charges}`;
        expect(slices.groups.map(key).sort()).toEqual(answer.groups.map(key).sort());
        expect(slices.used).toEqual(answer.conversion?.rates);
        const point = (p: { bin: string; place: number; currency: string; amount: string | null }) =>
          `${p.bin} ${p.place} ${p.currency} ${plain(p.amount)}`;
        const series = await seriesFromSlices(actor.organizationId, question, answer.drawn);
        expect(series.map(point).sort()).toEqual(answer.series.map(point).sort());
        const charges = await getCharges(actor, asked, today);
        const total = (t: { currency: string; amount: string | null }) => `${t.currency} ${plain(t.amount)}`;
        expect(charges.totals.map(total).sort()).toEqual(
          answer.totals
            .filter((t) => t.charges > 0)
            .map(total)
            .sort(),
        );
      },
    ),
    { numRuns: 25 },
  );
});

test('every measure of money converts: savings are list less effective, a price is cost by tokens', async () => {
  for (const measure of ['list', 'savings', 'per-million'] as const) {
    const answer = await explore(
      actor,
      ExploreQuery.parse({ from: '2026-08-01', to: '2026-10-01', by: 'service', measure, ccy: 'EUR' }),
      today,
    );
    expect(answer.conversion?.to).toBe('EUR');
  }
  const ask = (measure: string) =>
    explore(actor, ExploreQuery.parse({ from: '2026-08-01', to: '2026-10-01', by: 'none', measure, ccy: 'EUR' }), today);
  const of = async (measure: string) => new Big((await ask(measure)).totals.find((t) => t.currency === 'EUR')?.amount ?? 0);
  expect((await of('savings')).toFixed()).toBe((await of('list')).minus(await of('effective')).toFixed());
  expect((await ask('charges')).conversion).toBeNull();
});

test('the overview says the same digits as the explorer, and keeps what has no rate apart', async () => {
  const overview = await getOverview(actor, { period: '90d', measure: 'billed', ccy: 'EUR' }, today);
  const asked = { from: overview.period?.from, to: overview.period?.to, by: 'provider', measure: 'billed', ccy: 'EUR' };
  const answer = await explore(actor, ExploreQuery.parse(asked), today);
  const words = (list: readonly { currency: string; amount: string | null }[]) =>
    list.map((t) => `${t.currency} ${plain(t.amount)}`).sort();
  expect(words(overview.totals.map((t) => ({ currency: t.currency, amount: t.current })))).toEqual(words(answer.totals));
  expect(overview.currencies[0]).toBe('EUR');
  expect(overview.conversion?.rates).toEqual(answer.conversion?.rates);
  for (const { currency, current } of overview.totals) {
    const days = overview.trend.filter((p) => p.currency === currency && p.day >= String(overview.period?.from));
    expect(sumOf(days.map((d) => d.amount))).toBe(sumOf([current]));
    const services = overview.groups.filter((g) => g.dimension === 'service' && g.currency === currency);
    expect(sumOf(services.map((g) => g.current))).toBe(sumOf([current]));
  }
  expect((await getOverview(actor, { period: '90d', measure: 'billed', ccy: 'billing' }, today)).currencies).toHaveLength(4);
});

test('what an allocation gives for some days only is told in the rate of its days', async () => {
  const who = await makeActor();
  const row = (day: string, currency: string, cost: string) =>
    focusRow({
      ...{ BilledCost: cost, EffectiveCost: cost, BillingCurrency: currency, BillingPeriodStart: `${day.slice(0, 7)}-01T00:00:00Z` },
      ...{ ChargePeriodStart: `${day}T00:00:00Z`, ChargePeriodEnd: `${day}T12:00:00Z`, Tags: '{"team":"search"}' },
    });
  await importPath(
    who,
    writeFile('a.csv', focusFile([row('2026-08-03', 'EUR', '1'), row('2026-08-20', 'EUR', '2'), row('2026-08-20', 'SEK', '5')])),
    {},
  );
  await importPath(who, writeFile('b.csv', focusFile([row('2026-09-03', 'EUR', '4'), row('2026-09-03', 'USD', '8')])), {});
  await importRates(who, { fileName: 'eurofxref-hist.csv', text: rates });
  const when = [{ field: 'tag:team', op: 'equals', values: ['search'] }];
  const dated = [
    { when, value: 'Ada', until: '2026-08-10' },
    { when, value: 'Bo', since: '2026-08-15', until: '2026-09-02' },
  ];
  await saveRules(who, { key: 'owner', title: 'Owner', rules: dated });
  const asked = ExploreQuery.parse({ from: '2026-08-01', to: '2026-10-01', by: 'allocation:owner', bin: 'month', ccy: 'USD' });
  const { groups, totals, series } = await explore(who, asked, today);
  const told = groups.map((g) => `${g.values[0]} ${plain(g.amount)} ${g.currency}`).sort();
  expect(told).toEqual(['Ada 1.1701 USD', 'Bo 2.3402 USD', 'Bo 5 SEK', 'null 12.6536 USD']);
  expect(totals.map((t) => `${plain(t.amount)} ${t.currency}`)).toEqual(['16.1639 USD', '5 SEK']);
  expect(sumOf(series.filter((p) => p.currency === 'USD').map((p) => p.amount))).toBe('16.1639');
});

test('rates of one organisation are nobody else’s', async () => {
  await importPath(stranger, writeFile('a.csv', focusFile([focusRow({ BilledCost: '5', EffectiveCost: '5' })])), {});
  const answer = await explore(stranger, ExploreQuery.parse({ from: '2026-08-01', to: '2026-10-01', ccy: 'EUR' }), later(today, today));
  expect([answer.totals.map((t) => t.currency), answer.conversion]).toEqual([['USD'], { to: 'EUR', rates: [] }]);
});
