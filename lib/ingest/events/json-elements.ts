import fs from 'node:fs';
import { inWords, limits } from '../files/limits';
import { firstBytes } from '../files/unpack';
import { Refusal } from '../refusal';

/** Small, so that whoever writes what was read is heard between two chunks. */
const CHUNK = 256 * 1024;
const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, LF, COMMA, SPACE] = [34, 92, 123, 125, 91, 93, 10, 44, 32];

export interface JsonElement {
  /** The line of the file on which it begins, from 1. */
  line: number;
  text: string;
}

/**
 * The objects of a JSON file one by one: the elements of a list, or documents that follow each other, one a line or not. Finds where each ends
 * by its brackets and leaves the parsing to JSON.parse, so a list of gigabytes needs the memory of one element. What stands among them and is no
 * object comes as `null`, so that it is not lost silently. Throws a Refusal where the file ends inside an element, or one is larger than a JSON
 * document may be.
 */
export async function* jsonElements(file: string, name: string): AsyncGenerator<JsonElement[]> {
  if (await isOnePerLine(file)) yield* jsonLines(file, name);
  else yield* bracketed(file, name);
}

/** Does the first line hold a whole object? */
async function isOnePerLine(file: string): Promise<boolean> {
  const head = (await firstBytes(file, 1024 ** 2)).toString('utf8').replace(/^\ufeff/, '');
  const end = head.indexOf('\n');
  if (!/^\{[^\n]*\n\s*\{/.test(head)) return false; // a document over several lines ends where its brackets do
  try {
    JSON.parse(head.slice(0, end));
    return true;
  } catch {
    return false;
  }
}

/** One object a line, which needs no look at each byte. A line that is none is for the reader to refuse. */
async function* jsonLines(file: string, name: string): AsyncGenerator<JsonElement[]> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of fs.createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    const found: JsonElement[] = [];
    let from = 0;
    for (let end = bytes.indexOf(LF); end >= 0; end = bytes.indexOf(LF, from)) {
      const text = bytes.toString('utf8', from, end).trim();
      if (text) found.push({ line, text: text.replace(/^\ufeff/, '') });
      line++;
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > limits.jsonBytes) throw tooLarge(name, line);
    if (found.length) yield found;
  }
  const text = rest.toString('utf8').trim();
  if (text) yield [{ line, text }];
}

const tooLarge = (name: string, line: number) =>
  new Refusal(`${name}, line ${line}: one JSON object is larger than ${inWords(limits.jsonBytes)}. Write one object a line, or a list.`);

async function* bracketed(file: string, name: string): AsyncGenerator<JsonElement[]> {
  let [depth, isText, isEscaped, line, startLine, hasStray] = [0, false, false, 1, 1, false];
  let base = -1; // depth at which elements lie: 0 for documents in a row, 1 inside a list
  let held: Buffer[] = [];
  let heldBytes = 0;
  for await (const chunk of fs.createReadStream(file, { highWaterMark: CHUNK }) as AsyncIterable<Buffer>) {
    const found: JsonElement[] = [];
    let from = held.length ? 0 : -1;
    const stray = () => {
      if (!hasStray) found.push({ line, text: 'null' });
      hasStray = true;
    };
    for (let i = 0; i < chunk.length; i++) {
      const byte = chunk[i] as number;
      if (isText) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isText = false;
        else if (byte === LF) line++;
        continue;
      }
      if (depth === base && byte === COMMA) hasStray = false;
      if (byte === QUOTE) {
        if (depth === base) stray();
        isText = true;
      } else if (byte === LF) line++;
      else if (byte === OPEN || byte === OPEN_LIST) {
        if (base < 0) base = byte === OPEN_LIST ? 1 : 0;
        else if (depth === base && byte === OPEN_LIST) stray();
        if (depth === base && byte === OPEN) [from, startLine, hasStray] = [i, line, false];
        depth++;
      } else if (byte === CLOSE || byte === CLOSE_LIST) {
        depth--;
        if (depth === base && byte === CLOSE && from >= 0) {
          held.push(chunk.subarray(from, i + 1));
          found.push({ line: startLine, text: Buffer.concat(held).toString('utf8') });
          [held, heldBytes, from] = [[], 0, -1];
        }
      } else if (depth === base && byte > SPACE && byte !== COMMA) stray();
    }
    if (from >= 0) {
      held.push(chunk.subarray(from));
      heldBytes += chunk.length - from;
      if (heldBytes > limits.jsonBytes) throw tooLarge(name, startLine);
    }
    if (found.length) yield found;
  }
  if (depth !== 0 || isText)
    throw new Refusal(
      `${name} is no valid JSON: it ends in the middle of what begins on line ${startLine}. It may be cut off: fetch it again.`,
    );
  if (base < 0) throw new Refusal(`${name} holds no JSON object.`);
}
