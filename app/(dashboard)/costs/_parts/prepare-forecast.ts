import { daysBetween } from '@/components/charts/prepare/days';
import type { StackInput } from '@/components/charts/prepare/stack';
import type { ExpectedBar } from '@/components/charts/prepare/stack-point';
import type { CostView } from '@/components/filters/cost-view';
import { lastDay } from '@/components/filters/period-words';
import type { CostForecast, CurrencyForecast } from '@/lib/core/explore/cost-forecast';
import { exploreMeasures } from '@/lib/core/explore/measures';
import type { ForecastMethod } from '@/lib/core/forecast/types';
import { formatPercent, moneyText } from '@/lib/core/money/format';

/** What a forecast adds to the chart of one currency, and what is said of it. */
export interface Overlay extends Partial<Pick<StackInput, 'to' | 'expected' | 'incompleteDays'>> {
  remark: string;
}

/** Cost that adds up over time; a treemap leaves time away. */
export const mayForecast = ({ measure, mark }: Pick<CostView, 'measure' | 'mark'>): boolean =>
  exploreMeasures[measure].unit === 'money' && mark !== 'treemap';

const methods: Record<ForecastMethod, string> = {
  'weekday-run-rate': 'the mean of each weekday carried on',
  'holt-winters': 'level, trend and weekdays carried on (Holt-Winters)',
  'seasonal-naive-drift': 'the last week repeated, with its drift',
  'run-rate': 'the mean of all days carried on',
};

/** The rest of the period as bars of their own or, where bars are cumulative, with all before them; why there is none where there is none. */
export function prepareForecast(forecast: CostForecast, currency: string, isCumulative: boolean): Overlay {
  const own = forecast.currencies.find((c) => c.currency === currency);
  const why = forecast.reason ?? (own ? own.reason : `No ${currency} is known that it could be told from.`);
  if (why !== null || !own || own.reason !== null || forecast.completeTo === null) return { remark: `No forecast: ${why}` };
  return {
    to: forecast.until,
    incompleteDays: daysBetween(forecast.completeTo, forecast.until),
    expected: own.bins.map(({ day, sum, ...bin }): ExpectedBar => ({ day, ...(isCumulative ? sum : bin) })),
    remark: sentence(own, forecast.until),
  };
}

function sentence({ currency, bins, level, method, error, days }: Extract<CurrencyForecast, { reason: null }>, until: string): string {
  const end = bins.at(-1)?.sum;
  if (!end) return 'No forecast: nothing of this period is left.';
  const range =
    end.low !== null && end.high !== null
      ? `, ${moneyText(end.low, currency)} to ${moneyText(end.high, currency)} with a probability of ${formatPercent(String(level), { digits: 0 })}`
      : '';
  const missed = error === null ? '' : `, which missed by ${formatPercent(String(error))} when it was tried on the days before`;
  return `Dashed: expected, ${moneyText(end.amount, currency)} in all by ${lastDay(until)}${range}. Method: ${methods[method]}, from ${days} complete days${missed}.`;
}
