import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate, type InvoiceLine, type UsageGroup } from './calibrate';
import { scaled, spread, unscaled } from './spread';

const line = (l: Partial<InvoiceLine>): InvoiceLine => ({
  provider: 'openai',
  account: 'proj_a',
  accountName: null,
  resource: null,
  model: 'gpt-5',
  tokenType: 'input',
  cacheTtl: null,
  modality: null,
  tier: null,
  currency: 'USD',
  cost: '10',
  ...l,
});
const group = (g: Partial<UsageGroup>): UsageGroup => ({
  key: 'g1',
  channel: 'openai',
  account: 'proj_a',
  model: 'gpt-5',
  tier: 'standard',
  tokens: { input: 100n, output: 50n },
  requests: 3n,
  hours: 1,
  ...g,
});
const sum = (c: ReturnType<typeof calibrate>) => c.costs.reduce((a, b) => a + b.amount, 0n);

describe('spread', () => {
  test('10.00 over three equal targets is 3.34, 3.33, 3.33', () => {
    expect(spread(1000n, [1n, 1n, 1n])).toEqual([334n, 333n, 333n]);
    expect(spread(-1000n, [1n, 1n, 1n])).toEqual([-334n, -333n, -333n]);
  });
  test('is conserved, and nobody gets a unit more than their share', () => {
    fc.assert(
      fc.property(
        fc.bigInt(-(10n ** 30n), 10n ** 30n),
        fc.array(fc.bigInt(0n, 10n ** 12n), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const all = weights.reduce((a, b) => a + b, 0n);
          fc.pre(all > 0n);
          const shares = spread(total, weights);
          expect(shares.reduce((a, b) => a + b, 0n)).toBe(total);
          shares.forEach((s, i) => {
            const away = s * all - total * (weights[i] as bigint);
            expect(away < all && away > -all).toBe(true);
          });
        },
      ),
    );
  });
  test('decimals travel there and back', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 30 }), (n, s) => {
        expect(scaled(unscaled(n, s), s)).toBe(n);
      }),
    );
  });
});

describe('calibrate', () => {
  test('a line goes to the use of its kind', () => {
    const c = calibrate([line({ cost: '10' }), line({ tokenType: 'output', cost: '20' })], [group({})]);
    expect(c.costs).toEqual([
      { group: 'g1', kind: 'input', currency: 'USD', amount: scaled('10', 12) },
      { group: 'g1', kind: 'output', currency: 'USD', amount: scaled('20', 12) },
    ]);
    expect(c.attributions.map((a) => a.matchedBy)).toEqual(['account, model, token type', 'account, model, token type']);
  });
  test('cached tokens that the log does not know are paid by its input', () => {
    const c = calibrate([line({ tokenType: 'cached_input', cost: '1' })], [group({})]);
    expect(c.attributions[0]?.matchedBy).toBe('account, model, direction');
    expect(c.costs[0]?.kind).toBe('input');
  });
  test('reasoning is billed as output and paid by both', () => {
    const c = calibrate([line({ tokenType: 'output', cost: '9' })], [group({ tokens: { output: 1n, reasoning: 2n } })]);
    expect(c.costs.map((k) => [k.kind, unscaled(k.amount, c.scale)])).toEqual([
      ['output', '3'],
      ['reasoning', '6'],
    ]);
  });
  test('another account, model or channel explains nothing', () => {
    for (const g of [{ account: 'proj_b' }, { model: 'gpt-5-mini' }, { channel: 'azure' }])
      expect(calibrate([line({})], [group(g)]).attributions).toEqual([]);
  });
  test('events without an account belong to every account of their channel', () => {
    const c = calibrate([line({}), line({ account: 'proj_b', cost: '5' })], [group({ account: null })]);
    expect(unscaled(sum(c), c.scale)).toBe('15');
  });
  test('the snapshot on the bill is the model of the log', () =>
    expect(calibrate([line({ model: 'gpt-5-2025-08-07' })], [group({})]).attributions).toHaveLength(1));
  test('a group is paid in one currency; the rest stays unexplained and is never added', () => {
    const c = calibrate([line({ cost: '10' }), line({ currency: 'EUR', cost: '3' })], [group({})]);
    expect(c.costs.map((k) => k.currency)).toEqual(['USD']);
    expect(c.attributions.map((a) => a.line)).toEqual([0]);
  });
  test('provisioned capacity is spread by use, its idle hours stay apart', () => {
    const c = calibrate(
      [line({ provider: 'azure', model: null, tier: 'provisioned', tokenType: null, cost: '24' })],
      [group({ channel: 'azure', tier: 'provisioned', hours: 0b1111 })],
    );
    expect(c.attributions).toEqual([{ line: 0, attributed: '4', idle: '20', matchedBy: 'account' }]);
    expect(unscaled(sum(c), c.scale)).toBe('4');
  });
  test('batch is paid by batch', () => {
    const c = calibrate([line({ tier: 'batch', cost: '1' })], [group({}), group({ key: 'g2', tier: 'batch' })]);
    expect(c.costs.map((k) => k.group)).toEqual(['g2']);
  });
  test('a machine or a tool is explained by no call', () =>
    expect(calibrate([line({ model: null })], [group({})]).attributions).toEqual([]));

  test.each([
    ['8', '1', '7'],
    ['2.5', '3.2', '4.8'],
    ['0.5', '8', '0'],
    ['192', '0.333333333334', '7.666666666666'],
    [null, '0.333333333334', '7.666666666666'],
  ])('of %s hours of own GPUs one with calls leaves its share idle', (gpuHours, attributed, idle) => {
    const c = calibrate(
      [line({ provider: 'self-hosted', account: 'berlin', tier: 'provisioned', tokenType: null, cost: '8', gpuHours })],
      [group({ channel: 'self', account: 'berlin', hours: 0b1 })],
    );
    const [only] = c.attributions;
    expect([only?.attributed, only?.idle]).toEqual([attributed, idle]);
  });
  test('Σ events + Σ idle + Σ unexplained = Σ invoice, to the last digit', () => {
    const money = fc.tuple(fc.bigInt(-(10n ** 9n), 10n ** 12n), fc.integer({ min: 0, max: 20 })).map(([n, s]) => unscaled(n, s));
    const oneLine = fc.record({
      provider: fc.constantFrom('openai', 'azure'),
      account: fc.constantFrom('a', 'b', null),
      accountName: fc.constant(null),
      resource: fc.constant(null),
      model: fc.constantFrom('gpt-5', 'gpt-5-mini', null),
      tokenType: fc.constantFrom('input', 'output', 'cached_input', 'reasoning', null),
      cacheTtl: fc.constant(null),
      modality: fc.constant(null),
      tier: fc.constantFrom(null, 'batch', 'provisioned'),
      currency: fc.constantFrom('USD', 'EUR'),
      cost: money,
      gpuHours: fc.constantFrom(null, '0.000000000001', '7.5', '24', '192'),
    });
    const oneGroup = fc.record({
      channel: fc.constantFrom('openai', 'azure', null),
      account: fc.constantFrom('a', 'b', null),
      model: fc.constantFrom('gpt-5', 'gpt-5-mini'),
      tier: fc.constantFrom('standard', 'batch', 'provisioned'),
      requests: fc.bigInt(0n, 9n),
      hours: fc.integer({ min: 0, max: 2 ** 24 - 1 }),
      tokens: fc.record({ input: fc.bigInt(0n, 10n ** 9n), output: fc.bigInt(0n, 10n ** 6n), reasoning: fc.bigInt(0n, 99n) }),
    });
    fc.assert(
      fc.property(fc.array(oneLine, { maxLength: 12 }), fc.array(oneGroup, { maxLength: 8 }), (lines, some) => {
        const groups = some.map((g, i) => ({ ...g, key: `g${i}` }));
        const c = calibrate(lines, groups);
        for (const currency of ['USD', 'EUR']) {
          const total = (texts: string[]) => texts.reduce((a, t) => a + scaled(t, c.scale), 0n);
          const mine = lines.map((l, i) => ({ ...l, a: c.attributions.find((x) => x.line === i) })).filter((l) => l.currency === currency);
          const spreadOut = c.costs.filter((k) => k.currency === currency).reduce((a, k) => a + k.amount, 0n);
          const unexplained = mine.reduce(
            (a, l) => a + scaled(l.cost, c.scale) - scaled(l.a?.attributed ?? '0', c.scale) - scaled(l.a?.idle ?? '0', c.scale),
            0n,
          );
          const idle = total(mine.map((l) => l.a?.idle ?? '0'));
          expect(spreadOut + idle + unexplained).toBe(total(mine.map((l) => l.cost)));
        }
        const paidIn = new Map<string, Set<string>>();
        for (const k of c.costs) paidIn.set(k.group, (paidIn.get(k.group) ?? new Set()).add(k.currency));
        for (const currencies of paidIn.values()) expect(currencies.size).toBe(1);
      }),
    );
  });
});
