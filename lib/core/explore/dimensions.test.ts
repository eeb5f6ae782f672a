import { expect, test } from 'vitest';
import { dimensions, snake } from '../focus/columns';
import { dimensionColumns } from './dimension-columns';
import { exploreDimensions } from './dimensions';

/** Text columns of FOCUS that nothing is grouped by as a whole, and why. */
const apart: Readonly<Record<string, string>> = {
  Tags: 'every key is a dimension of its own: tag:KEY',
  AllocatedTags: 'an object of keys, as Tags is; the copy of the ledger does not hold it',
};

const columnsOf = (expression: string): string[] => [...expression.matchAll(/\bp\.(\w+)/g)].map((found) => String(found[1]));
const read = new Set(Object.values(dimensionColumns).flatMap(columnsOf));

test('every text column of FOCUS is a dimension, or it is said why not', () => {
  const missing = dimensions.filter((column) => !read.has(snake(column)) && !Object.hasOwn(apart, column));
  expect(missing).toEqual([]);
  for (const column of Object.keys(apart)) {
    expect(dimensions).toContain(column);
    expect(read.has(snake(column as (typeof dimensions)[number]))).toBe(false);
  }
});

test('no two dimensions are the same or are called the same', () => {
  const titles = Object.values(exploreDimensions).map((d) => d.title);
  expect(new Set(titles).size).toBe(titles.length);
  expect(new Set(Object.values(dimensionColumns)).size).toBe(titles.length);
});
