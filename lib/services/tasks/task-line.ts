import { failureOverhead, perSuccess, perUnit, successRate, sumKnown } from '../../core/units/per-unit';
import type { Basis } from '../../core/units/task-query';
import type { TaskGroupRow } from '../../db/queries/tasks-by-group';

/** Tasks of one group in one currency with what a task of them costs. Exact decimals as text; a ratio without a base is null. */
export interface TaskLine extends TaskGroupRow {
  /** On the basis shown. */
  amount: string | null;
  perTask: string | null;
  perSuccess: string | null;
  successRate: string | null;
  failureOverhead: string | null;
  /** Failed tasks, and failed calls of the others. */
  failures: string | null;
  tokensPerTask: string | null;
  callsPerTask: string | null;
  /** Events whose cost the basis does not know: the amount is at least this. */
  unknownEvents: number;
}

/** A group's row with its unit costs on a basis. */
export function taskLine(row: TaskGroupRow, basis: Basis): TaskLine {
  const amount = basis === 'list' ? row.listCost : row.invoiceCost;
  const retries = basis === 'list' ? null : row.retryCost;
  return {
    ...row,
    amount,
    perTask: perUnit(amount, row.tasks),
    perSuccess: perSuccess(amount, row),
    successRate: successRate(row),
    failureOverhead: failureOverhead(row.failedCost, retries, amount),
    failures: sumKnown([row.failedCost, retries]),
    tokensPerTask: perUnit(row.tokens, row.tasks, 0),
    callsPerTask: perUnit(String(row.requests), row.tasks, 2),
    unknownEvents: basis === 'list' ? row.unpricedEvents : row.unbilledEvents,
  };
}
