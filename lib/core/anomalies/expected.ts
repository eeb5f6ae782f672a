import type { CostFilter } from '../costs/cost-query';
import { addDays, type Day } from '../time/days';
import type { AnomalyOptions } from './types';

export const expectedKinds = ['event', 'new-normal'] as const;
export type ExpectedKind = (typeof expectedKinds)[number];

/** What somebody said was to be expected, and of which part of the costs. */
export interface Expected {
  kind: ExpectedKind;
  filters: readonly CostFilter[];
  from: Day;
  /** The day after the last one; null for a new normal, which stays. */
  to: Day | null;
}

/**
 * What is not to be judged in the series of these filters. What was expected of a part holds for all within it, and for the wholes it is in: their figures
 * hold its days too. What stands beside it is judged as before.
 */
export function optionsFor(
  filters: readonly CostFilter[],
  expected: readonly Expected[],
): Required<Pick<AnomalyOptions, 'expectedDays'>> & { normalFrom: Day[] } {
  const expectedDays = new Set<Day>();
  const normalFrom: Day[] = [];
  for (const e of expected) {
    // what names no currency was said of each: a series has one
    const whole = e.filters.some((f) => f.dimension === 'currency') ? filters : filters.filter((f) => f.dimension !== 'currency');
    if (!isWithin(filters, e.filters) && !isWithin(e.filters, whole)) continue;
    if (e.kind === 'new-normal') normalFrom.push(e.from);
    else for (let day = e.from; day < (e.to ?? e.from); day = addDays(day, 1)) expectedDays.add(day);
  }
  return { expectedDays, normalFrom };
}

/** Whether all that passes the first filters passes the second as well, as far as the filters alone can say. */
export const isWithin = (inner: readonly CostFilter[], outer: readonly CostFilter[]): boolean =>
  outer.every((o) =>
    inner.some((i) => {
      if (i.dimension !== o.dimension) return false;
      if (i.exclude) return o.exclude && o.values.every((v) => i.values.includes(v));
      return i.values.every((v) => o.values.includes(v) !== o.exclude);
    }),
  );
