import { addDays, addMonths, type Day, daysBetween, monthStart } from '../time/days';
import type { BudgetWindow, WindowRule } from './types';

/** Which day it is in a zone. */
export const dayIn = (zone: string, now: Date): Day => new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(now);

/** The window that holds a day; null on a day between custom periods. */
export function windowOn(rule: WindowRule, day: Day): BudgetWindow | null {
  if (rule.period === 'day') return { from: day, to: addDays(day, 1), name: day };
  if (rule.period === 'rolling') {
    const days = rule.days ?? 30;
    return { from: addDays(day, 1 - days), to: addDays(day, 1), name: `${days} days to ${day}` };
  }
  if (rule.period === 'custom') {
    const found = rule.periods.find((p) => p.from <= day && day <= p.to);
    return found ? { from: found.from, to: addDays(found.to, 1), name: found.name } : null;
  }
  if (rule.period === 'week') {
    const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7; // ISO 8601: weeks begin on Monday
    const from = addDays(day, -weekday);
    return { from, to: addDays(from, 7), name: `week of ${from}` };
  }
  const months = rule.period === 'month' ? 1 : rule.period === 'quarter' ? 3 : 12;
  const month = Number(day.slice(5, 7));
  const from = addMonths(monthStart(day), -((month - rule.fiscalStart + 12) % months));
  return { from, to: addMonths(from, months), name: nameOf(rule, from) };
}

function nameOf({ period, fiscalStart }: WindowRule, from: Day): string {
  if (period === 'month') return from.slice(0, 7);
  // A fiscal year is named for the year in which it ends.
  const year = Number(addMonths(from, fiscalStart === 1 ? 0 : (fiscalStart - Number(from.slice(5, 7)) + 11) % 12).slice(0, 4));
  const label = fiscalStart === 1 ? String(year) : `FY${year}`;
  if (period === 'year') return label;
  return `${label}-Q${1 + ((Number(from.slice(5, 7)) - fiscalStart + 12) % 12) / 3}`;
}

/** The windows from the one that holds `first` to the one that holds `last`, in their order. Rolling windows follow each other without overlap. */
export function windowsBetween(rule: WindowRule, first: Day, last: Day): BudgetWindow[] {
  const windows: BudgetWindow[] = [];
  if (rule.period === 'custom')
    return rule.periods
      .filter((p) => p.to >= first && p.from <= last)
      .map((p) => ({ from: p.from, to: addDays(p.to, 1), name: p.name }))
      .sort((a, b) => (a.from < b.from ? -1 : 1));
  for (let day = last; ; ) {
    const window = windowOn(rule, day);
    if (!window || window.to <= first || windows.length >= 1_000) break;
    windows.unshift(window);
    day = addDays(window.from, -1);
  }
  return windows;
}

/** The last windows before the one that holds `today`, in their order; of a rolling window those that it follows without overlap. */
export function windowsBefore(rule: WindowRule, today: Day, count: number): BudgetWindow[] {
  if (rule.period === 'custom')
    return windowsBetween(rule, '0000-01-01', today)
      .filter((w) => w.to <= today)
      .slice(-count);
  const windows: BudgetWindow[] = [];
  for (let window = windowOn(rule, today); window && windows.length < count; ) {
    window = windowOn(rule, addDays(window.from, -1));
    if (window) windows.unshift(window);
  }
  return windows;
}

/** Share of a window that is over at the beginning of `completeTo`, 0 to 1. */
export const elapsedShare = ({ from, to }: BudgetWindow, completeTo: Day): number =>
  Math.min(1, Math.max(0, daysBetween(from, completeTo) / daysBetween(from, to)));
