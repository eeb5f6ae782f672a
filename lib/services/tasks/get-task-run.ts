import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { LOOP_GROWTHS } from '../../core/units/task-query';
import { type TaskEvent, type TaskRunRow, taskEvents, taskRun } from '../../db/queries/task-run';

/** A run may have thousands of calls; so many are shown. */
const MOST_EVENTS = 500;

export interface TaskRun {
  /** One for each currency it is paid in, never added. */
  rows: TaskRunRow[];
  events: TaskEvent[];
  isLoop: boolean;
  /** More calls than are here. */
  left: number;
}
export type { TaskEvent, TaskRunRow };

/** One task with its calls in order: models, tokens, cost, time, outcome. Needs `events:read`. Throws `not_found`. */
export async function getTaskRun(actor: Actor, key: string): Promise<TaskRun> {
  requirePermission(actor, 'events:read');
  const rows = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(key) ? await taskRun(actor.organizationId, key) : [];
  const [first] = rows;
  if (!first) throw new AppError('not_found', 'There is no such task.');
  const span = {
    taskKey: key,
    startedAt: rows.map((r) => r.startedAt).sort()[0] ?? first.startedAt,
    endedAt:
      rows
        .map((r) => r.endedAt)
        .sort()
        .at(-1) ?? first.endedAt,
  };
  const events = await taskEvents(actor.organizationId, span, MOST_EVENTS);
  const count = rows.reduce((n, r) => n + r.events, 0);
  return { rows, events, isLoop: rows.some((r) => r.growingCalls >= LOOP_GROWTHS), left: Math.max(0, count - events.length) };
}
