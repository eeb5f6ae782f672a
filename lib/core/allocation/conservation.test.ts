import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold } from './fold';
import { checkPools, Pool, type Share, splitPools, type ValueCost } from './pools';
import { adjustmentsOf, type MonthCost, type MonthStatement, minus, plus, roundTogether, statementOf } from './statement';

const none = { requests: new Map<string, number>(), events: new Map<string, number>() };
const pool = (more: object) => Pool.parse({ name: 'Shared', dimension: 'team', value: 'shared', method: 'even', ...more });
const cost = (value: string | null, amount: string, more: Partial<ValueCost> = {}): ValueCost => ({
  value,
  amount,
  currency: 'USD',
  tokens: '0',
  charges: 1,
  ...more,
});
const split = (pools: Pool[], costs: ValueCost[], events = none) => splitPools(pools, '2026-10', costs, events);
const amounts = (shares: readonly Share[]) => Object.fromEntries(shares.map((s) => [s.target ?? 'unallocated', s.amount]));
const sum = (list: readonly string[]) => list.reduce((a, b) => new Big(a).plus(b), new Big(0));

test('10.00 over three is 3.34, 3.33, 3.33, and so is what is negative', () => {
  const three = { targets: ['a', 'b', 'c'] };
  expect(amounts(split([pool(three)], [cost('shared', '10')]))).toEqual({ a: '3.34', b: '3.33', c: '3.33' });
  expect(amounts(split([pool(three)], [cost('shared', '-10.00')]))).toEqual({ a: '-3.34', b: '-3.33', c: '-3.33' });
  expect(amounts(split([pool(three)], [cost('shared', '10', { currency: 'JPY' })]))).toEqual({ a: '4', b: '3', c: '3' });
});

test('the driver decides, and everybody who is no pool carries', () => {
  const costs = [cost('shared', '100'), cost('a', '30', { tokens: '1' }), cost('b', '10', { tokens: '3' }), cost(null, '500')];
  expect(amounts(split([pool({ method: 'proportional' })], costs))).toEqual({ a: '75', b: '25' });
  expect(amounts(split([pool({ method: 'proportional', driver: 'tokens' })], costs))).toEqual({ a: '25', b: '75' });
  const events = { ...none, requests: new Map([[fold('A'), 1]]) };
  expect(amounts(split([pool({ method: 'proportional', driver: 'requests' })], costs, events))).toEqual({ a: '100', b: '0' });
  expect(amounts(split([pool({ method: 'fixed', shares: { a: '0.1', z: '0.9' } })], costs))).toEqual({ a: '10', z: '90' });
});

test('a driver of zero falls back as chosen, and says so', () => {
  const costs = [cost('shared', '9'), cost('a', '1'), cost('b', '2')];
  const even = split([pool({ method: 'proportional', driver: 'events' })], costs);
  expect([amounts(even), even.every((s) => s.fellBack)]).toEqual([{ a: '4.5', b: '4.5' }, true]);
  const left = split([pool({ method: 'proportional', driver: 'events', zero: 'unallocated' })], costs);
  expect([amounts(left), left[0]?.fellBack]).toEqual([{ unallocated: '9' }, true]);
});

test('a pool may carry a part of another, and a circle is refused with its path', () => {
  const gateway = pool({ name: 'A gateway', value: 'gateway', targets: ['shared', 'a'] });
  const costs = [cost('gateway', '10'), cost('shared', '5'), cost('a', '1')];
  const shares = split([pool({ targets: ['a', 'b'] }), gateway], costs);
  expect(shares.map((s) => [s.source, s.target, s.amount])).toEqual([
    ['gateway', 'shared', '5'],
    ['gateway', 'a', '5'],
    ['shared', 'a', '5'],
    ['shared', 'b', '5'],
  ]);
  expect(() => checkPools([gateway, pool({ targets: ['Gateway'] })])).toThrow('circle: gateway → shared → gateway');
  expect(() => checkPools([pool({ targets: ['shared'] })])).toThrow('circle: shared → shared');
  expect(() => checkPools([pool({}), pool({ name: 'Again' })])).toThrow('both split shared');
});

test('money of one currency never moves another', () => {
  const costs = [cost('shared', '10'), cost('shared', '100', { currency: 'EUR' }), cost('a', '1'), cost('b', '1', { currency: 'EUR' })];
  const shares = split([pool({ method: 'proportional' })], costs);
  expect(shares.map((s) => [s.currency, s.target, s.amount])).toEqual([
    ['EUR', 'a', '0'],
    ['EUR', 'b', '100'],
    ['USD', 'a', '10'],
    ['USD', 'b', '0'],
  ]);
});

const amount = fc
  .tuple(fc.integer({ min: -2_000_000, max: 5_000_000 }), fc.integer({ min: 0, max: 9 }))
  .map(([n, d]) => new Big(n).div(new Big(10).pow(d)).toFixed());
const someCosts = fc
  .array(
    fc.record({
      value: fc.constantFrom<(string | null)[]>('a', 'b', 'c', 'shared', 'gateway', null),
      currency: fc.constantFrom('USD', 'EUR', 'JPY', 'KWD'),
      amount,
      credits: amount,
      tokens: fc.nat(1000).map(String),
      charges: fc.nat(50),
    }),
    { maxLength: 20 },
  )
  .map((list) => [...new Map(list.map((c) => [`${c.value}|${c.currency}`, c])).values()]);
const somePools = fc
  .record({
    method: fc.constantFrom('even', 'proportional', 'fixed'),
    driver: fc.constantFrom('cost', 'tokens', 'charges', 'events'),
    zero: fc.constantFrom('even', 'unallocated'),
    named: fc.boolean(),
    chained: fc.boolean(),
  })
  .map(({ method, driver, zero, named, chained }) => [
    pool({
      method,
      driver,
      zero,
      ...(method === 'fixed' ? { shares: { a: '0.333', b: '0.667' } } : { targets: named ? ['c', 'a', 'b'] : [] }),
    }),
    ...(chained ? [pool({ name: 'Gateway', value: 'gateway', targets: ['shared', 'c', 'a'] })] : []),
  ]);
const whole = (c: { amount: string; credits: string }) => plus(c.amount, c.credits);
const statement = (
  costs: readonly (ValueCost & { credits: string })[],
  pools: Pool[],
  month = '2026-10',
  adjustments?: Parameters<typeof statementOf>[4],
): MonthStatement => {
  const shares = splitPools(
    pools,
    month,
    costs.map((c) => ({ ...c, amount: whole(c) })),
    none,
  );
  const rows: MonthCost[] = costs.map((c) => ({ value: c.value, currency: c.currency, usage: c.amount, credits: c.credits }));
  return statementOf(month, rows, shares, () => null, adjustments);
};

test('whatever is split, a pool passes on what others carry, to the last minor unit', () => {
  fc.assert(
    fc.property(someCosts, somePools, (costs, pools) => {
      const shares = split(pools, costs);
      for (const s of shares)
        expect(new Big(s.amount).round(s.currency === 'JPY' ? 0 : s.currency === 'KWD' ? 3 : 2).eq(s.amount)).toBe(true);
      for (const p of pools)
        for (const currency of new Set(costs.map((c) => c.currency))) {
          const own = shares.filter((s) => s.source === p.value && s.currency === currency);
          if (own.length === 0) continue;
          const held = sum([
            ...costs.filter((c) => c.value === p.value && c.currency === currency).map((c) => c.amount),
            ...shares.filter((s) => s.target === p.value && s.currency === currency).map((s) => s.amount),
          ]);
          const digits = currency === 'JPY' ? 0 : currency === 'KWD' ? 3 : 2;
          expect(
            sum(own.map((s) => s.amount))
              .minus(held)
              .abs()
              .lte(new Big(10).pow(-digits).div(2)),
          ).toBe(true);
          expect(sum(own.map((s) => s.ratio)).eq(1)).toBe(true);
        }
    }),
  );
});

test('the statements of a month add up to its effective cost as it is rounded, each currency for itself', () => {
  fc.assert(
    fc.property(someCosts, somePools, (costs, pools) => {
      const { lines } = statement(costs, pools);
      for (const currency of new Set(costs.map((c) => c.currency))) {
        const digits = currency === 'JPY' ? 0 : currency === 'KWD' ? 3 : 2;
        const total = sum(costs.filter((c) => c.currency === currency).map(whole));
        expect(sum(lines.filter((l) => l.currency === currency).map((l) => l.total)).toFixed()).toBe(
          total.round(digits, Big.roundHalfEven).toFixed(),
        );
      }
      expect(new Set(lines.map((l) => `${l.target}|${l.currency}`)).size).toBe(lines.length);
    }),
  );
});

test('what closed months turn into is told once: all that was told adds up to what they are', () => {
  fc.assert(
    fc.property(fc.array(someCosts, { minLength: 4, maxLength: 4 }), somePools, ([was, later, last, next], pools) => {
      const first = statement(was ?? [], pools, '2026-10');
      const november = statement(next ?? [], pools, '2026-11', adjustmentsOf([first], [statement(later ?? [], pools, '2026-10')]));
      const today = [statement(last ?? [], pools, '2026-10'), statement(next ?? [], pools, '2026-11')];
      const december = statement([], pools, '2026-12', adjustmentsOf([first, november], today));
      const told = [first, november, december].flatMap((m) => m.lines);
      const are = today.flatMap((m) => m.lines);
      for (const { target, currency } of [...told, ...are]) {
        const of = (lines: typeof told) =>
          sum(lines.filter((l) => l.target === target && l.currency === currency).map((l) => l.total)).toFixed();
        expect(of(told)).toBe(of(are));
      }
      expect(adjustmentsOf([first, november, december], [...today, statement([], pools, '2026-12')]).size).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('parts that are rounded together add up to their rounded sum, none further off than a unit', () => {
  fc.assert(
    fc.property(fc.array(amount, { maxLength: 12 }), fc.integer({ min: 0, max: 3 }), (parts, digits) => {
      const rounded = roundTogether(parts, digits);
      expect(sum(rounded).toFixed()).toBe(sum(parts).round(digits, Big.roundHalfEven).toFixed());
      for (const [i, r] of rounded.entries())
        expect(
          new Big(r)
            .minus(parts[i] ?? 0)
            .abs()
            .lt(new Big(10).pow(-digits)),
        ).toBe(true);
    }),
  );
  expect(minus('1', '-0.5')).toBe('1.5');
});
