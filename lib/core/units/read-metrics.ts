import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../app-error';
import type { Day } from '../time/days';

/** What a business counts on a day: tickets closed, orders, revenue. Replaces what was known by name, day and labels. */
export interface MetricValue {
  name: string;
  day: Day;
  /** The decimal as it was written. */
  value: string;
  /** Of money; null for a count. */
  currency: string | null;
  labels: Record<string, string>;
}

const mostRows = 200_000;
const mostColumns = 24;
const aDecimal = /^[+-]?\d{1,24}(\.\d{1,12})?$/;
const fold = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');

export const MetricDefinition = z.object({
  name: z.string().trim().min(1).max(80),
  date: z.iso.date(),
  value: z.union([z.number().transform((n) => String(n)), z.string()]).refine((v) => aDecimal.test(v), 'is no plain decimal number'),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, 'is no currency code like USD')
    .nullish(),
  labels: z.record(z.string().trim().min(1).max(60), z.string().trim().max(200)).default({}),
});

export const metricOf = ({ name, date, value, currency, labels }: z.output<typeof MetricDefinition>): MetricValue => ({
  name: fold(name),
  day: date,
  value: value.replace(/^\+/, ''),
  currency: currency ?? null,
  labels: Object.fromEntries(Object.entries(labels).flatMap(([k, v]) => (v === '' ? [] : [[fold(k), v]]))),
});

/** Tells two values of one name and day apart: the labels, in the order of their names. */
export const labelKeyOf = (labels: MetricValue['labels']): string =>
  Object.entries(labels)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${k}=${v}`)
    .join('\n');

/**
 * Reads a CSV of `date,name,value` and, where it is money, `currency`; every further column is a label. Throws `invalid` naming file, line
 * and column; a file is taken whole or not at all.
 */
export function readMetrics(text: string, fileName: string): MetricValue[] {
  const refuse = (sentence: string): never => {
    throw new AppError('invalid', `${fileName}${sentence}`);
  };
  let records: { record: string[]; info: { lines: number } }[] = [];
  try {
    records = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 20_000 }) as never;
  } catch (e) {
    refuse(`: ${e instanceof Error ? e.message : 'is no CSV'}.`);
  }
  const [header, ...rows] = records;
  if (!header) return refuse(' is empty.');
  if (rows.length > mostRows || header.record.length > mostColumns)
    refuse(` has more than ${mostRows.toLocaleString('en')} rows or ${mostColumns} columns.`);
  const names = header.record.map(fold);
  for (const name of ['date', 'name', 'value'])
    if (!names.includes(name)) refuse(` has no column "${name}". It needs date, name and value; currency and labels may follow.`);
  if (rows.length === 0) refuse(' has a header and no rows.');
  const own = ['date', 'name', 'value', 'currency'];
  const metrics = rows.map(({ record, info }) => {
    if (record.length !== names.length) refuse(`, line ${info.lines}: has ${record.length} cells, the header has ${names.length}.`);
    const cells = Object.fromEntries(names.map((n, i) => [n, (record[i] ?? '').trim()]));
    const { date, name, value, currency } = cells;
    const labels = Object.fromEntries(Object.entries(cells).filter(([k]) => !own.includes(k)));
    const read = MetricDefinition.safeParse({ date, name, value, currency: currency || null, labels });
    if (read.success) return metricOf(read.data);
    const [issue] = read.error.issues;
    return refuse(`, line ${info.lines}, column ${String(issue?.path[0] ?? 'value')}: ${issue?.message ?? 'cannot be read'}.`);
  });
  return withoutRepeats(metrics, fileName);
}

/** The same name, day and labels twice in one delivery would leave one of them by chance. */
export function withoutRepeats(metrics: readonly MetricValue[], where: string): MetricValue[] {
  const seen = new Set<string>();
  for (const m of metrics) {
    const key = JSON.stringify([m.name, m.day, labelKeyOf(m.labels)]);
    if (seen.has(key))
      throw new AppError('invalid', `${where} has "${m.name}" of ${m.day} twice with the same labels. Which of the two is meant?`);
    seen.add(key);
  }
  return [...metrics];
}
