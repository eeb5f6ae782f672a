import type { CostCube } from '../../budgets/cube';
import { type CostFilter, NONE } from '../../costs/cost-query';

/** The part of a cube that passes the filters: within it, everything else is as if it were not there. */
export function within(cube: CostCube, filters: readonly CostFilter[]): CostCube {
  if (filters.length === 0) return cube;
  const places = new Map<number, number>();
  const slices = cube.slices.filter((slice, i) => {
    const isIn = filters.every(({ dimension, values, exclude }) => values.includes(slice.values[dimension] ?? NONE) !== exclude);
    if (isIn) places.set(i, places.size);
    return isIn;
  });
  const cells = cube.cells.flatMap((c) => {
    const slice = places.get(c.slice);
    return slice === undefined ? [] : [{ ...c, slice }];
  });
  return { slices, cells };
}
