import { Refusal } from '../refusal';
import { inWords, limits } from './limits';
import { sampleRecords } from './records';
import { firstBytes, type Member } from './unpack';

/** How a CSV file is written, told from its first megabyte. */
export interface CsvShape {
  delimiter: string;
  header: string[];
  /** Fields of every record seen, when all are shorter than the header by the same number; else the header's length. */
  fields: number;
  /** Blank or comment lines before the header. */
  skip: number;
  /** What ends the header; a file that mixes line ends is made even before it is read. */
  lineEnd: '\n' | '\r\n' | '\r';
}

const SAMPLE = 1024 ** 2;

export async function sniffText(member: Member): Promise<{ json: true } | ({ json: false } & CsvShape)> {
  const head = await firstBytes(member.path, SAMPLE);
  const { name } = member;
  if (head[0] === 0xff && head[1] === 0xfe) throw new Refusal(`${name} is UTF-16. Save it as "CSV UTF-8" and upload it again.`);
  if (head[0] === 0xfe && head[1] === 0xff) throw new Refusal(`${name} is UTF-16. Save it as "CSV UTF-8" and upload it again.`);
  if (head.includes(0))
    throw new Refusal(
      `${name} is no text file: it holds binary data. Formats understood: CSV, XLSX, JSON, Parquet, each also in gz or zip.`,
    );
  const whole = head.length < SAMPLE;
  const text = head.toString('utf8').replace(/^\ufeff/, '');
  if (!text.trim()) throw new Refusal(`${name} is empty.`);
  if (/^\s*[[{]/.test(text)) return { json: true };
  return { json: false, ...sniffCsv(name, text, whole) };
}

function sniffCsv(name: string, text: string, whole: boolean): CsvShape {
  const start = text.search(/[^\r\n]/);
  const skip = text.slice(0, start).split(/\r\n|\n|\r/).length - 1;
  const body = text.slice(start);
  const firstLine = body.split(/\r\n|\n|\r/, 1)[0] ?? '';
  if (!whole && firstLine.length >= body.length)
    throw new Refusal(`${name}, line ${skip + 1}: the first line is longer than ${inWords(SAMPLE)}; a header was expected.`);
  const delimiter = [',', ';', '\t', '|'].map((d) => [d, firstLine.split(d).length] as const).sort((a, b) => b[1] - a[1])[0]?.[0] ?? ',';
  const { records, lineEnd } = sampleRecords(body, delimiter, { whole, limit: 400 });
  const header = records[0] ?? [];
  if (header.length < 2)
    throw new Refusal(`${name}, line ${skip + 1}: no columns found. Expected a header with names separated by comma, semicolon or tab.`);
  if (header.length > limits.columns)
    throw new Refusal(`${name}, line ${skip + 1}: ${header.length} columns; the limit is ${limits.columns}.`);
  const lengths = new Set(records.slice(1).map((r) => r.length));
  const only = lengths.size === 1 ? [...lengths][0] : undefined;
  return {
    delimiter,
    header,
    fields: only && only < header.length && only > header.length / 2 && records.length > 4 ? only : header.length,
    skip,
    lineEnd,
  };
}
