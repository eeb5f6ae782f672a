import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommittedSpend, PrepaidCredits, RevenueShare } from '../agreements/types';
import { parseFilters } from '../costs/cost-query';
import { PriceBook } from '../pricing/price-book';
import type { RateCard } from '../pricing/types';
import { addDays } from '../time/days';
import { type Assumption, readAssumption } from './assumptions';
import { baseMoves } from './base-moves';
import { repriceCells, sumScenario } from './scenario';
import { type AgreementFigures, sideEffects, takeOff } from './side-effects';
import type { UsageCell } from './usage-cell';

const card = (channel: RateCard['channel'], input: string, model = 'big'): RateCard => ({
  ...{ model, channel, vendor: null, region: null, deployment: null, tier: 'standard', currency: 'USD', validFrom: null, validTo: null },
  ...{ source: 'test', isOwn: false, bands: [{ above: 0, rates: { input } }] },
});
const book = new PriceBook([card('azure', '2'), card('bedrock', '1'), card('openai', '2')]);
/** Four thousand dollars on Azure, unless said otherwise. */
const cell = (c: Partial<UsageCell> = {}): UsageCell => ({
  ...{ day: '2026-10-05', taskType: null, channel: 'azure', model: 'big', region: null, deployment: null, tier: 'standard' },
  ...{ events: 10, requests: 10, inTasks: 0, unpriced: 0, tokens: { input: 2_000_000_000 }, list: '4000', currency: 'USD', ...c },
});
const period = { from: '2026-10-01', to: '2026-11-01' };
const october = { from: '2026-10-01', to: '2026-10-31', amount: '10000' };
const common = {
  ...{
    name: 'promise',
    group: null,
    counterparty: null,
    direction: 'pay' as const,
    currency: 'USD',
    start: '2026-01-01',
    end: '2026-12-31',
  },
  ...{ milestones: [], rights: [], notes: null, unconfirmed: null, fx: [], base: null },
};
const commitment = (more: Partial<CommittedSpend> = {}): CommittedSpend => ({
  ...{ ...common, kind: 'committed_spend' as const, tranches: [october], ...more },
});
const billed = (...rows: [date: string, amount: string][]) => ({
  rows: rows.map(([date, amount]) => ({ id: date, date, booked: date, amount: new Big(amount) })),
  unconverted: [],
  missing: null,
});
const vendorOf = () => 'OpenAI';
function run(
  agreement: AgreementFigures['agreement'],
  base: AgreementFigures['base'],
  { cells = [cell()], a = ['channel:azure~bedrock'], filter = ['provider:azure'], today = '2026-11-20' } = {},
) {
  const repriced = repriceCells(
    cells,
    a.map((text) => readAssumption(text) as Assumption),
    book,
  );
  const { totals } = sumScenario(repriced, null);
  return sideEffects([{ agreement, base, moves: baseMoves(repriced, parseFilters(filter), vendorOf) }], totals, period, today);
}

describe('side effects on a commitment', () => {
  test('what leaves it is a shortfall, and the net difference is smaller by that amount', () => {
    const { effects, net, unknown } = run(commitment(), billed(['2026-10-31', '10000']));
    expect(effects).toMatchObject([{ what: 'shortfall', baseChange: '-4000', before: '0', after: '4000', money: '4000', unknown: [] }]);
    // half the price on Bedrock: 2,000 saved at list, 4,000 to be paid for nothing
    expect(net).toEqual([{ currency: 'USD', difference: '-2000', sideEffects: '4000', net: '2000' }]);
    expect(unknown).toBe(0);
  });

  test('only what falls below the floor is to be paid, and what was missing before is not counted again', () => {
    expect(run(commitment(), billed(['2026-10-05', '13000.5'])).effects[0]).toMatchObject({ after: '999.5', money: '999.5' });
    expect(run(commitment(), billed(['2026-10-05', '9000'])).effects[0]).toMatchObject({ before: '1000', after: '5000', money: '4000' });
  });

  test('spend that moves to it fills what was missing', () => {
    const cells = [cell({ channel: 'openai' })];
    const { effects, net } = run(commitment(), billed(['2026-10-05', '9000']), { cells, a: ['channel:openai~azure'] });
    expect(effects[0]).toMatchObject({ baseChange: '4000', before: '1000', after: '0', money: '-1000' });
    expect(net).toEqual([{ currency: 'USD', difference: '0', sideEffects: '-1000', net: '-1000' }]);
  });

  test('nothing is taken off that the bills do not hold, and that is said', () => {
    const [effect] = run(commitment(), billed(['2026-10-02', '1500'])).effects;
    expect(effect).toMatchObject({ baseChange: '-1500', before: '8500', after: '10000', money: '1500' });
    expect(effect?.notes[0]).toContain('hold 2500 USD less');
  });

  test('a term that is not over is held against what it is expected to end with', () => {
    const days = Array.from({ length: 20 }, (_, i): [string, string] => [addDays('2026-10-01', i), '400']);
    const [effect] = run(commitment(), billed(...days), { today: '2026-10-20' }).effects;
    expect(effect).toMatchObject({ isExpected: true, baseChange: '-4000' });
    expect(Number(effect?.after)).toBeGreaterThan(Number(effect?.before));
    expect(run(commitment(), { ...billed(), missing: 'No base was named.' }).effects[0]).toMatchObject({ money: null });
  });

  test('what the filter cannot tell is unknown, and in no sum', () => {
    const { effects, net, unknown } = run(commitment(), billed(['2026-10-05', '10000']), { filter: ['provider:azure', 'account:a'] });
    expect(effects).toMatchObject([
      { baseChange: null, money: null, before: null, unknown: [{ events: 10, list: '4000', currency: 'USD' }] },
    ]);
    expect(effects[0]?.unknown[0]?.why).toContain('billing account');
    expect([net[0]?.sideEffects, net[0]?.net, unknown]).toEqual(['0', '-2000', 1]);
    // another provider's commitment is not touched, whatever else it asks for
    expect(run(commitment(), billed(), { filter: ['provider:oracle', 'account:a'] }).effects).toEqual([]);
  });

  test('use without a price is unknown where it could be in the base', () => {
    const cells = [cell(), cell({ list: null, unpriced: 1, events: 3 })];
    const [effect] = run(commitment(), billed(['2026-10-05', '10000']), { cells }).effects;
    expect(effect).toMatchObject({ money: '4000', unknown: [{ events: 3, list: null }] });
  });

  test('currencies are never added, and a rate that is not agreed is not made up', () => {
    const euro = commitment({ currency: 'EUR', fx: [{ from: '2026-01-01', currency: 'USD', rate: '0.5' }] });
    expect(run(euro, billed(['2026-10-05', '10000'])).net).toEqual([
      { currency: 'USD', difference: '-2000', sideEffects: '0', net: '-2000' },
      { currency: 'EUR', difference: null, sideEffects: '2000', net: '2000' },
    ]);
    const without = run(commitment({ currency: 'EUR' }), billed(['2026-10-05', '10000']));
    expect(without.effects).toMatchObject([{ money: null, unknown: [{ why: 'the agreement has no rate from USD' }] }]);
  });

  test('a scenario without assumptions and one beside the term touch nothing', () => {
    expect(run(commitment(), billed(['2026-10-05', '10000']), { a: [] }).effects).toEqual([]);
    expect(run(commitment({ end: '2026-09-30' }), billed(['2026-10-05', '10000'])).effects).toEqual([]);
  });

  test('a promise to us is the other way round', () => {
    expect(run(commitment({ direction: 'receive' }), billed(['2026-10-05', '10000'])).effects[0]?.money).toBe('-4000');
  });
});

test('credit that is not drawn is left, or expires and is lost', () => {
  const credits = (expires: string): PrepaidCredits => ({
    ...{ ...common, kind: 'prepaid_credits' as const, name: 'credits' },
    lots: [{ name: 'lot', amount: '5000', purchased: '2026-09-01', expires }],
  });
  const base = billed(['2026-10-05', '4500']);
  expect(run(credits('2026-12-31'), base).effects).toMatchObject([{ what: 'credit left', before: '500', after: '4500', money: '0' }]);
  const lost = run(credits('2026-10-31'), base);
  expect(lost.effects).toMatchObject([{ what: 'expired credit', before: '500', after: '4500', money: '4000' }]);
  expect(lost.net[0]).toMatchObject({ difference: '-2000', net: '2000' });
});

test('a share of a smaller base is smaller', () => {
  const share: RevenueShare = {
    ...{ ...common, kind: 'revenue_share' as const, terms: [{ from: '2026-01-01', rate: '0.1' }], cap: null, capPerYear: null },
    ...{ capYear: 'calendar' as const, prior: '0', mode: 'net' as const, settlement: 'month' as const, rounding: 'half-even' as const },
    finalClaim: null,
  };
  expect(run(share, billed(['2026-10-05', '10000'])).effects).toMatchObject([
    { what: 'share', before: '1000', after: '600', money: '-400' },
  ]);
});

test('what is taken off and what is beyond it are all that was to be taken', () => {
  const rows = (least: number, most: number) =>
    fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: least, max: most }))
        .map(([n, cents]) => ({ date: addDays('2026-10-01', n), amount: new Big(cents).div(100) }))
        .map((r) => ({ ...r, id: r.date, booked: r.date })),
      { maxLength: 12 },
    );
  const sum = (list: readonly { amount: Big }[]) => list.reduce((s, r) => s.plus(r.amount), new Big(0));
  fc.assert(
    fc.property(rows(-20_000, 100_000), rows(-100_000, 0), (known, moves) => {
      const { rows: taken, beyond } = takeOff(known, moves, period);
      const rest = sum(known).plus(sum(taken));
      expect(sum(taken).minus(beyond).eq(sum(moves))).toBe(true);
      expect(taken.length === 0 || rest.gte(0)).toBe(true);
      if (beyond !== '0') expect(rest.lte(0)).toBe(true);
    }),
  );
});
