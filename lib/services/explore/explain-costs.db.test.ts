import Big from 'big.js';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { type CostChange, partFilters } from '../../core/explore/cost-change';
import { ExploreQuery } from '../../core/explore/explore-query';
import { bringUpToDate } from '../../db/columnar/sync';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importRates } from '../fx/import-rates';
import { importPath } from '../imports/import-path';
import { type BilledMeter, meterBill } from '../meters/bill.fixture';
import { explainCosts } from './explain-costs';
import { explore } from './explore';
import { variedBill } from './varied-bill.fixture';

const today = '2026-10-02';
const september = { from: '2026-09-01', to: '2026-10-01' };
const rates = `Date,USD,
2026-09-30,1.2,
2026-08-31,1.1,
`;

let varied: Actor;
let priced: Actor;
let partly: Actor;
let stranger: Actor;

const input = 'gpt 4o 1120 Inp glbl Tokens';
const output = 'gpt 4o 1120 Outp glbl Tokens';
const mini = 'gpt 4o mini 0718 Inp glbl Tokens';
const bills: Record<string, BilledMeter[]> = {
  '2026-08': [
    { meter: input, cost: '100', quantity: '20000', currency: 'EUR' },
    { meter: output, cost: '40', quantity: '2000', currency: 'EUR' },
    { meter: 'D2 v3', cost: '10', quantity: '100', unit: '1 Hour', currency: 'USD' },
  ],
  // input is a fifth cheaper, a small model is new, more hours of the machine, and the euro has risen
  '2026-09': [
    { meter: input, cost: '80', quantity: '20000', currency: 'EUR' },
    { meter: output, cost: '40', quantity: '2000', currency: 'EUR' },
    { meter: mini, cost: '3', quantity: '10000', currency: 'EUR' },
    { meter: 'D2 v3', cost: '15', quantity: '150', unit: '1 Hour', currency: 'USD' },
  ],
};

beforeAll(async () => {
  [varied, priced, partly, stranger] = await Promise.all([makeActor('admin'), makeActor('admin'), makeActor('admin'), makeActor()]);
  for (const month of ['2026-08', '2026-09']) {
    await importPath(varied, writeFile(`${month}.csv`, variedBill(month)), {});
    for (const actor of [priced, partly]) {
      const { outcome, reason } = await importPath(actor, writeFile(`${month}.csv`, meterBill(month, bills[month] ?? [])), {});
      expect(outcome, reason ?? '').toBe('imported');
    }
  }
  for (const actor of [varied, priced]) {
    await importRates(actor, { fileName: 'eurofxref-hist.csv', text: rates });
  }
  // on a busy machine a question would not wait for it
  for (const actor of [varied, priced, partly]) await bringUpToDate(actor.organizationId);
}, 60_000);

const add = (amounts: readonly string[]) => amounts.reduce((sum, a) => sum.plus(a), new Big(0)).toFixed();

/** Whether every section adds up, its causes by themselves too, and is the total of the same view. */
async function expectWhole(actor: Actor, query: ExploreQuery): Promise<CostChange> {
  const told = await explainCosts(actor, query, today);
  const { totals, unpriced } = await explore(actor, query, today);
  const of = (amount: string | null) => new Big(amount ?? 0).toFixed();
  expect(told.sections.map((s) => [s.currency, of(s.after), of(s.before), s.charges])).toEqual(
    totals.filter((t) => t.amount !== null || t.previous !== null).map((t) => [t.currency, of(t.amount), of(t.previous), t.charges]),
  );
  expect(told.sections.map((s) => [s.currency, s.unpriced])).toEqual(
    told.sections.map((s) => [s.currency, unpriced.find((u) => u.currency === s.currency)?.charges ?? 0]),
  );
  for (const { before, after, steps } of told.sections) {
    expect(add([before, ...steps.map((s) => s.amount)])).toBe(of(after));
    for (const { amount, parts } of steps) expect(add(parts.map((p) => p.amount))).toBe(of(amount));
  }
  return told;
}

test('whatever is asked, the causes add up to the difference of the totals on the page, to the last digit', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('effective', 'billed', 'list', 'contracted'),
      fc.constantFrom('billing', 'USD', 'EUR', 'NOK'),
      fc.constantFrom(september, { from: '2026-09-10', to: '2026-09-21' }, { from: '2026-08-25', to: '2026-09-11' }),
      fc.subarray(['-charge:Tax', 'service~machine', 'tag:team:search,(none)', 'currency:EUR'], { maxLength: 2 }),
      async (measure, ccy, range, f) => {
        await expectWhole(varied, ExploreQuery.parse({ ...range, by: 'none', measure, ccy, f }));
      },
    ),
    { numRuns: 25 },
  );
});

test('a part of what is a whole cost leads to the charges it is made of, and to no others', { timeout: 120_000 }, async () => {
  const whole = new Set(['new', 'gone', 'purchases', 'credits', 'corrections', 'tax']);
  const query = ExploreQuery.parse({ from: '2026-09-10', to: '2026-09-21', by: 'none', measure: 'billed', ccy: 'billing' });
  const { sections } = await explainCosts(varied, query, today);
  let tried = 0;
  for (const { currency, steps } of sections)
    for (const { term, parts } of steps.filter((step) => whole.has(step.term)))
      for (const part of parts) {
        const { totals } = await explore(varied, { ...query, f: partFilters(term, part) }, today);
        const { amount = null, previous = null } = totals.find((t) => t.currency === currency) ?? {};
        expect([term, part.of, new Big(amount ?? 0).minus(previous ?? 0).toFixed()]).toEqual([term, part.of, part.amount]);
        tried++;
      }
  expect(tried).toBeGreaterThan(10);
});

test('a currency with a rate in some of the months is named', async () => {
  const asked = { from: '2026-07-01', to: '2026-10-01', by: 'none', compare: 'none' };
  expect((await explainCosts(varied, ExploreQuery.parse({ ...september, ccy: 'USD' }), today)).halfTold).toEqual([]);
  expect((await explainCosts(varied, ExploreQuery.parse({ ...asked, ccy: 'USD' }), today)).halfTold).toEqual([]);
  await importRates(partly, { fileName: 'eurofxref-hist.csv', text: 'Date,USD,\n2026-09-30,1.2,\n' });
  expect((await explainCosts(partly, ExploreQuery.parse({ ...september, ccy: 'USD' }), today)).halfTold).toEqual(['EUR']);
});

test('a tag that no charge carries is refused, in what it is grouped by as well', async () => {
  await expect(explainCosts(varied, ExploreQuery.parse({ ...september, by: 'tag:nope' }), today)).rejects.toThrow(
    'No charge carries the tag',
  );
});

test('a price that fell, a model that is new, more hours and a dearer euro each stand for themselves', async () => {
  const told = await expectWhole(priced, ExploreQuery.parse({ ...september, ccy: 'USD' }));
  const [section] = told.sections;
  const amounts = Object.fromEntries((section?.steps ?? []).map((s) => [s.term, s.amount]));
  expect(section).toMatchObject({ before: '164', after: '162.6' });
  // 20 EUR less for the input and 3 EUR of the new model at the old rate, and 123 EUR at a tenth of a dollar more
  expect(amounts.price).toBe('-22');
  expect(amounts.currency).toBe('12.3');
  expect(
    new Big(amounts.volume ?? 0)
      .plus(amounts.modelMix ?? 0)
      .plus(amounts.tokenMix ?? 0)
      .toFixed(),
  ).toBe('8.3'); // 3.3 and five dollars of hours
  const volume = section?.steps.find((s) => s.term === 'volume')?.parts;
  expect(volume?.find((p) => p.of.some((d) => d.value === 'D2 v3'))?.amount).toBe('5');
  expect(section?.steps.find((s) => s.term === 'modelMix')?.parts.map((p) => p.of[0]?.value)).toContain('gpt-4o-mini-2024-07-18');
  expect(told.conversion?.rates.map((r) => r.rate).sort()).toEqual(['1.1', '1.2']);
});

test('each currency stands for itself where nothing is converted, and without a comparison nothing is explained', async () => {
  const apart = await expectWhole(priced, ExploreQuery.parse({ ...september, ccy: 'billing' }));
  expect(apart.sections.map((s) => s.currency).sort()).toEqual(['EUR', 'USD']);
  expect(apart.sections.flatMap((s) => s.steps).some((s) => s.term === 'currency')).toBe(false);
  const alone = await explainCosts(priced, ExploreQuery.parse({ ...september, compare: 'none' }), today);
  expect(alone).toMatchObject({ comparison: null, sections: [] });
});

test('what is no money is explained by the effective cost behind it, and another organisation sees nothing of it', async () => {
  expect((await explainCosts(priced, ExploreQuery.parse({ ...september, measure: 'tokens' }), today)).measure).toBe('effective');
  expect((await explainCosts(stranger, ExploreQuery.parse({ ...september }), today)).sections).toEqual([]);
});
