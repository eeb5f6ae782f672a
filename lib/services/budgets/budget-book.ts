import { BudgetCube, type DaySeries } from '../../core/budgets/cube';
import { completeToOf } from '../../core/budgets/freshness';
import { partName, partValue } from '../../core/budgets/part-name';
import { type BudgetState, HISTORY_DAYS, stateAndPath } from '../../core/budgets/state';
import type { Budget, BudgetWindow } from '../../core/budgets/types';
import { dayIn, windowOn, windowsBefore, windowsBetween } from '../../core/budgets/windows';
import { type CostFilter, parseFilters } from '../../core/costs/cost-query';
import type { ForecastDay } from '../../core/forecast/types';
import { addDays, type Day, earlier } from '../../core/time/days';
import { costCube, ledgerCompleteTo, sourceReaches } from '../../db/queries/cost-cube';
import { type BudgetRecord, listBudgets } from '../../db/records/budgets';
import { eachInTurn, giveWay } from '../give-way';

/** A budget, or its part for one value, with what its filter comes to. */
export interface BudgetLine {
  id: number;
  budget: Budget;
  /** The value of `per` by its name (`partName`), `(none)` for those without one; null where the budget stands for itself. */
  value: string | null;
  series: DaySeries;
  /** The day after the last one that is complete in the bills of everything it counts. */
  completeTo: Day;
}

/** The budgets of an organisation over one reading of the ledger. */
export interface BudgetBook {
  records: BudgetRecord[];
  cube: BudgetCube;
  lines: BudgetLine[];
  /** Nothing before this day was read. */
  firstDay: Day;
  /** As far as the bills of everything that a budget counts are complete, over all its values. */
  completeToOf(budget: Budget): Day;
  today(budget: Budget): Day;
  windowOf(budget: Budget): BudgetWindow | null;
  stateOf(line: BudgetLine, window: BudgetWindow): BudgetState;
  /** The same, with the interval of the forecast and what is expected day by day. */
  detailOf(line: BudgetLine, window: BudgetWindow): { state: BudgetState; path: ForecastDay[] };
}

/**
 * Reads budgets and ledger once. `asOf` stands for today; `only` keeps the budgets of these names, `instead` are budgets that are not saved;
 * `past` is how many earlier windows of each will be asked for: only they, the running one and what a forecast learns from are known whole.
 */
export async function openBook(
  organization: number,
  now: Date,
  { asOf, only, instead, past = 0 }: { asOf?: Day | undefined; only?: string[] | undefined; instead?: BudgetRecord[]; past?: number } = {},
): Promise<BudgetBook> {
  const records = (instead ?? (await listBudgets(organization))).filter((r) => !only || only.includes(r.budget.name));
  const days = new Map<string, Day>(); // what day it is in a zone takes long to find out
  const today = ({ window: { zone } }: Budget) => {
    const day = asOf ?? days.get(zone) ?? dayIn(zone, now);
    days.set(zone, day);
    return day;
  };
  const windowOf = (b: Budget) => windowOn(b.window, today(b));
  const firstDay = records.reduce(
    (day, { budget }) => earlier(day, firstNeeded(budget, today(budget), past)),
    addDays(asOf ?? dayIn('UTC', now), -HISTORY_DAYS - 1), // in some zones it is another day
  );
  const nothing = { slices: [], cells: [] };
  const [cells, complete, reaches] = await Promise.all([
    records.length ? costCube(organization, firstDay) : nothing,
    ledgerCompleteTo(organization),
    sourceReaches(organization),
  ]);
  const end = addDays(asOf ?? dayIn('UTC', now), 1);
  const cube = await BudgetCube.inTurns(asOf ? { ...cells, cells: cells.cells.filter((c) => c.day < end) } : cells, giveWay);
  const completeOf = (filters: readonly CostFilter[], { measure, currency }: Budget) =>
    earlier(completeToOf(reaches, cube.suppliers(filters, currency), measure) ?? complete ?? firstDay, end);
  const lines = (await eachInTurn(records, (r) => linesOf(cube, r, completeOf))).flat();
  const inputOf = ({ budget, series, completeTo }: BudgetLine, window: BudgetWindow) => ({
    cube,
    budget,
    series,
    window,
    completeTo,
    today: today(budget),
  });
  return {
    records,
    cube,
    lines,
    firstDay,
    completeToOf: (budget) => completeOf(parseFilters(budget.filter), budget),
    today,
    windowOf,
    stateOf: (line, window) => stateAndPath(inputOf(line, window)).state,
    detailOf: (line, window) => stateAndPath({ ...inputOf(line, window), detailed: true }),
  };
}

function firstNeeded(budget: Budget, today: Day, past: number): Day {
  const current = windowOn(budget.window, today)?.from ?? today;
  const start = earlier(windowsBefore(budget.window, today, past)[0]?.from ?? current, current);
  return budget.amount.kind === 'carried'
    ? earlier(start, windowsBetween(budget.window, budget.amount.since, today)[0]?.from ?? start)
    : start;
}

async function linesOf(
  cube: BudgetCube,
  { id, budget }: BudgetRecord,
  completeOf: (filters: CostFilter[], budget: Budget) => Day,
): Promise<BudgetLine[]> {
  const filters = filtersOf(budget, null);
  const lineOf = (value: string | null, own: CostFilter[]): BudgetLine => ({
    id,
    budget,
    value,
    series: cube.series(own, budget.measure, budget.currency),
    completeTo: completeOf(own, budget),
  });
  if (budget.per === null) return [lineOf(null, filters)];
  return eachInTurn(cube.values(budget.per, filters, budget.currency), (value) => {
    const part = partName(value);
    return lineOf(part, filtersOf(budget, part));
  });
}

/** What a budget, or its part for one value, counts. */
export function filtersOf(budget: Budget, part: string | null): CostFilter[] {
  const filters = parseFilters(budget.filter);
  return budget.per === null || part === null
    ? filters
    : [...filters, { dimension: budget.per, values: [partValue(part)], exclude: false }];
}
