import Big from 'big.js';
import { retryRate, sumRuns } from '@/lib/core/units/quality';
import type { TypeQuality } from '@/lib/services/tasks/get-task-quality';
import type { TaskLine } from '@/lib/services/tasks/get-tasks';
import type { TypeAlternative } from '@/lib/services/what-if/cheapest-alternatives';

interface Beside {
  quality?: TypeQuality | undefined;
  alternative?: TypeAlternative | undefined;
}

/** Of the tasks of the line, which are of one currency. */
export const retriesOf = (t: TaskLine, quality: TypeQuality | undefined): string | null =>
  retryRate(sumRuns(quality?.models.filter((m) => m.currency === t.currency || m.currency === null) ?? []));

/** Columns of the list of task types that it can be sorted by. */
const values = {
  tasks: (t) => t.tasks,
  success: (t) => t.successRate,
  retries: (t, b) => retriesOf(t, b.quality),
  latency: (_, b) => b.quality?.p95Ms,
  cost: (t) => t.amount,
  per: (t) => t.perTask,
  'per-success': (t) => t.perSuccess,
  saving: (_, b) => b.alternative?.savingPerTask,
  p50: (t) => t.p50,
  p95: (t) => t.p95,
  tokens: (t) => t.tokensPerTask,
  calls: (t) => t.callsPerTask,
} satisfies Record<string, (t: TaskLine, b: Beside) => string | number | null | undefined>;

export type TypeSort = keyof typeof values;
export interface Sorting {
  by: TypeSort;
  /** The smallest first. */
  isUp: boolean;
}

/** `cost` is the largest cost first, `-cost` the smallest. Null is no sort at all. */
export function readSort(word: unknown): Sorting | null {
  if (typeof word !== 'string') return null;
  const isUp = word.startsWith('-');
  const by = isUp ? word.slice(1) : word;
  return Object.hasOwn(values, by) ? { by: by as TypeSort, isUp } : null;
}
export const writeSort = ({ by, isUp }: Sorting): string => (isUp ? `-${by}` : by);

/** What is not known is last either way; what is alike stays as it was. */
export function sortTypes(types: readonly TaskLine[], sort: Sorting | null, besideOf: (t: TaskLine) => Beside): TaskLine[] {
  if (!sort) return [...types];
  const amountOf = (t: TaskLine) => {
    const value = values[sort.by](t, besideOf(t));
    return value === null || value === undefined ? null : new Big(value);
  };
  return types
    .map((type) => ({ type, value: amountOf(type) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return sort.isUp ? a.value.cmp(b.value) : b.value.cmp(a.value);
    })
    .map(({ type }) => type);
}
