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

/** "Nov 1–20", "Sep 22 – Nov 20", with the year where it is asked for or the range crosses one. */
export function rangeText({ from, to }: Range, { year = false } = {}): string {
  const last = addDays(to, -1);
  if (from.slice(0, 4) !== last.slice(0, 4)) return `${monthDay(from)}, ${from.slice(0, 4)} – ${monthDay(last)}, ${last.slice(0, 4)}`;
  const end = from === last ? '' : from.slice(0, 7) === last.slice(0, 7) ? `–${Number(last.slice(8))}` : ` – ${monthDay(last)}`;
  return `${monthDay(from)}${end}${year ? `, ${last.slice(0, 4)}` : ''}`;
}

/** What a period is compared with; with its year where that is not the period's own: "Nov 1–20, 2025". */
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

/** "3 Nov" → "Nov 3". */
const monthDay = (day: Day): string => shortDay(day).split(' ').reverse().join(' ');
