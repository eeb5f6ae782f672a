// What happens to bills on their way: editors, spreadsheets, half downloads, attackers. Each mutation is bytes in, bytes out, and depends on nothing
// but its numbers, so that a seed repeats it.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { zipOf } from '../../lib/services/imports/zip.fixture';

export type Mutation = (bytes: Buffer) => Buffer;

const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (bytes: Buffer, where: number): number => Math.min(bytes.length, Math.floor(where * (bytes.length + 1)));

/** Cells that a column of amounts, days or names has been seen with, or that a program reads as something else. */
const cells = [
  ...['', ' ', '-', '--', '0', '-0', '+1', '1.', '.5', '1,5', '1.234,56', '1 234.56', '1e5', '1e400', '-1e-400', 'NaN', 'Infinity', '-inf', '0x1F', '٣'],
  ...['99999999999999999999999999999999999999999', '0.00000000000000000000000000000000000000001', '$5', '5 EUR', '(5.00)', '5-', "'5", '=1+1', '@SUM(A1)'],
  ...['2026-13-45', '0000-00-00', '9999-12-31', '31/12/2026', '12/31/26', '2026-08-03T25:61:61Z', '2026-08-03T00:00:00+99:00', '45521', '1785888000', 'yesterday'],
  ...['null', 'NULL', 'N/A', 'undefined', 'true', '[]', '{}', '{"a":', '"', '""', '"""', "'", '\\', '\\N', ';', '|', '\t', '\u0000', '\ufeff', '\u202e', '\u2028'],
  ...['../../etc/passwd', "'); drop table charge; --", '<script>', 'ß'.repeat(3), '💸', 'x'.repeat(70_000), '{"team":{"a":[1,2,{"b":null}]}}', 'EURO', 'usd', 'XXX'],
]; // biome-ignore format: lists

const splitAt = (bytes: Buffer, separator: string) => bytes.toString('latin1').split(separator);
const joined = (parts: readonly string[], separator: string) => Buffer.from(parts.join(separator), 'latin1');

/** One cell of one line becomes another. */
const cell = fc.tuple(place, place, fc.constantFrom(...cells)).map(
  ([row, column, value]): Mutation =>
    (bytes) => {
      const lines = splitAt(bytes, '\n');
      const n = Math.min(lines.length - 1, Math.floor(row * lines.length));
      const line = lines[n] ?? '';
      const mark = line.includes('\t') ? '\t' : line.includes(';') && !line.includes(',') ? ';' : ',';
      const fields = line.split(mark);
      fields[Math.min(fields.length - 1, Math.floor(column * fields.length))] = Buffer.from(value).toString('latin1');
      lines[n] = fields.join(mark);
      return joined(lines, '\n');
    },
);

/** A whole column of the header is called otherwise, twice the same, or is gone. */
const header = fc.tuple(place, place, fc.constantFrom('rename', 'repeat', 'drop', 'case', 'blank')).map(([one, other, how]): Mutation => (bytes) => {
  const [first = '', ...rest] = splitAt(bytes, '\n');
  const names = first.split(',');
  const n = Math.min(names.length - 1, Math.floor(one * names.length));
  const m = Math.min(names.length - 1, Math.floor(other * names.length));
  if (how === 'rename') names[n] = 'something_else';
  if (how === 'repeat') names[n] = names[m] ?? '';
  if (how === 'drop') names.splice(n, 1);
  if (how === 'case') names[n] = (names[n] ?? '').toUpperCase();
  if (how === 'blank') names[n] = '';
  return joined([names.join(','), ...rest], '\n');
}); // biome-ignore format: one thought a line

const line = fc.tuple(place, fc.constantFrom('drop', 'repeat', 'swap', 'blank', 'header')).map(([where, how]): Mutation => (bytes) => {
  const lines = splitAt(bytes, '\n');
  const n = Math.min(lines.length - 1, Math.floor(where * lines.length));
  const own = lines[n] ?? '';
  if (how === 'drop') lines.splice(n, 1);
  if (how === 'repeat') lines.splice(n, 0, own);
  if (how === 'swap') lines.splice(n, 1, ...[lines[n + 1] ?? '', own]);
  if (how === 'blank') lines.splice(n, 0, '', '   ');
  if (how === 'header') lines.splice(n, 0, lines[0] ?? '');
  return joined(lines, '\n');
}); // biome-ignore format: one thought a line

const bytesAt = fc.tuple(place, fc.uint8Array({ minLength: 1, maxLength: 6 })).map(
  ([where, put]): Mutation =>
    (bytes) => {
      const n = at(bytes, where);
      return Buffer.concat([bytes.subarray(0, n), put, bytes.subarray(n + put.length)]);
    },
);
const inserted = fc.tuple(place, fc.constantFrom('"', '""', '\r', '\0', '\n', '\ufeff', '{', '}', ']', '\\', 'é')).map(
  ([where, text]): Mutation =>
    (bytes) => {
      const n = at(bytes, where);
      return Buffer.concat([bytes.subarray(0, n), Buffer.from(text), bytes.subarray(n)]);
    },
);
const cut = fc.tuple(place, place).map(
  ([a, b]): Mutation =>
    (bytes) => {
      const [from, to] = [at(bytes, Math.min(a, b)), at(bytes, Math.max(a, b))];
      return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
    },
);
const ended = place.map(
  (where): Mutation =>
    (bytes) =>
      bytes.subarray(0, at(bytes, where)),
);

const latin1 = (change: (text: string) => string): Mutation => (bytes) => Buffer.from(change(bytes.toString('latin1')), 'latin1'); // biome-ignore format: one thought
const written = fc.constantFrom<Mutation>(
  (bytes) => Buffer.concat([Buffer.from('\ufeff'), bytes]),
  (bytes) => Buffer.from(bytes.toString('utf8'), 'utf16le'),
  (bytes) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(bytes.toString('utf8'), 'utf16le')]),
  latin1((text) => text.replaceAll('\n', '\r\n')),
  latin1((text) => text.replaceAll('\n', '\r')),
  latin1((text) => text.replaceAll(',', ';')),
  latin1((text) => text.replaceAll(',', '\t')),
  latin1((text) => text.replaceAll('"', "'")),
  latin1((text) => text.replaceAll('.', ',')),
  latin1((text) => `${'[{"a":'.repeat(2_000)}${text}`),
  latin1((text) => `sep=,\n${text}`),
  latin1((text) => `Report of August\n\n${text}`),
  latin1((text) => `${text}\nTotal,,,,,123.45`),
  latin1((text) => text + text),
  latin1((text) => text.trimEnd()),
);

const packed = fc.constantFrom<Mutation>(
  (bytes) => gzipSync(bytes),
  (bytes) => gzipSync(bytes).subarray(0, -9),
  (bytes) => zipOf({ name: 'bill.csv', data: bytes }),
  (bytes) => zipOf({ name: 'a.csv', data: bytes }, { name: 'b.csv', data: bytes.subarray(0, Math.floor(bytes.length / 2)) }),
  (bytes) => zipOf({ name: '../../bill.csv', data: bytes }),
  (bytes) => zipOf({ name: 'bill.csv', data: bytes, claimedSize: 5 }),
  (bytes) => zipOf({ name: 'bill.csv.gz', data: gzipSync(bytes) }),
  (bytes) => zipOf({ name: 'inner.zip', data: zipOf({ name: 'bill.csv', data: bytes }) }),
);

const content = fc.oneof(
  { weight: 8, arbitrary: cell },
  { weight: 3, arbitrary: header },
  { weight: 2, arbitrary: line },
  { weight: 2, arbitrary: bytesAt },
  { weight: 2, arbitrary: inserted },
  { weight: 1, arbitrary: cut },
  { weight: 1, arbitrary: ended },
  { weight: 2, arbitrary: written },
);

/** What happened to one bill: one to four changes, and sometimes it is packed, and the pack damaged. */
export const mutations = fc
  .tuple(
    fc.array(content, { minLength: 1, maxLength: 4 }),
    fc.option(packed, { freq: 8, nil: null }),
    fc.option(fc.oneof(bytesAt, ended), { freq: 30, nil: null }),
  )
  .map(([changes, pack, damage]): Mutation[] => [...changes, ...[pack, damage].flatMap((m) => m ?? [])]);

/** Names say nothing about a file, and are as hostile as it is. */
export const names = fc.constantFrom(
  'bill.csv',
  'bill.json',
  'bill',
  'bill[1].csv',
  'Rechnung ä.csv',
  "o'brien.csv",
  'a b;c.parquet',
  '%s.csv',
  '-rf.csv',
  'manifest.json.csv',
);
