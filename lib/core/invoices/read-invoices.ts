import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { AppError } from '../app-error';
import { sentenceOf } from '../input/fields';
import { gather, type InvoiceLine } from './gather';
import { categoryOf, chargeCategories, type Invoice } from './invoice';
import { amount, currencyCode, head, month } from './invoice-fields';

export interface InvoiceFile {
  kind: 'focus' | 'plain';
  invoices: Invoice[];
  /** Of an Invoice Detail: what its issuer has withdrawn, and how many invoices are not issued yet. */
  voided: Pick<Invoice, 'provider' | 'account' | 'number'>[];
  open: number;
}

const mostRows = 200_000;
const mostColumns = 200;
const fold = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

const category = z.enum(chargeCategories, { error: 'is no charge category of FOCUS: Usage, Purchase, Tax, Credit or Adjustment' });
const asWritten = (word: string) => (word === '' ? null : (categoryOf(word) ?? word));
const dayOf = z
  .string()
  .transform((text) => text.trim().slice(0, 10) || null)
  .pipe(z.iso.date({ error: 'is no day like 2026-11-03' }).nullable());

const PlainRow = z.object({
  ...head,
  period: month,
  currency: currencyCode,
  amount,
  category: z.string().transform(asWritten).pipe(category.nullable()),
  issued: dayOf,
});

const FocusRow = z.object({
  invoiceissuername: head.provider,
  billingaccountid: head.account,
  invoiceid: head.number,
  billingperiodstart: month,
  billingcurrency: currencyCode,
  billedcost: amount,
  chargecategory: z.string().transform(asWritten).pipe(category),
  invoiceissuedate: dayOf,
  invoiceissuestatus: z
    .string()
    .transform((s) => s.trim().toLowerCase())
    .pipe(z.enum(['open', 'issued', 'voided'], { error: 'is none of Open, Issued, Voided' })),
});

/** The columns of a plain list, folded, with what else they may be called. */
const plainNames: Record<keyof z.input<typeof PlainRow>, readonly string[]> = {
  provider: ['provider', 'issuer'],
  account: ['account', 'billingaccount'],
  number: ['invoicenumber', 'invoice', 'number'],
  period: ['period', 'month'],
  currency: ['currency'],
  amount: ['amount', 'total'],
  category: ['category', 'chargecategory'],
  issued: ['issued', 'issuedate', 'invoicedate'],
};
const needed = ['provider', 'account', 'number', 'period', 'currency', 'amount'] as const;

/**
 * Reads a FOCUS Invoice Detail, or a CSV of `provider,account,invoice number,period,currency,amount` and, where they are known, `category` and
 * `issued`. A file is taken whole or not at all: throws `invalid` naming file, line and column.
 */
export function readInvoices(text: string, fileName: string): InvoiceFile {
  const { names, rows } = readTable(text, fileName);
  return names.includes('invoiceid') && names.includes('invoiceissuername')
    ? readDetail(names, rows, fileName)
    : readPlain(names, rows, fileName);
}

interface Row {
  cells: string[];
  line: number;
}

function readTable(text: string, fileName: string): { names: string[]; rows: Row[] } {
  const refuse = (sentence: string): never => {
    throw new AppError('invalid', `${fileName}${sentence}`);
  };
  let records: { record: string[]; info: { lines: number } }[] = [];
  try {
    records = parse(text, { bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 100_000 }) as never;
  } catch (e) {
    refuse(`: ${e instanceof Error ? e.message.replace(/\.$/, '') : 'is no CSV'}.`);
  }
  const [header, ...rows] = records;
  if (!header) return refuse(' is empty.');
  if (rows.length > mostRows || header.record.length > mostColumns)
    refuse(` has more than ${mostRows.toLocaleString('en')} rows or ${mostColumns} columns.`);
  if (rows.length === 0) refuse(' has a header and no rows.');
  const uneven = rows.find((r) => r.record.length !== header.record.length);
  if (uneven) refuse(`, line ${uneven.info.lines}: has ${uneven.record.length} cells, the header has ${header.record.length}.`);
  return { names: header.record.map(fold), rows: rows.map(({ record, info }) => ({ cells: record, line: info.lines })) };
}

const parseRow = <T extends z.ZodType>(schema: T, row: object, line: number, fileName: string): z.output<T> => {
  const read = schema.safeParse(row, { reportInput: true });
  if (read.success) return read.data;
  throw new AppError('invalid', `${fileName}, line ${line}: ${sentenceOf(read.error.issues[0])}`);
};

function readPlain(names: readonly string[], rows: readonly Row[], fileName: string): InvoiceFile {
  const at = (key: keyof typeof plainNames) => names.findIndex((n) => plainNames[key].includes(n));
  const missing = needed.filter((key) => at(key) < 0);
  if (missing.length > 0)
    throw new AppError(
      'invalid',
      `${fileName} has no column ${missing.map((m) => `"${m === 'number' ? 'invoice number' : m}"`).join(', ')}. It needs provider, account, invoice number, period, currency and amount; category and issued may follow. Or drop a FOCUS Invoice Detail.`,
    );
  const keys = Object.keys(plainNames) as (keyof typeof plainNames)[];
  const lines = rows.map(({ cells, line }): InvoiceLine => {
    const row = Object.fromEntries(keys.map((key) => [key, (cells[at(key)] ?? '').trim()]));
    return { ...parseRow(PlainRow, row, line, fileName), line };
  });
  return { kind: 'plain', invoices: gather(lines, fileName), voided: [], open: 0 };
}

function readDetail(names: readonly string[], rows: readonly Row[], fileName: string): InvoiceFile {
  const columns = Object.keys(FocusRow.shape) as (keyof typeof FocusRow.shape)[];
  const missing = columns.filter((c) => !names.includes(c));
  if (missing.length > 0)
    throw new AppError('invalid', `${fileName} is no whole FOCUS Invoice Detail: it has no column ${missing.join(', ')}.`);
  const lines = rows.map(({ cells, line }) => {
    const row = Object.fromEntries(columns.map((c) => [c, (cells[names.indexOf(c)] ?? '').trim()]));
    const r = parseRow(FocusRow, row, line, fileName);
    return {
      ...{ provider: r.invoiceissuername, account: r.billingaccountid, number: r.invoiceid, period: r.billingperiodstart },
      ...{ currency: r.billingcurrency, amount: r.billedcost, category: r.chargecategory, issued: r.invoiceissuedate, line },
      status: r.invoiceissuestatus,
    };
  });
  const of = (status: string) =>
    gather(
      lines.filter((l) => l.status === status),
      fileName,
    );
  return { kind: 'focus', invoices: of('issued'), voided: of('voided'), open: of('open').length };
}
