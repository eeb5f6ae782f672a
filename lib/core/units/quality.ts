import Big from 'big.js';
import { perUnit, shareOf } from './per-unit';

/** Fewer tasks prove nothing: neither that a model does as well nor that it does worse. */
export const ENOUGH_TASKS = 30;
/** How much of its success a cheaper model may lose and still do as well: two points. */
export const SUCCESS_TOLERANCE = 0.02;

/** How the tasks of something went, whatever they cost. */
export interface Runs {
  tasks: number;
  /** Those of which somebody said how they ended. */
  reported: number;
  succeeded: number;
  /** Those in which a call failed and another was made. */
  retried: number;
}

/** Of those of which somebody said how they ended: without a word of that, no call is known to have failed. */
export const retryRate = ({ retried, reported }: Pick<Runs, 'retried' | 'reported'>): string | null =>
  shareOf(String(retried), String(reported));

export const sumRuns = (all: readonly Runs[]): Runs => {
  const sum = (key: keyof Runs) => all.reduce((n, r) => n + r[key], 0);
  return { tasks: sum('tasks'), reported: sum('reported'), succeeded: sum('succeeded'), retried: sum('retried') };
};

/** Whether there did worse than here, by the share that succeeded; null where too few were reported on either side to tell. */
export function didWorse(there: Runs, here: Runs): boolean | null {
  if (there.reported < ENOUGH_TASKS || here.reported < ENOUGH_TASKS) return null;
  return there.succeeded / there.reported < here.succeeded / here.reported - SUCCESS_TOLERANCE;
}

/** What a task saves where `saving` is of `events`, of which only `inTasks` are part of a task. */
export const savingPerTask = (saving: string, { events, inTasks }: { events: number; inTasks: number }, tasks: number): string | null =>
  perUnit(new Big(saving).times(inTasks).toFixed(), BigInt(events) * BigInt(tasks));
