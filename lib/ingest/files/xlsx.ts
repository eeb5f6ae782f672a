import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { Refusal } from '../refusal';
import { inWords, limits } from './limits';
import { columnOf, numberText, type Shown, shownBy } from './xlsx-cells';
import { attributeOf, readXml, type XmlToken } from './xml';

/** The parts of a workbook, each opened as a stream that is watched for what it unpacks to. */
export interface Package {
  names: readonly string[];
  open(name: string): Promise<Readable>;
}

export const isWorkbook = (names: readonly string[]): boolean => names.includes('[Content_Types].xml') && names.includes('xl/workbook.xml');

/** Excel's own limit. */
const ROWS = 1_048_576;
/** Letterheads stand above the headings; no further than this. */
const ABOVE = 30;

interface Workbook {
  texts: string[];
  styles: Shown[];
  is1904: boolean;
  sheets: { title: string; part: string }[];
}

/**
 * Writes the sheet of a workbook that has most rows as CSV, the number of a line being that of its row: what is above the headings and rows
 * without anything in them become blank lines. Formulas give what they were last worked out to.
 */
export async function workbookToCsv(pack: Package, name: string, scratch: string, prefix: string): Promise<{ path: string; name: string }> {
  const book = await workbook(pack, name);
  let best: { path: string; name: string; rows: number } | null = null;
  for (const [i, sheet] of book.sheets.entries()) {
    const to = path.join(scratch, `${prefix}-sheet-${i}.csv`);
    const title = `${name} › ${sheet.title}`;
    const rows = await sheetToCsv(await pack.open(sheet.part), book, title, to);
    if (rows > (best?.rows ?? 0)) {
      if (best) await fs.promises.rm(best.path);
      best = { path: to, name: title, rows };
    } else await fs.promises.rm(to, { force: true });
  }
  if (!best) throw new Refusal(`${name} has no visible sheet with columns: a heading in two cells of a row was expected.`);
  return { path: best.path, name: best.name };
}

async function workbook(pack: Package, name: string): Promise<Workbook> {
  const book: Workbook = { texts: [], styles: [], is1904: false, sheets: [] };
  const wanted: { title: string; id: string }[] = [];
  for await (const token of tokensOf(pack, 'xl/workbook.xml', name)) {
    if (token.kind !== 'open') continue;
    if (token.name === 'workbookPr') book.is1904 = /^(?:1|true)$/.test(attributeOf(token, 'date1904') ?? '');
    if (token.name === 'sheet' && (attributeOf(token, 'state') ?? 'visible') === 'visible')
      wanted.push({ title: attributeOf(token, 'name') ?? `sheet ${wanted.length + 1}`, id: attributeOf(token, 'id') ?? '' });
    if (wanted.length > 100) throw new Refusal(`${name} has more than 100 sheets. Save the one with the bill as a file of its own.`);
  }
  const parts = new Map<string, string>();
  for await (const token of tokensOf(pack, 'xl/_rels/workbook.xml.rels', name))
    if (token.kind === 'open' && token.name === 'Relationship')
      parts.set(attributeOf(token, 'Id') ?? '', path.posix.resolve('/xl', attributeOf(token, 'Target') ?? '').slice(1));
  for (const { title, id } of wanted) {
    const part = parts.get(id);
    if (part?.startsWith('xl/worksheets/') && pack.names.includes(part)) book.sheets.push({ title, part });
  }
  book.styles = await styles(pack, name);
  book.texts = await sharedTexts(pack, name);
  return book;
}

async function* tokensOf(pack: Package, part: string, name: string): AsyncGenerator<XmlToken> {
  if (!pack.names.includes(part)) return;
  for await (const tokens of readXml(await pack.open(part), name)) yield* tokens;
}

async function styles(pack: Package, name: string): Promise<Shown[]> {
  const codes = new Map<number, string>();
  const shown: Shown[] = [];
  let isInCells = false;
  for await (const token of tokensOf(pack, 'xl/styles.xml', name)) {
    if (token.kind === 'text') continue;
    if (token.name === 'cellXfs') isInCells = token.kind === 'open' && !token.isEmpty;
    if (token.kind === 'close') continue;
    if (token.name === 'numFmt') codes.set(Number(attributeOf(token, 'numFmtId')), attributeOf(token, 'formatCode') ?? '');
    if (token.name === 'xf' && isInCells) {
      const id = Number(attributeOf(token, 'numFmtId') ?? 0);
      shown.push(shownBy(id, codes.get(id)));
    }
    if (codes.size + shown.length > 200_000) throw new Refusal(`${name} has more than 200,000 styles: this is no bill.`);
  }
  return shown;
}

/** Texts that cells point to. They are held in memory, so that their size is limited. */
async function sharedTexts(pack: Package, name: string): Promise<string[]> {
  const texts: string[] = [];
  const reader = new TextReader();
  let size = 0;
  for await (const token of tokensOf(pack, 'xl/sharedStrings.xml', name)) {
    reader.take(token);
    if (token.kind === 'text' || token.name !== 'si' || (token.kind === 'open' && !token.isEmpty)) continue;
    const text = reader.end();
    size += text.length + 32;
    if (size > limits.sharedTextBytes)
      throw new Refusal(`${name} holds more than ${inWords(limits.sharedTextBytes)} of texts, the limit of a workbook. Save it as CSV.`);
    texts.push(text);
  }
  return texts;
}

/** The words of a text in runs, without the marks for its pronunciation. */
class TextReader {
  private text = '';
  private isIn = false;
  private phonetic = 0;

  take(token: XmlToken): void {
    if (token.kind === 'text') this.text += this.isIn && this.phonetic === 0 ? token.text : '';
    else if (token.name === 't') this.isIn = token.kind === 'open' && !token.isEmpty;
    else if (token.name === 'rPh' && !(token.kind === 'open' && token.isEmpty)) this.phonetic += token.kind === 'open' ? 1 : -1;
  }

  end(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}

/** How many rows stand below the headings; 0 where there are none. */
async function sheetToCsv(stream: Readable, book: Workbook, name: string, to: string): Promise<number> {
  const out = fs.createWriteStream(to);
  const done = finished(out);
  done.catch(() => {}); // heard at the end
  let [line, width, rows] = [0, 0, 0];
  let block = '';
  const above: { number: number; cells: string[] }[] = [];
  const write = (number: number, cells: readonly string[]) => {
    while (++line < number) block += '\n';
    const filled = cells.findLastIndex((c) => c !== '') + 1;
    if (width === 0) width = filled;
    else if (filled > 0) rows++;
    block += filled === 0 ? '\n' : `${Array.from({ length: Math.max(width, filled) }, (_, i) => csvCell(cells[i] ?? '')).join(',')}\n`;
  };
  const settle = () => {
    const most = Math.max(0, ...above.map((r) => filledIn(r.cells)));
    const head = above.findIndex((r) => filledIn(r.cells) >= Math.max(2, most * 0.6));
    if (head !== -1) for (const { number, cells } of above.slice(head)) write(number, cells);
    above.length = 0;
  };
  for await (const row of rowsOf(stream, book, name)) {
    if (width > 0) write(row.number, row.cells);
    else if (above.push(row) >= ABOVE) settle();
    if (block.length > 65_536) {
      if (!out.write(block)) await Promise.race([once(out, 'drain'), done]);
      block = '';
    }
  }
  settle();
  out.end(block);
  await done;
  return rows;
}

const filledIn = (cells: readonly string[]) => cells.filter((c) => c !== '').length;
/** One row is one line, so that lines can be told. */
const csvCell = (text: string) => {
  const flat = text.replace(/[\r\n]+/g, ' ');
  return /[",]/.test(flat) || flat !== flat.trim() ? `"${flat.replaceAll('"', '""')}"` : flat;
};

interface OpenCell {
  place: number;
  type: string;
  style: number;
  value: string;
}

async function* rowsOf(stream: Readable, book: Workbook, name: string): AsyncGenerator<{ number: number; cells: string[] }> {
  let [number, cells, isValue, next] = [0, [] as string[], false, 0];
  let cell: OpenCell | null = null;
  const inline = new TextReader();
  for await (const tokens of readXml(stream, name))
    for (const token of tokens) {
      if (token.kind === 'text') {
        if (cell && isValue) cell.value += token.text;
        else if (cell) inline.take(token);
        continue;
      }
      const opens = token.kind === 'open';
      if (token.name === 'row') {
        if (opens) {
          number = Math.max(number + 1, Number(attributeOf(token, 'r')) || 0);
          if (number > ROWS) throw new Refusal(`${name} has a row ${number}; a sheet has at most ${ROWS}.`);
          [cells, next] = [[], 0];
        }
        if (!opens || token.isEmpty) yield { number, cells };
      } else if (token.name === 'c' && opens) {
        const place = columnOf(attributeOf(token, 'r') ?? '');
        cell = {
          place: place === -1 ? next : place,
          type: attributeOf(token, 't') ?? 'n',
          style: Number(attributeOf(token, 's') ?? 0),
          value: '',
        };
        next = cell.place + 1;
        if (token.isEmpty) cell = null;
      } else if (token.name === 'c' && cell) {
        const text = textOf(cell, book, inline.end(), name, number);
        if (text !== '' && cell.place >= limits.columns)
          throw new Refusal(`${name}, row ${number}: more than ${limits.columns} columns, the limit.`);
        if (text !== '') {
          while (cells.length < cell.place) cells.push('');
          cells[cell.place] = text;
        }
        cell = null;
      } else if (token.name === 'v') isValue = opens && !token.isEmpty;
      else if (cell) inline.take(token);
    }
}

function textOf({ type, style, value }: OpenCell, book: Workbook, inline: string, name: string, row: number): string {
  if (type === 's') {
    const text = book.texts[Number(value)];
    if (text === undefined)
      throw new Refusal(`${name}, row ${row}: a cell points to a text that the workbook does not hold. It is damaged.`);
    return text;
  }
  if (type === 'inlineStr') return inline;
  if (type === 'b') return value === '1' ? 'true' : 'false';
  if (type === 'd') return value.replace(/T00:00:00(?:\.0+)?Z?$/, '');
  if (type === 'n' && value !== '') return numberText(value, book.styles[style] ?? 'number', book.is1904);
  return value;
}
