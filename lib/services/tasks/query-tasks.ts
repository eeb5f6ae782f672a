import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { csvLine, csvStart } from '../../core/csv/cell';
import { perSuccess, perUnit, successRate } from '../../core/units/per-unit';
import { retryRate, sumRuns } from '../../core/units/quality';
import { type Basis, isTaskGroup, NO_TYPE, taskGroups } from '../../core/units/task-query';
import { noneText } from '../../core/what-if/cheapest';
import type { TaskSlice } from '../../db/queries/task-rows';
import { type TaskGroupRow, tasksByGroup } from '../../db/queries/tasks-by-group';
import { getCheapestAlternatives, type TypeAlternative } from '../what-if/cheapest-alternatives';
import { getTaskQuality } from './get-task-quality';

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
  successRate: string | null;
  /** Of task types. */
  retryRate?: string | null;
  /** Of the calls of the type, in whatever currency they are paid. */
  latencyP95Ms?: number | null;
  /** Of task types. Null where nothing of the type has a list price. */
  cheapestAlternative?: Alternative | null;
}

interface Alternative {
  /** What would move: the model that most of the list cost is of. */
  from: string;
  /** Null where nothing that may be is cheaper. */
  model: string | null;
  /** Null where the calls would stay where they are. */
  channel: string | null;
  region: string | null;
  deployment: string | null;
  /** At list price on both sides. */
  currency: string;
  savingPerTask: string | null;
  saving: string | null;
  /** Of the list cost of what would move. */
  change: number | null;
  /** The type's own tasks on that model. */
  tried: { tasks: number; success: string | null } | null;
  /** The cheapest of what the type's own runs speak for: the same model elsewhere, or one that did as well in at least thirty. */
  proven: { model: string; channel: string | null; savingPerTask: string | null } | null;
  /** What would be cheaper still and may not be, with why. */
  ruledOut: { model: string; channel: string | null; savingPerTask: string | null; why: string[] } | null;
  /** Places that were asked, and those of them without a price for every call. */
  places: { asked: number; unpriced: number };
  /** As What-if has them, of the model `from`. */
  assumptions: string[];
}

const Day = z.iso.date();
export interface TaskAsk {
  groupBy: string;
  from: string;
  to: string;
  team?: string | undefined;
}

/** Cost per task by group over tasks that began in `[from, to)`. Needs `events:read`. Throws `invalid` for an unknown group or what is no day. */
export async function queryTasks(actor: Actor, { groupBy, from, to, team }: TaskAsk): Promise<TaskFigures[]> {
  requirePermission(actor, 'events:read');
  if (!isTaskGroup(groupBy))
    throw new AppError('invalid', `Tasks cannot be grouped by "${groupBy}". Known: ${Object.keys(taskGroups).join(', ')}.`);
  if (!Day.safeParse(from).success || !Day.safeParse(to).success || from >= to)
    throw new AppError('invalid', 'from and to are days like 2026-10-01, to after from.');
  const slice: TaskSlice = { from, to, basis: 'invoice', ...(team !== undefined && { team: team === NO_TYPE ? null : team }) };
  const rows = await tasksByGroup(actor.organizationId, slice, groupBy);
  const figures = rows.map(figuresOf);
  return groupBy === 'task_type' ? withQuality(actor, slice, figures) : figures;
}

function figuresOf(r: TaskGroupRow): TaskFigures {
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
    successRate: successRate(r),
  };
}

async function withQuality(actor: Actor, slice: TaskSlice, figures: readonly TaskFigures[]): Promise<TaskFigures[]> {
  const currencies = [...new Set(figures.map((f) => f.currency))];
  const [quality, ...alternatives] = await Promise.all([
    getTaskQuality(actor, slice),
    ...currencies.map((currency) => getCheapestAlternatives(actor, slice, currency)),
  ]);
  return figures.map((f) => {
    const own = quality.find((q) => q.taskType === f.group);
    const cheapest = alternatives[currencies.indexOf(f.currency)]?.find((a) => a.taskType === f.group);
    return {
      ...f,
      retryRate: own ? retryRate(sumRuns(own.models.filter((m) => m.currency === f.currency))) : null,
      latencyP95Ms: own?.p95Ms ?? null,
      cheapestAlternative: cheapest && cheapest.from.events > 0 ? alternativeOf(cheapest) : null,
    };
  });
}

const alternativeOf = ({
  from,
  currency,
  best,
  savingPerTask,
  proven,
  provenPerTask,
  ruledOut,
  ruledOutPerTask,
  tried,
  places,
}: TypeAlternative): Alternative => ({
  from: from.model,
  model: best?.model ?? null,
  channel: best?.channel ?? null,
  region: best?.region ?? null,
  deployment: best?.deployment ?? null,
  currency,
  savingPerTask,
  saving: best?.saving ?? null,
  change: best === null ? null : -best.change,
  tried,
  proven: proven && { model: proven.model, channel: proven.channel, savingPerTask: provenPerTask },
  ruledOut: ruledOut && { model: ruledOut.model, channel: ruledOut.channel, savingPerTask: ruledOutPerTask, why: ruledOut.why },
  places,
  assumptions: best?.assumptions ?? [],
});

const columns: [string, (f: TaskFigures) => string | number | null | undefined][] = [
  ['group', (f) => f.group],
  ['currency', (f) => f.currency],
  ['tasks', (f) => f.tasks],
  ['succeeded', (f) => f.succeeded],
  ['success_rate', (f) => f.successRate],
  ['retry_rate', (f) => f.retryRate],
  ['latency_p95_ms', (f) => f.latencyP95Ms],
  ['events', (f) => f.events],
  ['unpriced_events', (f) => f.unpricedEvents],
  ['invoice_cost', (f) => f.invoiceCost],
  ['list_cost', (f) => f.listCost],
  ['list_currency', (f) => f.listCurrency],
  ['basis', (f) => f.basis],
  ['per_task', (f) => f.perTask],
  ['per_success', (f) => f.perSuccess],
  ['cheapest_alternative', (f) => alternativeText(f)],
  ['instead_of', (f) => f.cheapestAlternative?.from],
  ['saving_per_task', (f) => f.cheapestAlternative?.savingPerTask],
  ['saving', (f) => f.cheapestAlternative?.saving],
  ['saving_currency', (f) => f.cheapestAlternative?.currency],
  [
    'ruled_out',
    (f) =>
      f.cheapestAlternative?.ruledOut && `${placeText(f.cheapestAlternative.ruledOut)}: ${f.cheapestAlternative.ruledOut.why.join('; ')}`,
  ],
];

/** The same as a file; what is not known is an empty cell. */
export async function exportTasks(actor: Actor, ask: TaskAsk): Promise<string> {
  const rows = await queryTasks(actor, ask);
  return csvStart + [columns.map(([name]) => name), ...rows.map((f) => columns.map(([, of]) => String(of(f) ?? '')))].map(csvLine).join('');
}

const placeText = ({ model, channel }: { model: string; channel: string | null }): string =>
  channel === null ? model : `${model} on ${channel}`;

/** "gpt-5-mini on azure", "none cheaper", how many places cannot be priced, or nothing where it cannot be told. */
export function alternativeText({ cheapestAlternative: a }: TaskFigures): string | null {
  if (!a) return null;
  return a.model === null ? noneText(a.places) : placeText({ model: a.model, channel: a.channel });
}
