import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { monthFault } from '../../core/allocation/allocation-ask';
import { fold } from '../../core/allocation/fold';
import { nobody } from '../../core/allocation/nobody';
import { adjustmentsOf, type MonthStatement, minus, plus, type StatementLine, statementOf } from '../../core/allocation/statement';
import { pathsOn } from '../../core/allocation/tree';
import { AppError } from '../../core/app-error';
import { nearWord } from '../../core/text/near-word';
import { addMonths, type Day, earlier, later, monthStart } from '../../core/time/days';
import { holdAllocation } from '../../db/loading/allocate';
import { firstClaimedDay } from '../../db/queries/known-days';
import { type ClosedMonth, closedMonths, closeMonth as freeze, readSettings } from '../../db/records/allocation';
import { recordLedgerAudit } from '../../db/records/audit';
import { inTransaction } from '../../db/sql';
import { byValue, monthFigures } from './month-figures';
import { dimensionsOf, findDimension } from './settings';

export const StatementQuery = z.object({
  dimension: z.string().max(40).nullish().catch(null),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullish()
    .catch(null),
});
export type StatementQuery = z.infer<typeof StatementQuery>;

export type MonthState = 'closed' | 'next' | 'open' | 'running';

export interface Statements extends MonthStatement {
  dimension: { key: string; title: string };
  dimensions: { key: string; title: string }[];
  /** `next` is the month that can be closed; `running` is not over yet. */
  state: MonthState;
  closedByName: string | null;
  closedAt: string | null;
  /** Months with bills, the newest first. */
  months: { month: string; state: MonthState }[];
}

/** The statements of a month: as it was closed, else as it is known today, with the true-ups of closed months where it follows the newest of them. Needs `allocation:read`. */
export async function getStatements(actor: Actor, query: StatementQuery, today: Day): Promise<Statements> {
  requirePermission(actor, 'allocation:read');
  const fault = query.month === null || query.month === undefined ? null : monthFault(query.month);
  if (fault) throw new AppError('invalid', fault);
  const settings = await readSettings(actor.organizationId);
  const dimension = findDimension(settings, query.dimension);
  const [closed, first] = await Promise.all([closedMonths(actor.organizationId, dimension.key), firstClaimedDay(actor.organizationId)]);
  const months = monthsOf(closed, first, today);
  const month = query.month ?? months.find((m) => m.state === 'next')?.month ?? months[0]?.month ?? today.slice(0, 7);
  const state = months.find((m) => m.month === month)?.state ?? 'open';
  const frozen = closed.find((c) => c.month === month);
  const statement = frozen ?? (await openStatement(actor.organizationId, settings, dimension, month, follows(closed, month) ? closed : []));
  return {
    month,
    lines: statement.lines,
    dimension: { key: dimension.key, title: dimension.title },
    dimensions: dimensionsOf(settings).map(({ key, title }) => ({ key, title })),
    state,
    closedByName: frozen?.closedByName ?? null,
    closedAt: frozen?.closedAt ?? null,
    months,
  };
}

/** The same of one target or of all. Throws `not_found` where the target has none: lines of another one would be no answer. Needs `allocation:read`. */
export async function getStatementsOf(
  actor: Actor,
  query: StatementQuery & { target?: string | null | undefined },
  today: Day,
): Promise<Statements> {
  const all = await getStatements(actor, query, today);
  const { target } = query;
  const lines = linesOf(all.lines, target);
  if (typeof target === 'string' && lines.length === 0) {
    const names = [...new Set(all.lines.flatMap((l) => [...(l.path ?? []), l.target ?? nobody]))];
    const near = nearWord(target, names);
    throw new AppError(
      'not_found',
      `${target} has no statement for ${all.month}. ${near === null ? namesThere(names, all.month) : `Did you mean ${near}?`}`,
    );
  }
  return { ...all, lines };
}

const mostNames = 20;

/** Whose statements there are instead, as far as a sentence carries them. */
const namesThere = (names: readonly string[], month: string): string =>
  names.length === 0
    ? `${month} has no costs.`
    : `There are: ${names.slice(0, mostNames).join(', ')}${names.length > mostNames ? ` and ${names.length - mostNames} more` : ''}.`;

/** True-ups of closed months go into the month after the newest of them, from its first day on. */
const follows = (closed: readonly ClosedMonth[], month: string): boolean =>
  closed.length > 0 && month === addMonths(`${closed.at(-1)?.month}-01`, 1).slice(0, 7);

/** A month as it is known today; with `closed`, what those came to since they were closed. */
async function openStatement(
  organization: number,
  settings: Awaited<ReturnType<typeof readSettings>>,
  dimension: ReturnType<typeof findDimension>,
  month: string,
  closed: readonly ClosedMonth[],
): Promise<MonthStatement> {
  const from = earlier(`${month}-01`, `${closed[0]?.month ?? month}-01`);
  const last = closed.reduce((m, c) => later(m, c.month), month);
  const figures = await monthFigures(organization, settings, dimension, { from, to: addMonths(`${last}-01`, 1), basis: 'effective' });
  const of = (m: string, adjustments?: Parameters<typeof statementOf>[4]): MonthStatement => {
    const found = figures.find((f) => f.month === m);
    const costs = byValue(found?.costs ?? []).map((c) => ({ ...c, usage: minus(c.amount, c.credits) }));
    // the tree of a month is that of its first day: a move within it counts from the next one on
    return statementOf(m, costs, found?.shares ?? [], pathsOn(settings.tree, `${m}-01`), adjustments);
  };
  return of(
    month,
    adjustmentsOf(
      closed,
      closed.map((c) => of(c.month)),
    ),
  );
}

/** Months with bills up to this one, and which of them is the next to be closed: the one after the newest closed, else every month that is over. */
function monthsOf(closed: readonly ClosedMonth[], first: Day | null, today: Day): Statements['months'] {
  const months: Statements['months'] = [];
  const newest = closed.at(-1)?.month;
  const start = earlier(monthStart(first ?? today), `${closed[0]?.month ?? '9999-12'}-01`);
  for (let day = monthStart(today); day >= start; day = addMonths(day, -1)) {
    const month = day.slice(0, 7);
    const isNext = newest === undefined || month === addMonths(`${newest}-01`, 1).slice(0, 7);
    const isOver = addMonths(day, 1) <= today;
    const state = closed.some((c) => c.month === month) ? 'closed' : isOver ? (isNext ? 'next' : 'open') : 'running';
    months.push({ month, state });
  }
  return months;
}

/**
 * Closes the statements of a month: from now on they never change, and what becomes known later is a true-up of the next month that is closed. Months
 * are closed in their order. Needs `allocation:write`.
 */
export async function closeStatements(actor: Actor, input: { dimension: string; month: string }, today: Day): Promise<Statements> {
  requirePermission(actor, 'allocation:write');
  const found = await getStatements(actor, input, today);
  const { dimension, month, state, lines } = found;
  if (state === 'closed') throw new AppError('conflict', `${month} is closed already.`);
  if (state === 'running') throw new AppError('conflict', `${month} is not over; it can be closed from the first day of the next month.`);
  if (state === 'open') {
    const next = found.months.find((m) => m.state === 'next')?.month;
    throw new AppError(
      'conflict',
      next ? `Months are closed in their order: ${next} is the next.` : `${month} lies before the first month that was closed.`,
    );
  }
  // a month without costs between two that have some has to be closed as well, or nothing after it ever could be
  if (lines.length === 0 && !found.months.some((m) => m.state === 'closed'))
    throw new AppError('conflict', `${month} has no costs to close.`);
  await inTransaction(actor.organizationId, async (client) => {
    await holdAllocation(client, actor.organizationId);
    if (!(await freeze(client, actor.organizationId, dimension.key, { month, lines }, actor.name)))
      throw new AppError('conflict', `${month} is closed already.`);
    await recordLedgerAudit(client, actor, {
      action: 'allocation.month-closed',
      subject: `${dimension.title} ${month}`,
      details: {
        statements: new Set(lines.map((l) => l.target)).size,
        total: totalsOf(lines)
          .map((t) => `${t.amount} ${t.currency}`)
          .join(', '),
      },
    });
  });
  return getStatements(actor, input, today);
}

/** What the lines add up to, each currency for itself. */
export function totalsOf(lines: readonly StatementLine[]): { currency: string; amount: string }[] {
  const sums = new Map<string, string>();
  for (const l of lines) sums.set(l.currency, plus(sums.get(l.currency) ?? '0', l.total));
  return [...sums].map(([currency, amount]) => ({ currency, amount })).sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** Lines of one target, of everything below a name of the tree, or all without one. */
export const linesOf = (lines: readonly StatementLine[], target: string | null | undefined): StatementLine[] =>
  target === null || target === undefined
    ? [...lines]
    : lines.filter((l) =>
        target === nobody ? l.target === null : [l.target ?? '', ...(l.path ?? [])].some((n) => n !== '' && fold(n) === fold(target)),
      );
