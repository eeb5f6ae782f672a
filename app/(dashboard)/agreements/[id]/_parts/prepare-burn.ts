import Big from 'big.js';
import type { CumulativePoint } from '@/components/charts/marks/cumulative-area';
import type { TrancheState } from '@/lib/core/agreements/commitment';
import type { CreditState } from '@/lib/core/agreements/credits';
import { moneyText } from '@/lib/core/money/format';
import { plain, sumOf } from '@/lib/core/money/round';
import { addDays, daysBetween } from '@/lib/core/time/days';

/** A commitment to the end of its term: what was spent, what is expected, and the even pace. */
export function burnPoints(t: TrancheState): CumulativePoint[] {
  const first = t.ahead[0]?.date;
  const known = t.days.filter((d) => first === undefined || d.date < first);
  const hasForecast = t.forecast !== null;
  return [
    ...known.map((d, i): CumulativePoint => {
      // what is expected begins where what is known ends
      const start = hasForecast && i === known.length - 1 ? d.consumed : null;
      return { day: d.date, actual: d.consumed, expected: start, low: start, high: start, pace: d.ideal };
    }),
    ...t.ahead.map((d): CumulativePoint => ({ day: d.date, actual: null, expected: d.expected, low: d.low, high: d.high, pace: d.ideal })),
  ];
}

export function burnSummary(t: TrancheState, currency: string): string {
  const needed =
    t.daysLeft > 0
      ? `${t.daysLeft} days left; ${moneyText(t.requiredPerDay ?? '0', currency)} a day are needed to keep the promise`
      : 'It is over';
  if (!t.forecast) return `${needed}.`;
  const short = /[1-9]/.test(t.forecast.shortfall) ? `${moneyText(t.forecast.shortfall, currency)} short of it` : 'enough to keep it';
  return `${needed}; ${moneyText(t.forecast.point, currency)} expected by the end, ${short}.`;
}

/** What was drawn, day by day from the first lot or use on. */
export function drawnPoints({ days }: CreditState): CumulativePoint[] {
  const [first, last] = [days[0]?.date, days.at(-1)?.date];
  if (first === undefined || last === undefined) return [];
  const drawn = new Map(days.map((d) => [d.date, d.drawn]));
  let sum = new Big(0);
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, i): CumulativePoint => {
    const day = addDays(first, i);
    sum = sumOf([sum, new Big(drawn.get(day) ?? 0)]);
    return { day, actual: plain(sum), expected: null, low: null, high: null, pace: null };
  });
}
