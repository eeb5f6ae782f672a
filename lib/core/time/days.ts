/** Days are `YYYY-MM-DD`, UTC; a range is half-open. There is no clock here: today is an argument. */
export type Day = string;

/** Whether a text is a day that the calendar has. */
export function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

export const addDays = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
export const monthStart = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** "October 2026". */
export const monthInFull = (day: Day): string =>
  new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${monthStart(day)}T00:00:00Z`));

/** The day after the moment at which something ends: what ends at midnight ends with the day before. `2026-06-01 00:00:00`, UTC. */
export const dayAfterEnd = (moment: string): Day =>
  /[ T]00:00:00(\.0+)?$/.test(moment) ? moment.slice(0, 10) : addDays(moment.slice(0, 10), 1);

/** The first day of the month that many months away. */
export function addMonths(month: Day, months: number): Day {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}-01`;
}

export const earlier = (a: Day, b: Day): Day => (a < b ? a : b);
export const later = (a: Day, b: Day): Day => (a > b ? a : b);
