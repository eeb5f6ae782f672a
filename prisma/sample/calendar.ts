export interface Day {
  /** `2026-09-14` */
  date: string;
  next: string;
  /** 0 is the oldest month of the sample, 12 the current one. */
  month: number;
  /** 0 is Monday. */
  weekday: number;
  /** How much of the month is over when the day begins. */
  permilleOfMonth: number;
}

export interface Month {
  index: number;
  /** `2026-09` */
  name: string;
  first: string;
  last: string;
  /** The first day of the following month. */
  next: string;
  /** A month that is over has its invoice. */
  closed: boolean;
  /** Up to yesterday. */
  days: Day[];
}

export const monthsBefore = 12;

/** Twelve full months and the current one up to yesterday; on the first of a month there are only the twelve. */
export function sampleMonths(today: string): Month[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(today) || addDays(today, 0) !== today) throw new Error(`Not a day: ${today}`);
  return Array.from({ length: monthsBefore + 1 }, (_, index) => monthAt(today, index)).filter((month) => month.days.length > 0);
}

/** The first day of the month that stands `index` months after the oldest one. */
export function firstOfMonth(today: string, index: number): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 - monthsBefore + index, 1)).toISOString().slice(0, 10);
}

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}

/** 0 is Monday. */
export function weekdayOf(date: string): number {
  return (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7;
}

/** `09/14/2026`, as classic Azure exports print a day. */
export function slashed(date: string): string {
  return `${date.slice(5, 7)}/${date.slice(8, 10)}/${date.slice(0, 4)}`;
}

function monthAt(today: string, index: number): Month {
  const first = firstOfMonth(today, index);
  const next = firstOfMonth(today, index + 1);
  const end = next < today ? next : today;
  const length = daysBetween(first, next);
  const days = Array.from({ length: daysBetween(first, end) }, (_, nth): Day => {
    const date = addDays(first, nth);
    const permilleOfMonth = Math.floor((nth * 1000) / length);
    return { date, next: addDays(date, 1), month: index, weekday: weekdayOf(date), permilleOfMonth };
  });
  return { index, name: first.slice(0, 7), first, last: addDays(next, -1), next, closed: next <= today, days };
}
