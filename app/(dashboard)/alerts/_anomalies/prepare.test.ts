import { expect, test } from 'vitest';
import type { AnomalyItem } from '@/lib/services/anomalies/anomalies-of';
import { prepareCalendar } from './prepare-calendar';
import { summaryOf, tabHref, whyParts } from './words';

const item = (over: Partial<AnomalyItem>): AnomalyItem => ({
  ...{ id: 'a', sentence: '', place: 'x', provider: 'aws', currency: 'USD', measure: 'effective', direction: 'up' },
  ...{ from: '2026-11-02', to: '2026-11-03', actual: '2', expected: '1', impact: '1', filters: [], driver: null, whole: {}, why: null },
  ...{ href: '/costs', days: [{ day: '2026-11-02', impact: '100' }] },
  ...over,
});
const list = (items: AnomalyItem[]) => ({
  period: { from: '2026-11-01', to: '2026-11-04' },
  providers: [
    { provider: 'aws', currency: 'USD' },
    { provider: 'aws', currency: 'EUR' },
  ],
  items,
});

test('a day is shaded by its share of the largest day of its own currency', () => {
  const { days, rows } = prepareCalendar(
    list([
      item({}),
      item({ id: 'b', direction: 'drop', days: [{ day: '2026-11-03', impact: '-1000' }] }),
      item({ id: 'c', currency: 'EUR', days: [{ day: '2026-11-02', impact: '5' }] }),
    ]),
  );
  expect(days).toEqual(['2026-11-01', '2026-11-02', '2026-11-03']);
  expect(rows.map((r) => r.cells.map((c) => c && [c.item.id, c.level]))).toEqual([
    [null, ['a', 1], ['b', 4]],
    [null, ['c', 4], null],
  ]);
});

test('of several on one day the largest is shown, and how many there are', () => {
  const { rows } = prepareCalendar(list([item({}), item({ id: 'b', days: [{ day: '2026-11-02', impact: '-300' }] })]));
  expect(rows[0]?.cells[1]).toMatchObject({ impact: '-300', count: 2, item: { id: 'b' } });
});

test('words', () => {
  const drop = item({ direction: 'drop' });
  expect([[], [drop], [drop, drop], [item({}), drop]].map((items) => summaryOf({ items }))).toEqual([
    'Nothing stood out',
    '1 thing stood out: it cost less',
    '2 things stood out: all cost less',
    '2 things stood out: 1 cost more, 1 less',
  ]);
  expect(whyParts({ why: { price: '0.00', volume: '12.50', mix: '-0.10', unexplained: '0.00' } })).toEqual([
    ['volume', '12.50'],
    ['mix', '-0.10'],
  ]);
  expect(tabHref('90d', [])).toBe('/alerts?tab=anomalies&period=90d');
});
