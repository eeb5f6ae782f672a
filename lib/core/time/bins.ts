import { addDays, addMonths, type Day, later, monthStart } from './days';

const MONDAY = 1;

/** The first day of the bar that a day belongs to; the first bar of a range begins with the range. */
export function binStart(bin: 'day' | 'week' | 'month' | 'quarter', day: Day, from: Day): Day {
  if (bin === 'day') return day;
  if (bin === 'week') return later(addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 7 - MONDAY) % 7)), from);
  const month = monthStart(day);
  return later(bin === 'month' ? month : addMonths(month, -((Number(day.slice(5, 7)) - 1) % 3)), from);
}
