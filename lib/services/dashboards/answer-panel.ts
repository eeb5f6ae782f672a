import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError, type AppErrorCode } from '../../core/app-error';
import type { MissingPanel, PanelAnswer, ViewFigures } from '../../core/dashboards/answer';
import type { PanelSpec } from '../../core/dashboards/panels';
import { exploreMeasures } from '../../core/explore/measures';
import { rawOf } from '../../core/input/address';
import { addDays } from '../../core/time/days';
import { TaskQuery } from '../../core/units/task-query';
import { type CostView, costHref, notUnderstood, viewOf } from '../../core/views/cost-address';
import { ledgerCompleteTo } from '../../db/queries/cost-cube';
import { findAgreement } from '../../db/records/agreements';
import { findView } from '../../db/records/saved-views';
import { listUnitTargets } from '../../db/records/unit-targets';
import { agreementBars } from '../agreements/agreement-bars';
import { budgetStatus } from '../budgets/budget-status';
import { type ExploreAnswer, explore } from '../explore/explore';
import { forecastCosts } from '../explore/forecast-costs';
import { getTasksHead } from '../tasks/get-tasks';

/** Lines of a budget that has many values: the fullest. */
const BUDGET_LINES = 4;

/** What a panel shows now. What is gone, not shared or cannot be answered any more is said in its place. `reader` is whose private views may be read: the one who asks, unless a link or a mail speaks for its maker. */
export async function answerPanel(
  actor: Actor,
  spec: PanelSpec,
  now: Date,
  { reader = actor.userId, signal }: { reader?: string | null; signal?: AbortSignal | undefined } = {},
): Promise<PanelAnswer> {
  requirePermission(actor, 'costs:read');
  const today = now.toISOString().slice(0, 10);
  switch (spec.kind) {
    case 'view':
      return answerView(actor, spec, today, reader, signal);
    case 'budget':
      return refusalSaid(answerBudget(actor, spec.budget, now), { name: spec.budget });
    case 'agreement':
      return refusalSaid(answerAgreement(actor, spec.agreement, today), { name: spec.agreement });
    case 'unit':
      return refusalSaid(answerUnit(actor, spec.taskType, today), { name: spec.taskType });
    case 'text':
      return spec;
  }
}

/** Refusals that the same question will meet again, until somebody changes it. */
const lasting: ReadonlySet<AppErrorCode> = new Set(['invalid', 'not_found', 'forbidden']);

/** The answer, or why there is none where that is for good. What may pass is thrown. */
const refusalSaid = (answer: Promise<PanelAnswer>, of: Pick<MissingPanel, 'name' | 'remedy' | 'href'>): Promise<PanelAnswer> =>
  answer.catch((error: unknown): PanelAnswer => {
    if (error instanceof AppError && lasting.has(error.code)) return gone({ ...of, reason: error.message });
    throw error;
  });

const gone = (what: Omit<MissingPanel, 'kind' | 'isLasting'>): MissingPanel => ({ kind: 'missing', isLasting: true, ...what });

async function answerView(
  actor: Actor,
  { view: id, as }: Extract<PanelSpec, { kind: 'view' }>,
  today: string,
  reader: string | null,
  signal: AbortSignal | undefined,
): Promise<PanelAnswer> {
  const found = await findView(actor.organizationId, reader, id);
  if (!found) return gone({ name: 'A saved view', reason: 'The view was deleted or is not shared any more.' });
  const view = viewOf(found.address, id);
  const of = { name: found.name, href: costHref(view), remedy: 'Open the view in Costs, ask without it and save the view.' };
  // the page would fall back on a default and say so; here it would be taken for what was saved
  const [unknown] = notUnderstood(rawOf(found.address));
  if (unknown !== undefined) return gone({ ...of, reason: `The view says "${unknown}", which nothing is called here any more.` });
  return refusalSaid(viewFigures(actor, { found, view, as }, today, signal), of);
}

async function viewFigures(
  actor: Actor,
  { found, view, as }: { found: { name: string; address: string }; view: CostView; as: 'chart' | 'figure' },
  today: string,
  signal: AbortSignal | undefined,
): Promise<PanelAnswer> {
  const isForecast = view.forecast && as === 'chart' && exploreMeasures[view.measure].unit === 'money' && view.mark !== 'treemap';
  const [figures, completeTo, forecast] = await Promise.all([
    explore(actor, view, today, signal),
    ledgerCompleteTo(actor.organizationId),
    isForecast ? forecastCosts(actor, view, today, signal) : null,
  ]);
  return {
    kind: 'view',
    name: found.name,
    href: costHref(view),
    address: found.address,
    as,
    completeTo: completeTo && completeTo < addDays(today, 1) ? completeTo : addDays(today, 1),
    figures: drawnOnly(figures),
    forecast,
  };
}

/** A panel lists what it draws; the totals know how much more there is. */
function drawnOnly({ beforeSplit: _, ...answer }: ExploreAnswer): ViewFigures {
  const key = (g: { values: readonly (string | null)[]; currency: string; unit: string | null }) =>
    JSON.stringify([g.values, g.currency, g.unit]);
  const drawn = new Set(answer.drawn.map(key));
  return { ...answer, groups: answer.by.length === 0 ? answer.groups : answer.groups.filter((g) => drawn.has(key(g))) };
}

async function answerBudget(actor: Actor, name: string, now: Date): Promise<PanelAnswer> {
  const href = `/budgets/${encodeURIComponent(name)}`;
  try {
    const all = await budgetStatus(actor, now, { names: [name], detailed: false });
    if (all.length === 0) return { kind: 'missing', name, reason: 'The budget has no window today, or nothing to count yet.' };
    const lines = [...all].sort((a, b) => Number(b.share ?? -1) - Number(a.share ?? -1)).slice(0, BUDGET_LINES);
    return {
      kind: 'budget',
      name,
      href,
      completeTo: lines[0]?.completeTo ?? null,
      more: all.length - lines.length,
      lines: lines.map(
        ({ budget, value, currency, window, limit, used, remaining, pace, forecast, exhaustedOn, completeTo, unpriced, status }) => ({
          ...{ budget, value, currency, window, limit, used, remaining, pace, forecast, exhaustedOn, completeTo, unpriced, status },
        }),
      ),
    };
  } catch (e) {
    if (e instanceof AppError && e.code === 'not_found') return gone({ name, reason: 'There is no budget of this name any more.' });
    throw e;
  }
}

async function answerAgreement(actor: Actor, name: string, today: string): Promise<PanelAnswer> {
  requirePermission(actor, 'agreements:read');
  const record = await findAgreement(actor.organizationId, { name });
  if (!record) return gone({ name, reason: 'There is no agreement of this name any more.' });
  const bar = (await agreementBars(actor, today, Number.POSITIVE_INFINITY)).find((b) => b.id === record.id);
  const { start } = record.agreement;
  if (!bar && today < start) return { kind: 'missing', name, reason: `It begins on ${start}.` };
  if (!bar) return gone({ name, reason: `It ended on ${record.agreement.end}.` });
  const { currency, limit, used, left, missing, end, cap, capReachedOn, kind } = bar;
  return {
    kind: 'agreement',
    name,
    href: `/agreements/${record.id}`,
    asOf: today,
    bar: {
      currency,
      limit,
      used,
      left,
      missing,
      start,
      end,
      capExpected: cap?.expected ?? null,
      capReachedOn,
      isPromise: kind === 'committed_spend',
    },
  };
}

async function answerUnit(actor: Actor, taskType: string, today: string): Promise<PanelAnswer> {
  const head = await getTasksHead(actor, TaskQuery.parse({ period: '30d', task: taskType }), today);
  const { total, totalBefore, currency, basis, period, summary } = head;
  const target = (await listUnitTargets(actor.organizationId)).find((t) => t.taskType === taskType && t.currency === currency);
  return {
    kind: 'unit',
    name: taskType,
    href: `/tasks?period=30d&task=${encodeURIComponent(taskType)}`,
    completeTo: summary.everLast,
    period,
    unit: {
      currency,
      perTask: total?.perTask ?? null,
      perTaskBefore: totalBefore?.perTask ?? null,
      perSuccess: total?.perSuccess ?? null,
      successRate: total?.successRate ?? null,
      tasks: total?.tasks ?? 0,
      target: target?.amount ?? null,
      basis,
    },
  };
}

/** The same for a link or a mail, which speak for whoever made what they show: a panel that fails takes no other with it. */
export const answerOrReason = (actor: Actor, spec: PanelSpec, now: Date, reader: string | null): Promise<PanelAnswer> =>
  answerPanel(actor, spec, now, { reader }).catch((error: unknown): PanelAnswer => {
    if (error instanceof AppError && error.code === 'preparing')
      return {
        kind: 'missing',
        name: 'Being made ready',
        reason: 'New data has just arrived. These figures are there again in a moment.',
        isPreparing: true,
      };
    console.error('a panel failed', error);
    return { kind: 'missing', name: 'Not available', reason: 'These figures could not be worked out just now.' };
  });
