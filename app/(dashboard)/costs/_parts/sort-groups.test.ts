import fc from 'fast-check';
import { expect, test } from 'vitest';
import { costHref, notUnderstood, parseCostView } from '@/components/filters/cost-view';
import { groupSorts, nextSort, sortedBy } from '@/lib/core/explore/group-order';
import type { GroupLine } from './prepare-groups';
import { sortGroups } from './sort-groups';

const line = (label: string, current: string | null, previous: string | null, more: Partial<GroupLine> = {}): GroupLine => ({
  key: label,
  values: [label],
  label,
  current,
  previous,
  share: null,
  width: 0,
  tokens: null,
  charges: 1,
  isGone: false,
  look: { colour: '', hatched: false },
  ...more,
});
const lines = [
  line('team 10', '900.10', '1000.10', { tokens: '5' }),
  line('team 9', '300', '100', { charges: 12 }),
  line('Ärger', '20', null),
  line('zero', '10', '0', { tokens: '99999999999999999999' }),
  line('credit', '-5.000000000000000001', '-5'),
  line('gone', '0', '40', { isGone: true, charges: 0 }),
  line('unknown', null, null),
];
const sorted = (sort: (typeof groupSorts)[number]) => sortGroups(lines, sort).map((l) => l.label);

test('figures are compared as numbers, names as people read them', () => {
  expect(sorted('-amount')).toEqual(['team 10', 'team 9', 'Ärger', 'zero', 'gone', 'credit', 'unknown']);
  expect(sorted('name')).toEqual(['Ärger', 'credit', 'gone', 'team 9', 'team 10', 'unknown', 'zero']);
  expect(sorted('-tokens').slice(0, 2)).toEqual(['zero', 'team 10']);
  expect(sorted('-charges')[0]).toBe('team 9');
});

test('what rose most comes first, what is new rose by all of it, and a difference in the last digit counts', () => {
  expect(sorted('-change')).toEqual(['team 9', 'Ärger', 'zero', 'credit', 'gone', 'team 10', 'unknown']);
  expect(sorted('change')[0]).toBe('team 10');
});

test('without a base above zero there is no percentage: those stand at the end either way', () => {
  expect(sorted('-percent').slice(0, 3)).toEqual(['team 9', 'team 10', 'gone']);
  expect(sorted('percent').slice(0, 3)).toEqual(['gone', 'team 10', 'team 9']);
  expect(sorted('percent').slice(3)).toEqual(['Ärger', 'zero', 'credit', 'unknown']);
});

test('an order loses no group, and what is alike keeps its place', () => {
  const some = fc.array(fc.record({ current: fc.option(fc.constantFrom('1', '1.0', '-2', '3')), charges: fc.nat(3) }));
  fc.assert(
    fc.property(some, fc.constantFrom(...groupSorts), (rows, sort) => {
      const own = rows.map((r, i) => line(`${i}`, r.current, null, { charges: r.charges }));
      const out = sortGroups(own, sort);
      expect(new Set(out)).toEqual(new Set(own));
      expect(sortGroups(out, sort)).toEqual(out);
    }),
  );
});

test('a head asks for the largest first, names from A, and the other way round the second time', () => {
  expect(nextSort('change', '-amount')).toBe('-change');
  expect(nextSort('change', '-change')).toBe('change');
  expect(nextSort('change', 'change')).toBe('-change');
  expect(nextSort('name', '-amount')).toBe('name');
  expect(nextSort('name', 'name')).toBe('-name');
  expect(sortedBy('-name')).toEqual({ order: 'name', descending: true });
});

test('an order that the table has no column for falls back, and is named', () => {
  const raw = { sort: '-change', compare: 'none' };
  expect(parseCostView(raw).sort).toBe('-amount');
  expect(notUnderstood(raw)).toEqual(['sort=-change']);
  expect(parseCostView({ sort: '-tokens', measure: 'tokens' }).sort).toBe('-amount');
  expect(costHref({ ...parseCostView({ sort: '-change' }), compare: 'none' })).toBe('/costs?compare=none');
});
