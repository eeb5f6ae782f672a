import Big from 'big.js';
import type { Day } from '../time/days';
import type { BaseRow, FxRate } from './types';

/** A row of the base in the currency of the agreement. */
export interface ConvertedRow {
  id: string;
  date: Day;
  booked: Day;
  amount: Big;
}
export interface Converted {
  rows: ConvertedRow[];
  /** Rows in a currency without a rate on their day: listed, and counted nowhere. */
  unconverted: BaseRow[];
}

/**
 * Converts each row at the rate of its own day, or the last one before it, without rounding: a correction carries the day of what it corrects,
 * so a reversal comes to exactly nothing. finops-math §8.5.
 */
export function convertRows(rows: readonly BaseRow[], currency: string, fx: readonly FxRate[]): Converted {
  const rates = [...fx].sort((a, b) => (a.from < b.from ? 1 : -1));
  const result: Converted = { rows: [], unconverted: [] };
  for (const row of rows) {
    const rate = row.currency === currency ? '1' : rates.find((r) => r.currency === row.currency && r.from <= row.date)?.rate;
    if (rate === undefined) result.unconverted.push(row);
    else result.rows.push({ id: row.id, date: row.date, booked: row.booked, amount: new Big(row.amount).times(rate) });
  }
  return result;
}
