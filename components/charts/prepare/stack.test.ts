import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { othersKey } from '../colour';
import { currenciesOf, pointTitle, prepareStack } from './stack';
import type { CostPoint } from './stack-point';

const point = (day: string, group: string, amount: string, currency = 'USD'): CostPoint => ({ day, group, amount, currency });
const week = { from: '2026-03-01', to: '2026-03-08', currency: 'USD' };
const somePoints = fc.array(
  fc.record({
    day: fc.integer({ min: 1, max: 7 }).map((d) => `2026-03-0${d}`),
    group: fc.integer({ min: 0, max: 20 }).map((g) => `group ${g}`),
    amount: fc.integer({ min: -100_000, max: 1_000_000 }).map((n) => new Big(n).div(1000).toFixed()),
    currency: fc.constantFrom('USD', 'EUR'),
  }),
  { maxLength: 120 },
);
const add = (amounts: readonly (string | undefined)[]) => amounts.reduce((a, b) => a.plus(b ?? 0), new Big(0)).toFixed();

test('table, bands and days add up to the total of the points, to the last digit', () => {
  fc.assert(
    fc.property(somePoints, (points) => {
      const stack = prepareStack({ ...week, points });
      const expected = add(points.filter((p) => p.currency === 'USD').map((p) => p.amount));
      expect(stack.total).toBe(expected);
      expect(add(stack.bands.map((b) => b.total))).toBe(expected);
      expect(add(stack.points.map((p) => p.total))).toBe(expected);
      expect(add(stack.table.rows.map((r) => r.total))).toBe(expected);
      for (const band of stack.bands) expect(add(stack.table.rows.map((r) => r[`band:${band.key}`]))).toBe(band.total);
    }),
  );
});

test('a day without any figure is a gap, a day of nothing is a zero', () => {
  const { points } = prepareStack({
    ...week,
    to: '2026-03-04',
    points: [point('2026-03-01', 'azure', '5'), point('2026-03-02', 'azure', '0')],
  });
  expect(points.map((p) => p.state)).toEqual(['complete', 'complete', 'missing']);
  expect(points[1]?.values).toEqual({ azure: 0 });
  expect(points[2]?.values).toEqual({});
});

test.each(['constructor', '__proto__', 'toString'])('a group called %s is a group like others, where it has no figures too', (group) => {
  const points = [point('2026-03-02', group, '5'), point('2026-03-04', 'azure', '1')];
  for (const look of [{}, { cumulative: true }, { mean: 2 }]) {
    const { bands, points: bars } = prepareStack({ ...week, points, ...look });
    expect(bands.map((b) => [b.label, b.colour.startsWith('var(--color-') && !b.colour.includes(' ')])).toContainEqual([group, true]);
    for (const bar of bars) for (const amount of [group, 'azure'].map((key) => bar.amounts[key])) expect(amount ?? '0').toMatch(/^[\d.]+$/);
  }
});

test('what came so far stays where nothing was charged, and ends where bills are still to come', () => {
  const points = [point('2026-03-02', 'azure', '5'), point('2026-03-05', 'azure', '1.5')];
  const soFar = (more: object) =>
    prepareStack({ ...week, points, cumulative: true, ...more }).points.map((p) => (p.state === 'missing' ? null : p.total));
  const days = soFar({}).length;
  expect(soFar({}).slice(0, 5)).toEqual([null, '5', '5', '5', '6.5']);
  expect(soFar({}).slice(5)).toEqual(Array(days - 5).fill(null));
  expect(soFar({ completeTo: '2026-03-07' }).slice(5)).toEqual(['6.5', ...Array(days - 6).fill(null)]);
});

test('eight bands and the rest as others, but never others for one alone', () => {
  const groups = (n: number) => Array.from({ length: n }, (_, i) => point('2026-03-01', `g${i}`, String(100 - i)));
  expect(prepareStack({ ...week, points: groups(9) }).bands.map((b) => b.key)).not.toContain(othersKey);
  const { bands } = prepareStack({ ...week, points: groups(12) });
  expect(bands).toHaveLength(9);
  expect(bands.at(-1)).toMatchObject({ key: othersKey, label: '4 others', colour: 'var(--color-others)' });
});

test('a year is drawn in months of the title, and each of its months adds up', () => {
  const year = { from: '2025-12-01', to: '2026-11-21', currency: 'USD' };
  const points = [
    point('2026-05-02', 'a', '1'),
    point('2026-05-31', 'b', '2'),
    point('2026-07-01', 'a', '0.5'),
    point('2026-11-20', 'a', '4'),
  ];
  const stack = prepareStack({ ...year, points });
  expect(stack.unit).toBe('month');
  expect(stack.first).toBe('2026-05-02');
  expect(stack.points.map((p) => [p.day, p.state, p.total]).filter(([, , total]) => total !== '0')).toEqual([
    ['2026-05-01', 'complete', '3'],
    ['2026-07-01', 'complete', '0.5'],
    ['2026-11-01', 'incomplete', '4'],
  ]);
  expect(stack.points).toHaveLength(12);
  expect(stack.points[6]?.state).toBe('missing');
  expect(stack.table.rows.map((r) => r.day)).toEqual(['2026-05', '2026-07', '2026-11']);
  expect(stack.points.map(pointTitle).at(-1)).toBe('1 Nov – 20 Nov 2026 · not complete yet');
});

test('currencies are drawn apart', () => {
  const points = [point('2026-03-01', 'azure', '5'), point('2026-03-02', 'azure', '7'), point('2026-03-01', 'azure', '1', 'EUR')];
  expect(currenciesOf(points)).toEqual(['USD', 'EUR']);
  expect(prepareStack({ ...week, points }).total).toBe('12');
});

test('the summary says the result, and what is missing', () => {
  const points = [point('2026-03-01', 'azure', '60'), point('2026-03-03', 'openai', '40')];
  expect(prepareStack({ ...week, points, names: { azure: 'Azure' } }).summary).toBe(
    '100.00 USD from 1 Mar to 3 Mar; Azure is 60 % of it; 1 day is missing.',
  );
});
