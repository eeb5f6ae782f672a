import fs from 'node:fs';
import { parse } from 'csv-parse';
import { someNames } from '../../core/text/some-names';
import type { UsageEvent } from '../../core/usage/event';
import type { Reject } from '../files/mend';
import { sniffText } from '../files/sniff';
import { type Member, unpack } from '../files/unpack';
import { Refusal } from '../refusal';
import { DERIVED } from './build';
import { eventFormats } from './formats';
import { CoveredSpans, otlpTraces, readSpans } from './formats/otlp';
import { jsonElements } from './json-elements';
import { BadEvent, type EventChoices, type EventFormat, type Fields, isFields } from './types';

/** Some of a file's events, as they are read. `items` are rows or documents. */
export interface EventBatch {
  format: EventFormat;
  member: string;
  events: UsageEvent[];
  skipped: number;
  rejects: Reject[];
  quantities: Record<string, number>;
}

interface Item {
  line: number;
  fields: Fields | null;
  /** As it was written, for the file of rejects; made only when it is needed. */
  original: () => string;
  fault?: string;
}

/** What is known of the items before. */
interface Memory {
  covered: CoveredSpans;
  repeats: Repeats;
}

/** Rows without an id that say the same thing are as many events; the same file read again gives the same ids (`DERIVED` in build.ts). */
class Repeats {
  private readonly seen = new Map<string, number>();

  number(event: UsageEvent): UsageEvent {
    if (!event.id.startsWith(DERIVED)) return event;
    const before = this.seen.get(event.id) ?? 0;
    this.seen.set(event.id, before + 1);
    if (this.seen.size > 1_000_000) this.seen.clear();
    return before === 0 ? event : { ...event, id: `${event.id}-${before + 1}` };
  }
}

/**
 * The usage events of a file: CSV, JSON, JSON lines, each also in gz or zip, in any of the known formats. Yields some at a time, so that a file
 * of any size needs the memory of one batch. An item that cannot be read is a reject with line, column and reason; the rest lands. Throws a
 * Refusal for a file that is nothing known.
 */
export async function* readEvents(
  file: string,
  shownName: string,
  scratch: string,
  choices: EventChoices = {},
): AsyncGenerator<EventBatch> {
  for (const member of await unpack(file, shownName, scratch)) {
    if (member.kind === 'parquet')
      throw new Refusal(`${member.name} is Parquet; usage events are read from CSV, JSON or JSON lines.`, 'format');
    const shape = await sniffText(member);
    const items = shape.json ? jsonItems(member) : csvItems(member, shape.delimiter, shape.skip);
    let format: EventFormat | null = null;
    const memory: Memory = { covered: new CoveredSpans(), repeats: new Repeats() };
    let waiting: Item[] = []; // what came before the first item with fields
    for await (const some of items) {
      const first = some.find((i) => i.fields)?.fields;
      format ??= first ? detectEvents(member.name, first, !shape.json, choices) : null;
      if (format) yield readItems(format, member, waiting.length ? [...waiting, ...some] : some, choices, memory);
      waiting = format ? [] : [...waiting, ...some].slice(0, MOST_WAITING);
    }
    const [unread] = waiting;
    if (unread && shape.json)
      throw new Refusal(
        `${member.name}, line ${unread.line}: ${unread.fault ?? 'this is no object with fields.'} It holds no usage events.`,
        'format',
      );
    if (!format && !shape.json)
      yield {
        format: detectEvents(member.name, Object.fromEntries(shape.header.map((h) => [h, ''])), true, choices),
        member: member.name,
        events: [],
        skipped: 0,
        rejects: [],
        quantities: {},
      };
  }
}

/** What usage is written like, by its fields and never by its name. Throws a Refusal for a stranger. */
function detectEvents(name: string, first: Fields, isCsv: boolean, { format: chosen, startDate }: EventChoices): EventFormat {
  const found = chosen ? eventFormats.find((f) => f.id === chosen) : eventFormats.find((f) => f.recognise(first, isCsv));
  if (chosen && !found)
    throw new Refusal(`There is no event format "${chosen}". Formats: ${eventFormats.map((f) => f.id).join(', ')}.`, 'format');
  if (!found) {
    throw new Refusal(
      `${name}: no kind of usage known here has these fields (${someNames(Object.keys(first))}). Known are ${eventFormats.map((f) => f.title).join(', ')}. A bill is loaded with "headroom import".`,
      'format',
    );
  }
  if (found.id === 'burstgpt' && !startDate)
    throw new Refusal(`${name} counts seconds from a start that it does not name. Say the first day: --start-date 2026-11-01.`, 'format');
  return found;
}

function readItems(
  format: EventFormat,
  member: Member,
  items: readonly Item[],
  choices: EventChoices,
  { covered, repeats }: Memory,
): EventBatch {
  const batch: EventBatch = { format, member: member.name, events: [], skipped: 0, rejects: [], quantities: {} };
  for (const item of items) {
    try {
      if (!item.fields) throw new BadEvent(null, item.fault ?? 'This is no object with fields.');
      const read = format === otlpTraces ? readSpans(item.fields, choices, covered) : format.read(item.fields, choices);
      for (const event of read.events) batch.events.push(repeats.number(event));
      batch.skipped += read.skipped;
      for (const [name, n] of Object.entries(read.quantities ?? {})) batch.quantities[name] = (batch.quantities[name] ?? 0) + n;
    } catch (e) {
      if (!(e instanceof BadEvent)) throw e;
      batch.rejects.push({ line: item.line, column: e.column, reason: e.message, original: masked(item.original()).slice(0, 4096) });
    }
  }
  return batch;
}

async function* jsonItems(member: Member): AsyncGenerator<Item[]> {
  for await (const elements of jsonElements(member.path, member.name))
    yield elements.map(({ line, text }) => {
      try {
        const fields: unknown = JSON.parse(text);
        return { line, fields: isFields(fields) ? fields : null, original: () => withoutProse(text) };
      } catch (e) {
        return { line, fields: null, fault: `This is no valid JSON: ${(e as Error).message}`, original: () => '' };
      }
    });
}

/** Prompts and answers do not come back in a file of rejects, nor do attributes of a span that are text: any of them may be one. */
function withoutProse(text: string): string {
  return JSON.stringify(JSON.parse(text), (key, value) => {
    if (/^(?:messages|response|input|output|prompt|completion|content|proxy_server_request)$/.test(key)) return undefined;
    return isFields(value) && typeof value.key === 'string' && isFields(value.value) && !isCount(value.value) ? { key: value.key } : value;
  });
}

const isCount = (value: Fields): boolean => Object.keys(value).every((k) => /^(?:int|double|bool)_?value$/i.test(k));

/** E-mail addresses and keys of a reject: that they were there is enough to know. */
const masked = (original: string): string =>
  original
    .replace(/[^\s"',;:<>|@]+@[^\s"',;:<>|@]+\.[a-z]{2,}/gi, '(e-mail)')
    .replace(/\b(?:sk-|AKIA|AIza|xai-|gsk_|pplx-|hf_)[\w-]{8,}/g, '(key)');

/** A file whose first so many items are nothing is refused, or its good ones come with so many rejects. */
const MOST_WAITING = 10_000;
const CSV_BATCH = 500;
const prose = new Set(['messages', 'response', 'proxy_server_request']);

async function* csvItems(member: Member, delimiter: string, skip: number): AsyncGenerator<Item[]> {
  const faults: Item[] = [];
  const parser = fs.createReadStream(member.path).pipe(
    parse({
      bom: true,
      columns: true,
      delimiter,
      info: true,
      from_line: skip + 1,
      skip_empty_lines: true,
      skip_records_with_error: true,
      max_record_size: 8 * 1024 ** 2,
      on_skip: (error) => {
        faults.push({
          line: Number(error?.lines ?? 0),
          fields: null,
          fault: `${error?.message ?? 'This row cannot be read'}.`,
          original: () => '',
        });
        return undefined;
      },
    }),
  );
  let some: Item[] = [];
  for await (const { record, info } of parser as AsyncIterable<{ record: Record<string, string>; info: { lines: number } }>) {
    some.push({
      line: info.lines,
      fields: record,
      original: () =>
        Object.entries(record)
          .map(([k, v]) => (prose.has(k) ? '' : v))
          .join(delimiter),
    });
    if (some.length < CSV_BATCH) continue;
    yield [...faults.splice(0), ...some];
    some = [];
  }
  yield [...faults.splice(0), ...some];
}
