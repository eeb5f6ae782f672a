import { addDays, addMonths, type Day, monthStart } from '../time/days';

/** A settlement period, both days inclusive. */
export interface SettlementPeriod {
  period: string;
  from: Day;
  to: Day;
}

/** The months or quarters of the calendar from the day `from` to the one that holds `to`. `2026-05`, `2026-Q2`. */
export function settlementPeriods(settlement: 'month' | 'quarter', from: Day, to: Day): SettlementPeriod[] {
  const step = settlement === 'month' ? 1 : 3;
  const periods: SettlementPeriod[] = [];
  let start = monthStart(from);
  if (settlement === 'quarter') start = addMonths(start, -((Number(start.slice(5, 7)) - 1) % 3));
  for (; start <= to; start = addMonths(start, step)) {
    const month = Number(start.slice(5, 7));
    const period = settlement === 'month' ? start.slice(0, 7) : `${start.slice(0, 4)}-Q${(month + 2) / 3}`;
    periods.push({ period, from: start < from ? from : start, to: addDays(addMonths(start, step), -1) });
  }
  return periods;
}
