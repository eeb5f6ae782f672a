import Big from 'big.js';
import { stringify } from 'yaml';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { sumBetween } from '../../core/budgets/cube';
import { limitOf } from '../../core/budgets/limit';
import { readBudget } from '../../core/budgets/read';
import { budgetColumns, budgetRow } from '../../core/budgets/table';
import { lineOf, writeThreshold } from '../../core/budgets/thresholds';
import { windowsBefore } from '../../core/budgets/windows';
import { writeBudget } from '../../core/budgets/write';
import { csvLine } from '../../core/csv/cell';
import { addDays, type Day } from '../../core/time/days';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { budgetsChanged, crossingsSince, listBudgets, deleteBudget as remove } from '../../db/records/budgets';
import { evaluateAfterLoad } from '../alerts/evaluate';
import { writeBudgets } from './apply-budgets';
import { type BudgetBook, type BudgetLine, openBook } from './budget-book';
import { type BudgetPart, partsOf } from './budget-parts';
import type { BudgetStatusLine } from './budget-status';
import { unknownValues } from './unknown-values';

/** Writes one budget as a file writes it, and looks at once whether it is crossed already. Throws `invalid` naming the field. */
export async function saveBudget(actor: Actor, input: unknown): Promise<{ name: string; warnings: string[] }> {
  requirePermission(actor, 'budgets:write');
  const budget = readBudget(input);
  await writeBudgets(actor, [budget]);
  await evaluateAfterLoad(actor.organizationId);
  return { name: budget.name, warnings: (await unknownValues(actor.organizationId, [budget]))[0] ?? [] };
}

export async function deleteBudget(actor: Actor, name: string): Promise<void> {
  requirePermission(actor, 'budgets:write');
  const all = await listBudgets(actor.organizationId);
  const child = all.find((b) => b.budget.parent === name);
  if (child) throw new AppError('conflict', `"${child.budget.name}" is a part of "${name}". Move or delete it first.`);
  await prisma().$transaction(async (tx) => {
    const { count } = await remove(tx, actor.organizationId, name);
    if (count === 0) throw new AppError('not_found', `There is no budget "${name}".`);
    await budgetsChanged(tx, actor.organizationId);
    await recordAudit(tx, actor, { action: 'budget.deleted', subject: name });
  });
}

/** Budgets as a file that `headroom budgets apply` reads. What a table cannot hold stands in the YAML only. */
export async function exportBudgets(actor: Actor, format: 'csv' | 'yaml'): Promise<string> {
  requirePermission(actor, 'budgets:read');
  const budgets = (await listBudgets(actor.organizationId)).map((r) => r.budget);
  if (format === 'yaml') return stringify({ budgets: budgets.map(writeBudget) }, { aliasDuplicateObjects: false });
  return [[...budgetColumns], ...budgets.flatMap((b) => [budgetRow(b) ?? []])]
    .filter((r) => r.length)
    .map(csvLine)
    .join('');
}

/** One earlier window: what it ended with, and which thresholds were reached in it. */
export interface PastWindow {
  name: string;
  from: Day;
  to: Day;
  limit: string | null;
  used: string;
  reached: string[];
}
export interface BudgetPreview {
  /** The last windows that are over, newest first. */
  past: PastWindow[];
  /** What the running window has come to. */
  used: string | null;
  /** Values of the filter that no charge has. */
  warnings: string[];
}

const PAST_WINDOWS = 6;

/** What a budget would have said, before it is saved. Throws `invalid` naming the field. */
export async function previewBudget(actor: Actor, input: unknown, now: Date): Promise<BudgetPreview> {
  requirePermission(actor, 'budgets:read');
  const budget = readBudget(input);
  const book = await openBook(actor.organizationId, now, { instead: [{ id: 0, budget, managedBy: 'hand' }], past: PAST_WINDOWS });
  const window = book.windowOf(budget);
  const all = book.lines.map((line) => pastWindows(book, line));
  const past = (all[0] ?? []).map((_, i) => {
    // of one limit for each value, the value that came furthest
    const [most] = all
      .map((windows, n) => ({ past: windows[i], value: book.lines[n]?.value ?? null }))
      .sort((x, y) => Number(y.past?.used ?? 0) - Number(x.past?.used ?? 0));
    return most?.past ? [{ ...most.past, name: most.value === null ? most.past.name : `${most.past.name}, most: ${most.value}` }] : [];
  });
  const [line] = book.lines;
  return {
    past: past.flat(),
    warnings: (await unknownValues(actor.organizationId, [budget]))[0] ?? [],
    used: line && window && budget.per === null ? book.cube.decimal(sumBetween(line.series, window.from, window.to)) : null,
  };
}

export interface BudgetDetail extends BudgetStatusLine {
  definition: Record<string, unknown>;
  thresholds: { key: string; line: string | null; state: 'armed' | 'crossed' | 'back'; crossedAt: string | null; backAt: string | null }[];
  /** The days of the window: cumulative actual, and the even pace. */
  days: { day: Day; used: string }[];
  /** What it is expected to have come to by the end of each day that is not complete yet, with the interval. */
  ahead: { day: Day; expected: string; low: string | null; high: string | null }[];
  past: PastWindow[];
  children: BudgetPart[];
  /** What of the limit no part was given; null without parts to compare. */
  ungiven: string | null;
}

/** One budget, or its part for one value, whole. Throws `not_found`. */
export async function getBudget(actor: Actor, name: string, value: string | null, now: Date): Promise<BudgetDetail> {
  requirePermission(actor, 'budgets:read');
  const book = await openBook(actor.organizationId, now, { past: PAST_WINDOWS });
  const line = book.lines.find((l) => l.budget.name === name && l.value === value);
  const window = line && book.windowOf(line.budget);
  if (!line || !window)
    throw new AppError('not_found', `There is no budget "${name}"${value === null ? '' : ` for "${value}"`} with a window today.`);
  const { budget } = line;
  const { state, path } = book.detailOf(line, window);
  const crossings = (await crossingsSince(actor.organizationId, window.from)).filter(
    (c) => c.budgetId === line.id && c.windowFrom === window.from && c.value === (value ?? ''),
  );
  let sum = 0n;
  const days: { day: Day; used: string }[] = [];
  for (let day = window.from; day < window.to && day < line.completeTo; day = addDays(day, 1)) {
    sum += line.series.days.get(day) ?? 0n;
    days.push({ day, used: book.cube.decimal(sum) });
  }
  return {
    id: line.id,
    budget: name,
    value,
    owner: budget.owner,
    parent: budget.parent,
    filter: budget.filter,
    measure: budget.measure,
    currency: budget.currency,
    ...state,
    definition: writeBudget(budget),
    thresholds: budget.thresholds.map((t) => {
      const found = crossings.find((c) => c.key === writeThreshold(t));
      return {
        key: writeThreshold(t),
        line: state.limit === null ? null : lineOf(t, state.limit),
        state: found?.state ?? 'armed',
        crossedAt: found?.crossedAt.toISOString() ?? null,
        backAt: found?.backAt?.toISOString() ?? null,
      };
    }),
    days,
    ahead: path.map(({ day, value, low, high }) => ({
      day,
      expected: value.toFixed(2),
      low: low?.toFixed(2) ?? null,
      high: high?.toFixed(2) ?? null,
    })),
    past: pastWindows(book, line),
    ...(value === null ? partsOf(book, { budget, window, limit: state.limit }) : { children: [], ungiven: null }),
  };
}

/** The last windows that are over, newest first, and none that ended before the first bill: nothing is known of those. */
function pastWindows(book: BudgetBook, line: BudgetLine): PastWindow[] {
  const { cube } = book;
  const today = book.today(line.budget);
  return windowsBefore(line.budget.window, today, PAST_WINDOWS)
    .filter((w) => w.to > (cube.firstDay ?? today))
    .reverse()
    .map((w) => {
      const used = cube.decimal(sumBetween(line.series, w.from, w.to));
      const limit = limitOf(line.budget, w, (x) => cube.decimal(sumBetween(line.series, x.from, x.to)));
      const reached = line.budget.thresholds.filter(
        (t) => limit !== null && t.on === 'actual' && new Big(used).gt(0) && new Big(used).gte(lineOf(t, limit)),
      );
      return { name: w.name, from: w.from, to: w.to, limit, used, reached: reached.map(writeThreshold) };
    });
}

/** A budget as a file writes it; null for a name that is none. */
export async function budgetDefinition(actor: Actor, name: string): Promise<Record<string, unknown> | null> {
  requirePermission(actor, 'budgets:read');
  const found = (await listBudgets(actor.organizationId)).find((r) => r.budget.name === name);
  return found ? writeBudget(found.budget) : null;
}
