import { BudgetCube, type DaySeries } from '../../core/budgets/cube';
import { type BudgetState, budgetState } from '../../core/budgets/state';
import type { Budget, BudgetWindow } from '../../core/budgets/types';
import { dayIn, windowOn, windowsBetween } from '../../core/budgets/windows';
import { NONE, parseFilters } from '../../core/costs/cost-query';
import { addDays, type Day, earlier } from '../../core/time/days';
import { costCube, ledgerCompleteTo } from '../../db/queries/cost-cube';
import { type BudgetRecord, listBudgets } from '../../db/records/budgets';

/** A budget, or its part for one value, with what its filter comes to. */
export interface BudgetLine {
  id: number;
  budget: Budget;
  /** The value of `per`, `(none)` for those without one; null where the budget stands for itself. */
  value: string | null;
  series: DaySeries;
}

/** The budgets of an organisation over one reading of the ledger. */
export interface BudgetBook {
  records: BudgetRecord[];
  cube: BudgetCube;
  lines: BudgetLine[];
  completeTo: Day;
  today(budget: Budget): Day;
  windowOf(budget: Budget): BudgetWindow | null;
  stateOf(line: BudgetLine, window: BudgetWindow, detailed?: boolean): BudgetState;
}

/** Days of history that a forecast learns from. */
const HISTORY = 220;

/** Reads budgets and ledger once. `asOf` stands for today; `only` keeps the budgets of these names, `instead` are budgets that are not saved. */
export async function openBook(
  organization: number,
  now: Date,
  { asOf, only, instead }: { asOf?: Day | undefined; only?: string[] | undefined; instead?: BudgetRecord[] } = {},
): Promise<BudgetBook> {
  const records = (instead ?? (await listBudgets(organization))).filter((r) => !only || only.includes(r.budget.name));
  const today = (b: Budget) => asOf ?? dayIn(b.window.zone, now);
  const windowOf = (b: Budget) => windowOn(b.window, today(b));
  const firstDay = records.reduce(
    (day, { budget }) => earlier(day, firstNeeded(budget, today(budget))),
    addDays(asOf ?? dayIn('UTC', now), -HISTORY),
  );
  const nothing = { slices: [], cells: [] };
  const [cells, complete] = await Promise.all([
    records.length ? costCube(organization, firstDay) : nothing,
    ledgerCompleteTo(organization),
  ]);
  const end = addDays(asOf ?? dayIn('UTC', now), 1);
  const cube = new BudgetCube(asOf ? { ...cells, cells: cells.cells.filter((c) => c.day < end) } : cells);
  const completeTo = complete === null ? firstDay : earlier(complete, end);
  const lines = records.flatMap((r) => linesOf(cube, r));
  return {
    records,
    cube,
    lines,
    completeTo,
    today,
    windowOf,
    stateOf: ({ budget, series }, window, detailed) =>
      budgetState({ cube, budget, series, window, completeTo, today: today(budget), ...(detailed && { detailed }) }),
  };
}

function firstNeeded(budget: Budget, today: Day): Day {
  const window = windowOn(budget.window, today);
  const start = window?.from ?? today;
  return budget.amount.kind === 'carried'
    ? earlier(start, windowsBetween(budget.window, budget.amount.since, today)[0]?.from ?? start)
    : start;
}

function linesOf(cube: BudgetCube, { id, budget }: BudgetRecord): BudgetLine[] {
  const filters = parseFilters(budget.filter);
  if (budget.per === null) return [{ id, budget, value: null, series: cube.series(filters, budget.measure, budget.currency) }];
  const dimension = budget.per;
  return cube.values(dimension, filters, budget.currency).map((value) => {
    const own = { dimension, values: [value ?? NONE], exclude: false };
    return { id, budget, value: value ?? '(none)', series: cube.series([...filters, own], budget.measure, budget.currency) };
  });
}
