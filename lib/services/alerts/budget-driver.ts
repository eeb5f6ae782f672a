import { driversOf } from '../../core/anomalies/drivers';
import type { BudgetWindow } from '../../core/budgets/types';
import { NONE } from '../../core/costs/cost-query';
import type { CostDimension } from '../../core/costs/dimensions';
import { costDimensions } from '../../core/costs/dimensions';
import type { DayValue } from '../../core/forecast/types';
import { formatMoney, formatPercent, moneyText } from '../../core/money/format';
import { earlier } from '../../core/time/days';
import { type BudgetBook, type BudgetLine, filtersOf } from '../budgets/budget-book';

/** The narrowest says most. */
const levels: readonly CostDimension[] = ['model', 'service', 'team', 'account', 'provider'];
/** A group that explains so much of the increase is what drove it. */
const MAIN_SHARE = 0.5;

interface Group {
  dimension: CostDimension;
  value: string;
  change: number;
  share: number;
}

/**
 * Which group drives what is used: the one with the largest increase against what is usual, the narrowest that explains half of it. Nothing where
 * nothing rose, or where all of it is one group by definition.
 */
export function driverOf(line: BudgetLine, window: BudgetWindow, { cube }: BudgetBook): { label: string; value: string }[] {
  const { budget } = line;
  const filters = filtersOf(budget, line.value);
  const until = { from: window.from, to: earlier(window.to, line.completeTo) };
  if (until.from >= until.to) return [];
  const largest = levels.flatMap((dimension): Group[] => {
    const values = cube.values(dimension, filters, budget.currency);
    if (values.length < 2) return [];
    const parts = values.map((value) => {
      const own = cube.series([...filters, { dimension, values: [value ?? NONE], exclude: false }], budget.measure, budget.currency);
      return { key: value ?? NONE, series: [...own.days].map(([day, units]): DayValue => ({ day, value: Number(cube.decimal(units)) })) };
    });
    const [most] = driversOf(parts, until).filter((d) => d.change > 0);
    return most && most.key !== NONE ? [{ dimension, value: most.key, change: most.change, share: most.share }] : [];
  });
  const main = largest.find((g) => g.share >= MAIN_SHARE) ?? largest.sort((a, b) => b.change - a.change)[0];
  if (!main) return [];
  const amount = main.change.toFixed(2);
  const more = budget.currency ? moneyText(amount, budget.currency) : `${formatMoney(amount, 'tokens').figure} tokens`;
  const share = main.share > 0 && main.share <= 1 ? `, ${formatPercent(main.share.toFixed(4), { digits: 0 })} of the increase` : '';
  return [{ label: 'Driven by', value: `${costDimensions[main.dimension].title} ${main.value}: ${more} more than usual${share}` }];
}
