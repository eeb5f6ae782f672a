import type { Readable } from 'node:stream';
import { Refusal } from '../refusal';
import { inWords } from './limits';

interface Opening {
  kind: 'open';
  name: string;
  attributes: string;
  isEmpty: boolean;
}
/** What a reader meets in a document, without the prefixes of its namespaces. */
export type XmlToken = Opening | { kind: 'close'; name: string } | { kind: 'text'; text: string };

/** A text or a tag of a worksheet is never so long; a cell of Excel holds 32,767 characters. */
const LONGEST = 1024 ** 2;

/**
 * Reads XML as it comes, holding one tag or text at most. Knows what office programs write and no more: no entities of the document's own, so
 * none that grow, and nothing is fetched.
 */
export async function* readXml(stream: Readable, name: string): AsyncGenerator<XmlToken[]> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  const decoded = (chunk?: Buffer) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      throw new Refusal(`${name} is damaged: its text is not UTF-8.`);
    }
  };
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    const { tokens, used } = scan(rest + decoded(chunk), name);
    rest = used;
    if (rest.length > LONGEST) throw new Refusal(`${name} is damaged: a tag or text in it is longer than ${inWords(LONGEST)}.`);
    if (tokens.length) yield tokens;
  }
  const { tokens, used } = scan(rest + decoded(), name);
  if (used.trim()) throw new Refusal(`${name} is damaged: it ends in the middle.`);
  if (tokens.length) yield tokens;
}

/** Tokens of a piece, and what of it is not yet whole. */
function scan(piece: string, name: string): { tokens: XmlToken[]; used: string } {
  const tokens: XmlToken[] = [];
  let at = 0;
  for (;;) {
    const open = piece.indexOf('<', at);
    if (open === -1) return { tokens, used: piece.slice(at) };
    const end = endOfTag(piece, open, name);
    if (end === -1) return { tokens, used: piece.slice(at) };
    if (open > at) tokens.push({ kind: 'text', text: unescaped(piece.slice(at, open)) });
    const tag = piece.slice(open, end);
    at = end;
    if (tag.startsWith('<![CDATA[')) tokens.push({ kind: 'text', text: tag.slice(9, -3) });
    else if (tag.startsWith('</')) tokens.push({ kind: 'close', name: local(tag.slice(2, -1).trim()) });
    else if (tag[1] !== '?' && tag[1] !== '!') tokens.push(opening(tag));
  }
}

const [DOUBLE, SINGLE, GREATER] = [34, 39, 62];

/** Where the tag that begins here is over, or -1 when that is not in this piece. */
function endOfTag(piece: string, open: number, name: string): number {
  const closedBy = (mark: string) => {
    const end = piece.indexOf(mark, open);
    return end === -1 ? -1 : end + mark.length;
  };
  if (piece.startsWith('<?', open)) return closedBy('?>');
  if (piece.startsWith('<!', open)) {
    if (piece.startsWith('<!--', open)) return closedBy('-->');
    if (piece.startsWith('<![CDATA[', open)) return closedBy(']]>');
    if (piece.length < open + 9) return -1;
    throw new Refusal(`${name} declares entities of its own, which no spreadsheet does. It is not read.`);
  }
  for (let i = open + 1, quote = 0; i < piece.length; i++) {
    const c = piece.charCodeAt(i);
    if (quote) quote = c === quote ? 0 : quote;
    else if (c === DOUBLE || c === SINGLE) quote = c;
    else if (c === GREATER) return i + 1;
  }
  return -1;
}

function opening(tag: string): XmlToken {
  const isEmpty = tag.endsWith('/>');
  const inner = tag.slice(1, isEmpty ? -2 : -1);
  const [own = ''] = /^[^\s/>]+/.exec(inner) ?? [];
  return { kind: 'open', name: local(own), attributes: inner.slice(own.length), isEmpty };
}

/** An attribute of a tag, whatever the prefix of its namespace. */
export function attributeOf({ attributes }: Opening, wanted: string): string | null {
  if (!attributes.includes(wanted)) return null;
  const mark = ` ${wanted}="`; // as nearly all are written
  const at = attributes.indexOf(mark) + mark.length;
  if (at >= mark.length) return unescaped(attributes.slice(at, attributes.indexOf('"', at)));
  for (const [, key = '', a, b] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g))
    if (local(key) === wanted) return unescaped(a ?? b ?? '');
  return null;
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function unescaped(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex, decimal, word) => {
    if (word) return entities[word] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : '\ufffd';
  });
}
