import { once } from 'node:events';
import fs from 'node:fs';
import { finished } from 'node:stream/promises';
import Big from 'big.js';
import { isInteger, parse as parseJson } from 'lossless-json';
import { type JsonElement, jsonElements } from './events/json-elements';
import { inWords, limits } from './files/limits';
import type { Reject } from './files/mend';
import type { Member } from './files/unpack';
import { anthropicCostRows, type Grouping } from './providers/anthropic/pages';
import type { DocumentRows } from './providers/document';
import { openAiRows } from './providers/openai/rows';
import { Refusal } from './refusal';

export interface JsonRows {
  /** One JSON list a line: number of the record, its line, its cells in the order of `written`. */
  path: string;
  written: string[];
  rows: number;
  /** The first object of the file: what it is shows there, when its rows are nobody's. */
  first: Fields | null;
  /** Records whose line says where they are; else they are counted through. */
  isOnePerLine: boolean;
  /** Records that are no JSON. */
  rejects: Reject[];
  rejected: number;
}

type Fields = Record<string, unknown>;
const isFields = (v: unknown): v is Fields => typeof v === 'object' && v !== null && !Array.isArray(v);

/**
 * Makes rows out of a JSON file of any size: pages of a costs API, a list of charges (in an array, one a line, or under a name such as `data`).
 * Holds one object at a time. Numbers keep the digits they were written with.
 */
export async function jsonRows(member: Member, to: string): Promise<JsonRows> {
  const out = fs.createWriteStream(to);
  const done = finished(out);
  done.catch(() => {}); // heard at the end
  const places = new Map<string, number>();
  const place = (name: string) => places.get(name) ?? places.set(name, places.size).size - 1;
  const result: JsonRows = { path: to, written: [], rows: 0, first: null, isOnePerLine: true, rejects: [], rejected: 0 };
  const told: Grouping = new Map();
  let [records, lastLine] = [0, 0];
  for await (const elements of jsonElements(member.path, member.name)) {
    let block = '';
    for (const element of elements) {
      const value = parse(element);
      if (typeof value === 'string') {
        if (records === 0) throw new Refusal(`${member.name} is no valid JSON: line ${element.line} ${value}.`);
        records++;
        reject(result, element, value);
        continue;
      }
      result.first ??= value;
      const document = rowsOf(value, member.name, told);
      for (const column of document.columns) place(column);
      for (const { record, cells } of document.rows) {
        const line: (string | null)[] = [String(records + record), String(element.line)];
        for (const [name, value] of Object.entries(cells)) line[place(name) + 2] = value;
        const text = `${JSON.stringify(Array.from(line, (cell) => cell ?? null))}\n`;
        if (text.length > limits.recordBytes) reject(result, element, `is longer than ${inWords(limits.recordBytes)}`);
        else {
          block += text;
          result.rows++;
        }
      }
      if (document.records !== 1 || element.line <= lastLine) result.isOnePerLine = false;
      lastLine = element.line;
      records += document.records;
      if (places.size > limits.columns)
        throw new Refusal(`${member.name}, line ${element.line}: more than ${limits.columns} different fields, the limit.`);
    }
    if (!out.write(block)) await Promise.race([once(out, 'drain'), done]);
  }
  out.end();
  await done;
  result.written = [...places.keys()];
  return result;
}

function reject(result: JsonRows, { line, text }: JsonElement, reason: string): void {
  result.rejected++;
  if (result.rejects.length < limits.rejectRows)
    result.rejects.push({ line, column: null, reason: `the record ${reason}`, original: text.slice(0, 2_000) });
}

const longNumber = /[:[,]\s*(-?[0-9][0-9.]{15,}(?:[eE][+-]?[0-9]+)?)/g;

/** Does JSON.parse keep every digit? It is many times faster, and most numbers are the shortest spelling of what they are. */
const isShort = (text: string): boolean =>
  [...text.matchAll(longNumber)].every(
    ([, number = '']) => /^-?[0-9]+\.?[0-9]*(?:e|$)/i.test(number) && new Big(number).eq(String(Number(number))),
  );

const keep = (v: string) => (isInteger(v) && v.length < 16 ? Number(v) : v);

/** The object of an element, or what is wrong with it. */
function parse({ text }: JsonElement): Fields | string {
  try {
    const value: unknown = isShort(text) ? JSON.parse(text) : parseJson(text, null, keep);
    return isFields(value) ? value : 'is no object with fields';
  } catch (e) {
    return `cannot be read (${(e as Error).message})`;
  }
}

const rowsOf = (document: Fields, name: string, told: Grouping): DocumentRows =>
  openAiRows(document) ??
  anthropicCostRows(document, name, told) ??
  listed(document) ?? { columns: [], records: 1, rows: [{ record: 1, cells: cellsOf(document) }] };

const lists = ['data', 'usageItems', 'items', 'value', 'rows', 'records', 'results'];

/** An answer that holds its charges under one name; what stands beside them holds for each. */
function listed(document: Fields): DocumentRows | null {
  const name = lists.find((l) => Array.isArray(document[l]) && (document[l] as unknown[]).every(isFields));
  if (!name) return null;
  const { [name]: list, ...beside } = document;
  const common = cellsOf(beside);
  const rows = (list as Fields[]).map((item, i) => ({ record: i + 1, cells: { ...common, ...cellsOf(item) } }));
  return { columns: Object.keys(common), records: rows.length, rows };
}

/** `{service: {id: "a"}}` gives `service` and `service.id`: a source may mean the record (tags) or its parts. */
function cellsOf(fields: Fields, prefix = '', depth = 0, into: Record<string, string | null> = {}): Record<string, string | null> {
  for (const [key, value] of Object.entries(fields)) {
    const name = `${prefix}${key}`;
    if (value === null || value === undefined || value === '') into[name] = null;
    else if (typeof value !== 'object') into[name] = String(value);
    else {
      const text = JSON.stringify(value);
      into[name] = text === '{}' || text === '[]' ? null : text;
      if (isFields(value) && depth < 4) cellsOf(value, `${name}.`, depth + 1, into);
    }
  }
  return into;
}
