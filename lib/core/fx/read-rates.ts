import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { AppError } from '../app-error';
import { CONTRACT, type FxRate, isCurrencyCode } from './rate';
import { type Cell, days, fault, type RateFile, rateOf } from './rate-cells';
import { readEcbTable, readEcbXml } from './read-ecb';

const needed = ['base', 'quote', 'day', 'rate'] as const;
const MOST_RATES = 1_000_000;

/**
 * The rates of a file: the European Central Bank's reference rates as it publishes them (CSV or XML), or a list of `base,quote,day,rate` with
 * `source` if wanted. Taken whole or refused in a sentence that names the line and the column.
 */
export function readRates(text: string, fileName: string): RateFile {
  const body = text.replace(/^\uFEFF/, '');
  if (body.trim() === '') throw new AppError('invalid', `${fileName} is empty.`);
  const read = /^\s*</.test(body) ? readEcbXml(body, fileName) : readTable(body, fileName);
  if (read.rates.length === 0) throw new AppError('invalid', `${fileName} holds no rate.`);
  if (read.rates.length > MOST_RATES)
    throw new AppError('invalid', `${fileName} holds more than ${MOST_RATES.toLocaleString('en')} rates. Split it by years.`);
  return read;
}

function readTable(text: string, fileName: string): RateFile {
  const lines = cellsOf(text, fileName);
  const header = (lines[0]?.cells ?? []).map((h) => h.trim());
  if (header[0]?.toLowerCase() === 'date') return readEcbTable(header, lines.slice(1), fileName);
  const lower = header.map((h) => h.toLowerCase());
  const missing = needed.filter((n) => !lower.includes(n));
  if (missing.length > 0)
    throw new AppError(
      'invalid',
      `${fileName} has no column ${missing.map((m) => `"${m}"`).join(', ')}. It needs base, quote, day and rate (and may have source), or is the European Central Bank's file, which begins with Date.`,
    );
  const twice = lower.find((h, i) => h !== '' && lower.indexOf(h) !== i);
  if (twice) throw new AppError('invalid', `${fileName} has the column "${twice}" twice.`);
  return { kind: 'list', rates: lines.slice(1).map(({ line, cells }) => listed(lower, line, cells, fileName)) };
}

function listed(header: readonly string[], line: number, cells: readonly string[], fileName: string): FxRate {
  const at = (column: string): Cell => ({ fileName, line, column, text: (cells[header.indexOf(column)] ?? '').trim() });
  const currency = (column: 'base' | 'quote'): string => {
    const cell = at(column);
    const code = cell.text.toUpperCase();
    return isCurrencyCode(code) ? code : fault(cell, 'is no currency', 'Write its three letters, like USD.');
  };
  const beyond = cells[header.length];
  if (beyond !== undefined)
    fault(
      { fileName, line, column: String(header.length + 1), text: beyond },
      'stands under no column',
      'Is a comma written for a decimal point?',
    );
  const [base, quote] = [currency('base'), currency('quote')];
  if (base === quote) fault(at('quote'), 'is the same currency as base', 'A rate stands between two.');
  const day = days(at('day'));
  const said = header.includes('source') ? at('source').text : '';
  if (said.length > 60) fault(at('source'), 'is longer than 60 characters', 'Shorten it.');
  const source = said.toLowerCase() === CONTRACT ? CONTRACT : said || 'import';
  return { base, quote, day: source === CONTRACT ? `${day.slice(0, 7)}-01` : day, rate: rateOf(at('rate')), source };
}

function cellsOf(text: string, fileName: string): { line: number; cells: string[] }[] {
  const first = text.split(/\r?\n/, 1)[0] ?? '';
  const delimiter = !first.includes(',') && first.includes(';') ? ';' : ',';
  try {
    const rows = parse(text, { delimiter, info: true, relax_column_count: true, skip_empty_lines: true }) as unknown as {
      info: { lines: number };
      record: string[];
    }[];
    return rows.map(({ info, record }) => ({ line: info.lines, cells: record }));
  } catch (e) {
    throw new AppError('invalid', `${fileName} is no CSV: ${e instanceof Error ? e.message : 'unreadable'}`);
  }
}

/** Of rates for the same pair and day the last one counts, as in a file that was added to. */
export const lastOfEach = (rates: readonly FxRate[]): FxRate[] => [
  ...new Map(rates.map((r) => [`${r.base} ${r.quote} ${r.day}`, r])).values(),
];

export const isSameRate = (a: Pick<FxRate, 'rate' | 'source'>, b: Pick<FxRate, 'rate' | 'source'>): boolean =>
  a.source === b.source && new Big(a.rate).eq(b.rate);
