import { parse } from 'csv-parse/sync';
import { AppError } from '../app-error';
import { readText, sentenceOf } from '../input/fields';
import { cardIdentity, isOffScale, ownCard, PriceRow, ratePerMillion } from './own-price';
import type { PriceBand, RateCard } from './types';

/** Columns of a price file; the last five may be left out or empty. */
const priceColumns = [
  'model',
  'channel',
  'kind',
  'price',
  'per',
  'currency',
  'tier',
  'region',
  'deployment',
  'valid_from',
  'valid_to',
  'above',
] as const;

interface Line {
  row: PriceRow;
  /** `line 4` of a CSV, `row 3` of JSON. */
  place: string;
}

export interface ReadPrices {
  cards: RateCard[];
  /** Prices that no token costs, in words: to be confirmed. */
  offScale: string[];
}

/** Own prices of a CSV or JSON file, one line for each kind of token. Throws `invalid` naming file, line and column. */
export function readPrices(
  text: string,
  fileName: string,
  naming: (model: string) => { model: string; vendor: string | null },
): ReadPrices {
  const isJson = /^\uFEFF?\s*[[{]/.test(text);
  const lines = isJson ? readJson(text.replace(/^\uFEFF/, ''), fileName) : readCsv(text, fileName);
  if (!lines.length) throw new AppError('invalid', `${fileName} holds no prices.`);
  const groups = new Map<string, { card: RateCard; bands: Map<number, PriceBand>; first: Line }>();
  const offScale: string[] = [];
  for (const line of lines) {
    const { row, place } = line;
    const { model, vendor } = naming(row.model);
    const card = ownCard({ ...row, model }, vendor, []);
    const there = groups.get(cardIdentity(card)) ?? { card, bands: new Map<number, PriceBand>(), first: line };
    groups.set(cardIdentity(card), there);
    if (there.card.currency !== card.currency || there.card.validTo !== card.validTo)
      throw new AppError('invalid', `${fileName}, ${place}: ${row.model} has another currency or valid_to than in ${there.first.place}.`);
    const band = there.bands.get(row.above) ?? { above: row.above, rates: {} };
    if (band.rates[row.kind] !== undefined)
      throw new AppError('invalid', `${fileName}, ${place}, column kind: ${row.model} has a price for ${row.kind} already.`);
    const rate = ratePerMillion(row.price, row.per);
    if (isOffScale(rate))
      offScale.push(`${place}: ${row.model}, ${row.kind}, ${row.price} ${row.currency} per ${row.per} is ${rate} per 1M`);
    there.bands.set(row.above, { above: row.above, rates: { ...band.rates, [row.kind]: rate } });
  }
  const cards = [...groups.values()].map(({ card, bands, first }) =>
    ownCard({ ...first.row, model: card.model }, card.vendor, [...bands.values()]),
  );
  return { cards, offScale };
}

function readCsv(text: string, fileName: string): Line[] {
  let rows: { record: Record<string, string>; info: { lines: number } }[] = [];
  try {
    rows = parse(text, {
      bom: true,
      columns: (h: string[]) => h.map((c) => c.trim().toLowerCase().replaceAll(' ', '_')),
      info: true,
      delimiter: [',', ';'],
      skip_empty_lines: true,
      trim: true,
    }) as never;
  } catch (e) {
    throw new AppError('invalid', `${fileName}: ${e instanceof Error ? e.message : 'is no CSV'}.`);
  }
  const header = Object.keys(rows[0]?.record ?? {});
  const unknown = header.find((c) => !(priceColumns as readonly string[]).includes(c));
  if (unknown !== undefined)
    throw new AppError('invalid', `${fileName}, line 1: there is no column "${unknown}". Known: ${priceColumns.join(', ')}.`);
  return rows.map(({ record, info }) => {
    const cells = Object.fromEntries(Object.entries(record).filter(([, cell]) => cell !== ''));
    return { row: readRow(cells, fileName, `line ${info.lines}`, header), place: `line ${info.lines}` };
  });
}

function readJson(text: string, fileName: string): Line[] {
  const json = readText(text, fileName);
  const rows = Array.isArray(json) ? json : typeof json === 'object' && json !== null && 'prices' in json ? json.prices : null;
  if (!Array.isArray(rows)) throw new AppError('invalid', `${fileName}: there is no list of prices.`);
  return rows.map((row, index) => ({ row: readRow(row, fileName, `row ${index + 1}`), place: `row ${index + 1}` }));
}

function readRow(input: unknown, fileName: string, place: string, header?: readonly string[]): PriceRow {
  const read = PriceRow.safeParse(input, { reportInput: true });
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  const column = header?.indexOf(String(issue?.path[0])) ?? -1;
  const where = column >= 0 ? `, column ${column + 1}` : '';
  throw new AppError('invalid', `${fileName}, ${place}${where}: ${sentenceOf(issue)}`);
}
