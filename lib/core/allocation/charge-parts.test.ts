import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { methodDetails } from './allocated-columns';
import { chargeParts, partOf, partsOf } from './charge-parts';
import { Pool, splitPools, type ValueCost } from './pools';

const none = { requests: new Map<string, number>(), events: new Map<string, number>() };
const pool = (more: object) => Pool.parse({ name: 'Shared', dimension: 'team', value: 'shared', method: 'even', ...more });
const cost = (value: string | null, amount: string, currency = 'USD'): ValueCost => ({ value, amount, currency, tokens: '0', charges: 1 });
const sum = (list: readonly string[]) => list.reduce((a, b) => a.plus(b), new Big(0));
const split = (pools: Pool[], costs: ValueCost[]) => {
  const shares = splitPools(pools, '2026-10', costs, none);
  return { shares, parts: chargeParts(shares, 'team', (value) => (value === 'a' ? ['Learning'] : null)) };
};
const told = (parts: ReturnType<typeof split>['parts'], owner: string) => partsOf(parts, owner, 'USD').map((p) => [p.target, p.ratio]);

test('a charge of a shared value is its parts, in the ratio in which the month was shared', () => {
  const { parts } = split([pool({ targets: ['a', 'b', 'c'] })], [cost('shared', '10')]);
  expect(told(parts, 'Shared')).toEqual([
    ['a', '0.334'],
    ['b', '0.333'],
    ['c', '0.333'],
  ]);
  expect(partsOf(parts, 'Shared', 'USD')[0]?.cells).toEqual({
    AllocatedMethodId: 'Shared: evenly',
    AllocatedMethodDetails: '{"Elements":[{"AllocatedRatio":0.334,"UsageUnit":null,"UsageQuantity":null}]}',
    AllocatedResourceId: 'a',
    AllocatedResourceName: 'a',
    AllocatedTags: '{"team":"a","above_1":"Learning"}',
  });
  expect([partsOf(parts, 'a', 'USD'), partsOf(parts, null, 'USD'), partsOf(parts, 'shared', 'EUR')]).toEqual([[], [], []]);
});

test('what goes to another pool goes on to those who carry that, each once, and both ways are named', () => {
  const gateway = pool({ name: 'A gateway', value: 'gateway', targets: ['shared', 'a'] });
  const { parts } = split([pool({ targets: ['a', 'b'] }), gateway], [cost('gateway', '10'), cost('shared', '5'), cost('a', '1')]);
  expect(told(parts, 'gateway')).toEqual([
    ['a', '0.75'],
    ['b', '0.25'],
  ]);
  expect(partsOf(parts, 'gateway', 'USD')[0]?.cells.AllocatedMethodId).toBe('A gateway: evenly; Shared: evenly');
});

test('what is left unallocated keeps its whole charge and says why', () => {
  const zero = pool({ method: 'proportional', driver: 'events', zero: 'unallocated', targets: ['a'] });
  const [part, ...more] = partsOf(split([zero], [cost('shared', '9')]).parts, 'shared', 'USD');
  expect([more, part]).toMatchObject([[], { target: null, ratio: '1', cells: { AllocatedResourceId: null, AllocatedTags: null } }]);
  expect(part?.cells.AllocatedMethodId).toBe('Shared: left unallocated, because usage events is zero for everybody');
});

const digits = fc.tuple(fc.bigInt({ min: -(10n ** 8n), max: 10n ** 8n }), fc.integer({ min: 0, max: 9 }));
const someAmount = digits.map(([n, scale]) => new Big(n.toString()).div(new Big(10).pow(scale)).toFixed());
const somePools = fc
  .record({ method: fc.constantFrom('even', 'proportional'), named: fc.boolean(), nested: fc.boolean() })
  .map(({ method, named, nested }) => [
    pool({ method, targets: named ? ['a', 'b', 'c'] : [] }),
    ...(nested ? [pool({ name: 'Gateway', value: 'gateway', targets: ['shared', 'b'] })] : []),
  ]);

test('the parts of every charge add up to it, and those of a target come to its share within half a minor unit', () => {
  fc.assert(
    fc.property(fc.array(someAmount, { minLength: 1, maxLength: 8 }), someAmount, someAmount, somePools, (charges, a, b, pools) => {
      const costs = [cost('shared', sum(charges).toFixed()), cost('gateway', '7'), cost('a', a), cost('b', b)];
      const { shares, parts } = split(pools, costs);
      const own = partsOf(parts, 'shared', 'USD');
      if (own.length === 0) return;
      for (const charge of charges) expect(sum(own.map((p) => partOf(charge, p.ratio))).toFixed()).toBe(new Big(charge).toFixed());
      if (pools.length > 1) return; // what another pool passed on is in its shares as well
      for (const s of shares) {
        const ratio = own.find((p) => p.target === s.target)?.ratio ?? '0';
        const got = sum(charges.map((c) => partOf(c, ratio)));
        expect(got.minus(s.amount).abs().lte('0.0051')).toBe(true); // half a minor unit, and the ratio's own thirteenth digit
      }
    }),
    { numRuns: 300 },
  );
});

test('how a cost was split keeps every digit of ratio and quantity', () => {
  const said = methodDetails('0.33333333333333333333', { quantity: '89.5359348888561695', driver: 'tokens', currency: 'EUR' });
  expect(said).toBe('{"Elements":[{"AllocatedRatio":0.33333333333333333333,"UsageUnit":"Tokens","UsageQuantity":89.5359348888561695}]}');
  expect(JSON.parse(methodDetails('1', null))).toEqual({ Elements: [{ AllocatedRatio: 1, UsageUnit: null, UsageQuantity: null }] });
});
