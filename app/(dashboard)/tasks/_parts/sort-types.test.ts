import { expect, test } from 'vitest';
import type { TaskLine } from '@/lib/services/tasks/get-tasks';
import { readSort, sortTypes, writeSort } from './sort-types';

const line = (group: string, perTask: string | null) => ({ group, perTask }) as TaskLine;
const order = (sort: string) =>
  sortTypes([line('a', '0.5'), line('b', null), line('c', '12')], readSort(sort), () => ({})).map((t) => t.group);

test('the largest first, with a minus the smallest; what is not known is last either way', () => {
  expect(order('per')).toEqual(['c', 'a', 'b']);
  expect(order('-per')).toEqual(['a', 'c', 'b']);
  expect(order('saving')).toEqual(['a', 'b', 'c']);
});
test('a word that is no column sorts nothing', () => {
  expect(readSort('constructor')).toBeNull();
  expect(readSort(['per'])).toBeNull();
  expect(writeSort({ by: 'per-success', isUp: true })).toBe('-per-success');
  expect(readSort('-per-success')).toEqual({ by: 'per-success', isUp: true });
});
