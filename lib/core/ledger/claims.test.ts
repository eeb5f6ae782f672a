import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ActivatedLoad, type Claim, claimsOf } from './claims';

const DAYS = 12;
const dayAt = (n: number) => new Date(Date.UTC(2026, 7, 1 + n)).toISOString().slice(0, 10);

const aLoad = fc
  .record({
    provider: fc.constantFrom('azure', 'aws'),
    billingAccount: fc.constantFrom('x', 'y', null),
    subAccounts: fc.subarray(['a', 'b', 'c']),
    billingPeriod: fc.constantFrom('2026-08-01', '2026-09-01'),
    dataset: fc.constantFrom('cost', 'actual', 'amortized', 'usage', 'contract'),
    replaces: fc.constantFrom('period', 'period', 'day'),
    from: fc.nat(DAYS - 1),
    length: fc.integer({ min: 1, max: DAYS }),
  })
  .map(({ from, length, ...load }) => ({ ...load, fromDay: dayAt(from), toDay: dayAt(Math.min(DAYS, from + length)) }) as const);

const history = fc
  .array(aLoad, { maxLength: 8 })
  .map((loads) => loads.map((l, i): ActivatedLoad => ({ ...l, id: i + 1, activation: 10 * (i + 1) })));

const load = (id: number, rest: Partial<ActivatedLoad> = {}): ActivatedLoad => ({
  id,
  provider: 'azure',
  billingAccount: 'x',
  subAccounts: [],
  billingPeriod: '2026-08-01',
  dataset: 'cost',
  replaces: 'period',
  fromDay: dayAt(0),
  toDay: dayAt(DAYS),
  activation: id,
  ...rest,
});

type Measure = 'countsBilled' | 'countsEffective';
const measures: readonly Measure[] = ['countsBilled', 'countsEffective'];
const allDays = Array.from({ length: DAYS }, (_, n) => dayAt(n));

/** The days on which a load counts a measure. */
const daysOf = (claims: readonly Claim[], id: number, measure: Measure) =>
  allDays.filter((day) => claims.some((c) => c.loadId === id && c[measure] && c.fromDay <= day && day < c.toDay));

/** May both hold the same charge? Two restated billing months may share a day: each month has charges of its own. */
const couldHoldTheSame = (a: ActivatedLoad, b: ActivatedLoad) =>
  a.provider === b.provider &&
  (a.billingAccount === null || b.billingAccount === null || a.billingAccount === b.billingAccount) &&
  (a.subAccounts.length === 0 || b.subAccounts.length === 0 || a.subAccounts.some((s) => b.subAccounts.includes(s))) &&
  (a.billingPeriod === b.billingPeriod || a.replaces === 'day' || b.replaces === 'day');

describe('claims', () => {
  test('no charge is counted twice: one load speaks for a day, an account and a measure', () => {
    fc.assert(
      fc.property(history, (loads) => {
        const claims = claimsOf(loads);
        for (const measure of measures)
          for (const [i, a] of loads.entries())
            for (const b of loads.slice(i + 1))
              if (couldHoldTheSame(a, b)) {
                const other = new Set(daysOf(claims, b.id, measure));
                expect(daysOf(claims, a.id, measure).filter((d) => other.has(d))).toEqual([]);
              }
      }),
      { numRuns: 600 },
    );
  });

  test('the newest load counts as a whole', () => {
    fc.assert(
      fc.property(history, aLoad, (loads, last) => {
        fc.pre(last.dataset !== 'usage' && last.dataset !== 'contract');
        const newest: ActivatedLoad = { ...last, id: 99, activation: 999 };
        const claims = claimsOf([...loads, newest]);
        const whole = allDays.filter((d) => d >= newest.fromDay && d < newest.toDay);
        if (newest.dataset !== 'amortized') expect(daysOf(claims, 99, 'countsBilled')).toEqual(whole);
        if (newest.dataset !== 'actual') expect(daysOf(claims, 99, 'countsEffective')).toEqual(whole);
      }),
    );
  });

  test('undoing the newest load gives exactly the claims before it', () => {
    fc.assert(
      fc.property(history, aLoad, (loads, last) => {
        const before = claimsOf(loads);
        const with99 = [...loads, { ...last, id: 99, activation: 999 }];
        claimsOf(with99);
        expect(claimsOf(with99.filter((l) => l.id !== 99))).toEqual(before);
      }),
    );
  });

  test('the order of the list does not matter, only the order of activation', () => {
    fc.assert(
      fc.property(
        history.chain((loads) => fc.tuple(fc.constant(loads), fc.shuffledSubarray(loads, { minLength: loads.length }))),
        ([loads, shuffled]) => {
          expect(claimsOf(shuffled)).toEqual(claimsOf(loads));
        },
      ),
    );
  });

  test('a claim lies within its load, says something, and the claims of a load do not overlap', () => {
    fc.assert(
      fc.property(history, (loads) => {
        const claims = claimsOf(loads);
        for (const c of claims) {
          const own = loads.find((l) => l.id === c.loadId);
          expect(own && own.fromDay <= c.fromDay && c.fromDay < c.toDay && c.toDay <= own.toDay).toBe(true);
          expect(c.countsBilled || c.countsEffective).toBe(true);
        }
        for (const l of loads) {
          const own = claims.filter((c) => c.loadId === l.id);
          for (const [i, c] of own.entries()) if (i > 0) expect(c.fromDay >= (own[i - 1]?.toDay ?? '')).toBe(true);
        }
      }),
    );
  });

  test('quantities without money and terms of contracts claim nothing and take nothing', () => {
    fc.assert(
      fc.property(history, (loads) => {
        const bills = loads.filter((l) => l.dataset !== 'usage' && l.dataset !== 'contract');
        expect(claimsOf(loads)).toEqual(claimsOf(bills));
      }),
    );
  });

  test('other accounts, disjoint sub-accounts and disjoint days count side by side', () => {
    fc.assert(
      fc.property(history, aLoad, fc.constantFrom('account', 'provider', 'sub-account', 'days'), (loads, last, apart) => {
        const newest: ActivatedLoad = {
          ...last,
          id: 99,
          activation: 999,
          ...(apart === 'account' && { billingAccount: 'z' }),
          ...(apart === 'provider' && { provider: 'gcp' }),
          ...(apart === 'sub-account' && { subAccounts: ['z'] }),
          ...(apart === 'days' && { fromDay: dayAt(DAYS), toDay: dayAt(DAYS + 3) }),
        };
        const old =
          apart === 'account'
            ? loads.filter((l) => l.billingAccount !== null)
            : apart === 'sub-account'
              ? loads.filter((l) => l.subAccounts.length)
              : loads;
        expect(claimsOf([...old, newest]).filter((c) => c.loadId !== 99)).toEqual(claimsOf(old));
      }),
    );
  });

  test('loads of one file stand side by side, even where one of them names no account', () => {
    const claims = claimsOf([load(1, { billingAccount: null, activation: 5 }), load(2, { billingAccount: 'x', activation: 5 })]);
    expect([1, 2].map((id) => daysOf(claims, id, 'countsBilled').length)).toEqual([DAYS, DAYS]);
  });

  test('a restated billing period takes the place of the whole older export, also with fewer days', () => {
    const claims = claimsOf([load(1), load(2, { toDay: dayAt(4) })]);
    expect(claims.map((c) => [c.loadId, c.toDay])).toEqual([[2, dayAt(4)]]);
  });

  test('a load that replaces days cuts its days out of the older one and leaves the rest', () => {
    fc.assert(
      fc.property(fc.nat(DAYS - 1), fc.integer({ min: 1, max: DAYS }), (from, length) => {
        const to = Math.min(DAYS, from + length);
        const claims = claimsOf([load(1, { replaces: 'day' }), load(2, { replaces: 'day', fromDay: dayAt(from), toDay: dayAt(to) })]);
        const cut = allDays.slice(from, to);
        expect(daysOf(claims, 2, 'countsBilled')).toEqual(cut);
        expect(daysOf(claims, 1, 'countsBilled')).toEqual(allDays.filter((d) => !cut.includes(d)));
      }),
    );
  });

  describe('an actual and an amortized export', () => {
    const both = fc.record({
      actual: fc.tuple(fc.nat(DAYS - 1), fc.integer({ min: 1, max: DAYS })),
      amortized: fc.tuple(fc.nat(DAYS - 1), fc.integer({ min: 1, max: DAYS })),
      actualFirst: fc.boolean(),
    });
    const span = ([from, length]: [number, number]) => ({ fromDay: dayAt(from), toDay: dayAt(Math.min(DAYS, from + length)) });

    test('never count effective cost twice, and leave no day of either without it', () => {
      fc.assert(
        fc.property(both, ({ actual, amortized, actualFirst }) => {
          const a = load(1, { dataset: 'actual', ...span(actual), activation: actualFirst ? 1 : 9 });
          const m = load(2, { dataset: 'amortized', ...span(amortized), activation: 5 });
          const claims = claimsOf([a, m]);
          const days = (l: ActivatedLoad) => allDays.filter((d) => d >= l.fromDay && d < l.toDay);
          expect(daysOf(claims, 1, 'countsBilled')).toEqual(days(a));
          expect(daysOf(claims, 2, 'countsEffective')).toEqual(days(m));
          expect(daysOf(claims, 2, 'countsBilled')).toEqual([]);
          expect(daysOf(claims, 1, 'countsEffective')).toEqual(days(a).filter((d) => !days(m).includes(d)));
        }),
      );
    });

    test('a newer FOCUS export of the month takes both their places', () => {
      const claims = claimsOf([load(1, { dataset: 'actual' }), load(2, { dataset: 'amortized' }), load(3, { dataset: 'cost' })]);
      expect(claims.map((c) => c.loadId)).toEqual([3]);
    });

    test('an amortized export that counts no longer takes no effective cost away', () => {
      const loads = [load(1, { dataset: 'amortized' }), load(2, { dataset: 'cost' }), load(3, { dataset: 'actual' })];
      expect(claimsOf(loads)).toEqual([{ loadId: 3, fromDay: dayAt(0), toDay: dayAt(DAYS), countsBilled: true, countsEffective: true }]);
    });
  });
});
