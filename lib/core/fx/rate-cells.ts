import Big from 'big.js';
import { AppError } from '../app-error';
import { type Day, isDay } from '../time/days';
import type { FxRate } from './rate';

export interface RateFile {
  kind: 'ecb' | 'list';
  rates: FxRate[];
}

/** Where a text stands in a file. */
export interface Cell {
  fileName: string;
  line: number;
  column: string;
  text: string;
}

/** Refuses a file for what stands in one place. */
export function fault({ fileName, line, column, text }: Cell, what: string, todo: string): never {
  throw new AppError('invalid', `${fileName}, line ${line}, column ${column}: "${text.slice(0, 40)}" ${what}. ${todo}`);
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** `2026-10-30`, or as the bank writes its daily file, `30 October 2026`. */
export function days(cell: Cell): Day {
  const words = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(cell.text);
  const month = months.findIndex((m) => m.toLowerCase() === words?.[2]?.toLowerCase()) + 1;
  const text = words && month > 0 ? `${words[3]}-${String(month).padStart(2, '0')}-${words[1]?.padStart(2, '0')}` : cell.text;
  if (!isDay(text) || text < '1970-01-01' || text > '2199-12-31') return fault(cell, 'is no day', 'Write it like 2026-10-30.');
  return text;
}

/** A positive decimal as it is written; no exponent, no thousands, no comma. */
export function rateOf(cell: Cell): string {
  if (!/^\d{1,15}(\.\d{1,20})?$/.test(cell.text))
    return fault(cell, 'is no rate', 'Write a decimal number with a point, like 1.0842, without signs or spaces.');
  const rate = new Big(cell.text);
  if (rate.lte(0)) return fault(cell, 'is no rate', 'A rate is larger than zero.');
  return rate.toFixed();
}
