import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../app-error';
import type { Day } from '../time/days';

/** A row of an uploaded series: earned on `date`, known since `booked`; `amount` is the decimal as it was written. */
export interface SeriesLine {
  line: number;
  date: Day;
  booked: Day;
  amount: string;
  currency: string;
  labels: Record<string, string>;
}

const bookedNames = ['booked', 'bookeddate', 'bookedon', 'bookingdate'];
const fold = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
const isoDay = z.iso.date();
const limit = { rows: 1_000_000, columns: 40 };

/**
 * Reads a CSV of dated amounts: columns date, amount and currency, booked where a row became known on another day than its own; further
 * columns are labels. Throws `invalid` naming file, line and column; a file is taken whole or not at all.
 */
export function readSeries(text: string, fileName: string): SeriesLine[] {
  const refuse = (sentence: string): never => {
    throw new AppError('invalid', `${fileName}${sentence}`);
  };
  let records: { record: string[]; info: { lines: number } }[] = [];
  try {
    records = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 100_000 }) as never;
  } catch (e) {
    refuse(`: ${e instanceof Error ? e.message : 'is no CSV'}.`);
  }
  const [header, ...rows] = records;
  if (!header) return refuse(' is empty.');
  if (rows.length > limit.rows || header.record.length > limit.columns)
    refuse(` has more than ${limit.rows.toLocaleString('en')} rows or ${limit.columns} columns.`);
  const names = header.record.map(fold);
  const place = (name: string) => {
    const at = names.indexOf(name);
    return at >= 0 ? at : refuse(` has no column "${name}". It needs date, amount and currency.`);
  };
  const [date, amount, currency] = [place('date'), place('amount'), place('currency')];
  const booked = names.findIndex((n) => bookedNames.includes(n));
  if (rows.length === 0) refuse(' has a header and no rows.');
  return rows.map(({ record, info }) => {
    const line = info.lines;
    const say = (column: string, sentence: string) => refuse(`, line ${line}, column ${column}: ${sentence}`);
    if (record.length !== names.length) refuse(`, line ${line}: has ${record.length} cells, the header has ${names.length}.`);
    const cell = (at: number) => (record[at] ?? '').trim();
    const day = (at: number, column: string): Day =>
      isoDay.safeParse(cell(at)).success ? cell(at) : say(column, `"${cell(at).slice(0, 40)}" is no day like 2026-05-01.`);
    if (!/^[+-]?\d{1,30}(\.\d{1,20})?$/.test(cell(amount)))
      say('amount', `"${cell(amount).slice(0, 40)}" is no plain decimal number like -1234.50.`);
    if (!/^[A-Z]{3}$/.test(cell(currency))) say('currency', `"${cell(currency).slice(0, 40)}" is no currency code like USD.`);
    const earned = day(date, 'date');
    return {
      line,
      date: earned,
      booked: booked >= 0 && cell(booked) !== '' ? day(booked, header.record[booked] ?? 'booked') : earned,
      amount: cell(amount).replace(/^\+/, ''),
      currency: cell(currency),
      labels: Object.fromEntries(
        names.flatMap((n, i) => (i === date || i === amount || i === currency || i === booked || !cell(i) ? [] : [[n, cell(i)]])),
      ),
    };
  });
}
