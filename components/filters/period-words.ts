import { addDays, type Day } from '@/lib/core/time/days';
import type { NamedPeriod, Range } from '@/lib/core/time/period';
import { shortDay } from '../charts/prepare/days';

export const periodNames: Record<NamedPeriod, string> = {
  mtd: 'Month to date',
  'last-month': 'Last month',
  '30d': 'Last 30 days',
  '90d': 'Last 90 days',
  '12m': 'Last 12 months',
};

/** "1–20 Nov", "22 Sep – 20 Nov", with the year where it is asked for or the range crosses one. */
export function rangeText({ from, to }: Range, { year = false } = {}): string {
  const last = addDays(to, -1);
  const [first, end] = [shortDay(from), shortDay(last)];
  if (from.slice(0, 4) !== last.slice(0, 4)) return `${first} ${from.slice(0, 4)} – ${end} ${last.slice(0, 4)}`;
  const days = from === last ? end : from.slice(0, 7) === last.slice(0, 7) ? `${Number(from.slice(8))}–${end}` : `${first} – ${end}`;
  return year ? `${days} ${last.slice(0, 4)}` : days;
}

/** What a period is compared with; with its year where that is not the period's own: "1–20 Nov 2025". */
export const comparedText = (comparison: Range, period: Range): string =>
  rangeText(comparison, { year: [period.from, addDays(period.to, -1)].some((day) => day.slice(0, 4) !== comparison.from.slice(0, 4)) });

/** The last day that counts, from the day after it: "20 Nov". */
export const lastDay = (completeTo: Day): string => shortDay(addDays(completeTo, -1));

/** "20 Nov 2026". */
export const lastDayWithYear = (completeTo: Day): string => `${lastDay(completeTo)} ${addDays(completeTo, -1).slice(0, 4)}`;

/** Why a period is compared with nothing: "no data before 1 May 2025". */
export const notCompared = (firstDay: Day | null): string =>
  firstDay ? `no data before ${shortDay(firstDay)} ${firstDay.slice(0, 4)}` : 'no earlier data';

/** `2026-11-21T05:32:22Z` → "21 Nov 2026, 05:32 UTC": the same on the server and in every browser. */
export const momentText = (iso: string): string => `${shortDay(iso.slice(0, 10))} ${iso.slice(0, 4)}, ${iso.slice(11, 16)} UTC`;
