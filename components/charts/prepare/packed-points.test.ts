import { expect, test } from 'vitest';
import { packPoints, unpackPoints } from './packed-points';
import { prepareStack } from './stack';

const points = [
  { day: '2026-10-01', group: 'gpt-5', currency: 'USD', amount: '1.88603389870000000001' },
  { day: '2026-10-01', group: '__proto__', currency: 'USD', amount: '-2' },
  { day: '2026-10-02', group: 'gpt-5', currency: 'NOK', amount: '3' },
  { day: '2026-10-02', group: 'gpt-5', currency: 'USD', amount: '4' },
  { day: '2026-10-02', group: 'gpt-5', currency: 'USD', amount: '5' },
];

test('packed points are the same points', () => {
  const sorted = (list: typeof points) => list.map((p) => JSON.stringify(p, Object.keys(p).sort())).sort();
  expect(sorted(unpackPoints(packPoints(points)))).toEqual(sorted(points));
  expect(unpackPoints(packPoints([]))).toEqual([]);
});

test('a chart of packed points is the chart of the points', () => {
  const input = { from: '2026-10-01', to: '2026-10-03', currency: 'USD' };
  expect(prepareStack({ ...input, points: packPoints(points) })).toEqual(prepareStack({ ...input, points }));
});
