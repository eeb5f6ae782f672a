import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { perSuccess, perUnit } from '../../core/units/per-unit';
import { type Basis, isTaskGroup, taskGroups } from '../../core/units/task-query';
import { tasksByGroup } from '../../db/queries/tasks-by-group';

/** A group of tasks in one currency, for machines. Exact decimals as text; null is not known or not defined, never zero. */
export interface TaskFigures {
  group: string | null;
  currency: string | null;
  tasks: number;
  succeeded: number;
  events: number;
  unpricedEvents: number;
  listCost: string | null;
  /** Differs from `currency` where bills come in another currency than prices. */
  listCurrency: string | null;
  invoiceCost: string | null;
  /** What `perTask` and `perSuccess` are reckoned from: the invoice, or list prices where no bill says anything of the group. */
  basis: Basis | null;
  perTask: string | null;
  perSuccess: string | null;
}

const Day = z.iso.date();

/** Cost per task by group over tasks that began in `[from, to)`. Needs `events:read`. Throws `invalid` for an unknown group or what is no day. */
export async function queryTasks(actor: Actor, input: { groupBy: string; from: string; to: string }): Promise<TaskFigures[]> {
  requirePermission(actor, 'events:read');
  const { groupBy, from, to } = input;
  if (!isTaskGroup(groupBy))
    throw new AppError('invalid', `Tasks cannot be grouped by "${groupBy}". Known: ${Object.keys(taskGroups).join(', ')}.`);
  if (!Day.safeParse(from).success || !Day.safeParse(to).success || from >= to)
    throw new AppError('invalid', 'from and to are days like 2026-10-01, to after from.');
  const rows = await tasksByGroup(actor.organizationId, { from, to, basis: 'invoice' }, groupBy);
  return rows.map((r) => {
    const amount = r.invoiceCost ?? r.listCost;
    return {
      group: r.group,
      currency: r.currency,
      tasks: r.tasks,
      succeeded: r.succeeded,
      events: r.events,
      unpricedEvents: r.unpricedEvents,
      listCost: r.listCost,
      listCurrency: r.listCurrency,
      invoiceCost: r.invoiceCost,
      basis: r.invoiceCost !== null ? 'invoice' : r.listCost !== null ? 'list' : null,
      perTask: perUnit(amount, r.tasks),
      perSuccess: perSuccess(amount, r),
    };
  });
}
