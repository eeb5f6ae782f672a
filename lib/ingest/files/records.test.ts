import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { LineMap } from './line-map';
import { mend } from './mend';
import { type CsvRecord, countLines, readRecords, sampleRecords } from './records';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-records-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

function write(content: string | Buffer): string {
  const file = path.join(folder, 'file.csv');
  fs.writeFileSync(file, content);
  return file;
}

async function scan(content: string): Promise<(CsvRecord & { text: string })[]> {
  const found: (CsvRecord & { text: string })[] = [];
  for await (const records of readRecords(write(content), ',')) found.push(...records.map((r) => ({ ...r, text: String(r.bytes) })));
  return found;
}

const aCell = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ]{0,6}$/),
  fc.array(fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', ' '), { maxLength: 6 }).map((c) => c.join('')),
);
const aFile = fc.record({
  rows: fc.array(fc.array(aCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
  end: fc.constantFrom('\n', '\r\n', '\r'),
});
const written = (cell: string) => (/[",\r\n]/.test(cell) || cell.trim() !== cell || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell);
const asText = (rows: string[][], end: string) => rows.map((r) => r.map(written).join(',') + end).join('');

describe('records of a CSV file', () => {
  test('each is found with its text, its cells and its lines, whatever the line ends and whatever stands in quotes', async () => {
    await fc.assert(
      fc.asyncProperty(aFile, fc.boolean(), async ({ rows, end }, bom) => {
        const found = await scan((bom ? '\ufeff' : '') + asText(rows, end));
        expect(found.map((f) => f.text)).toEqual(rows.map((r) => r.map(written).join(',')));
        expect(found.map((f) => f.fields)).toEqual(rows.map((r) => r.length));
        let line = 1;
        for (const [i, r] of rows.entries()) {
          expect(found[i]?.line).toBe(line);
          line += r.join('').split('\n').length;
          expect(found[i]?.lastLine).toBe(line - 1);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a record that crosses the pieces in which a file is read stays whole', async () => {
    const cell = 'x'.repeat(700_000);
    const found = await scan(`a,b\n${`"${cell}\n",1\n`.repeat(5)}`);
    expect(found.map((f) => [f.line, f.fields, f.text.length])).toEqual([
      [1, 2, 3],
      ...[2, 4, 6, 8, 10].map((l) => [l, 2, cell.length + 5]),
    ]);
  });

  test('blank lines are no records and count as lines; the last line needs no end', async () => {
    expect((await scan('\n\na,b\r\n\r\n1,2\r\r3,4')).map((p) => [p.text, p.line])).toEqual([
      ['a,b', 3],
      ['1,2', 5],
      ['3,4', 7],
    ]);
  });

  test('a quote that is never closed reaches to the end; text behind a quote ends with its line', async () => {
    expect((await scan('a,b\n1,"x\n2,y\n')).map((p) => [p.line, p.lastLine, p.fault])).toEqual([
      [1, 1, null],
      [2, 4, 'open'],
    ]);
    expect((await scan('a,b\n1,"x"y"\n2,y\n')).map((p) => [p.line, p.fault])).toEqual([
      [1, null],
      [2, 'behind'],
      [3, null],
    ]);
  });

  test('a sample gives the cells, and leaves out what is cut off', () => {
    fc.assert(
      fc.property(aFile, ({ rows, end }) => {
        const cells = rows.map((r) => r.map((c) => c.trim()));
        expect(sampleRecords(asText(rows, end), ',', { whole: true, limit: 99 })).toEqual({ records: cells, lineEnd: end });
      }),
    );
    expect(sampleRecords('a,b\n1,"x\ny', ',', { whole: false, limit: 99 }).records).toEqual([['a', 'b']]);
  });

  test('lines are counted, also the last one without an end', async () => {
    expect(await countLines(write('a\nb\nc\n'))).toBe(3);
    expect(await countLines(write('a\r\nb\r\nc'))).toBe(3);
    expect(await countLines(write('a\rb\rc'), 13)).toBe(3);
  });
});

describe('mending', () => {
  const shape = { delimiter: ',', header: ['a', 'b'], fields: 2, skip: 0, lineEnd: '\n' as const };

  test('keeps the whole rows under even line ends, remembers their lines and says what was wrong with the others', async () => {
    const content = Buffer.concat([
      Buffer.from('a,b\r\n1,2\n3\r4,5,6\n\n"x\r\ny",7\n'),
      Buffer.from([0xff]),
      Buffer.from(',8\n"9"9,1\n10,11,\n12,"13\n'),
    ]);
    const to = path.join(folder, 'mended.csv');
    const mended = await mend(write(content), 'bill.csv', shape, to);
    expect(fs.readFileSync(to, 'utf8')).toBe('a,b\n1,2\n"x\r\ny",7\n10,11,\n');
    expect([0, 1, 2].map((row) => mended.lines.lineOf(row))).toEqual([2, 6, 10]);
    expect(mended.count).toBe(5);
    expect(mended.rejects.map((r) => [r.line, r.reason, r.original])).toEqual([
      [3, '1 field, header has 2', '3'],
      [4, '3 fields, header has 2', '4,5,6'],
      [8, 'not valid UTF-8', '\ufffd,8'],
      [9, 'text follows a closing quote', '"9"9,1'],
      [11, 'a quote is opened and not closed', '12,"13\n'],
    ]);
  });

  test('refuses a file whose rows an open quote swallows', async () => {
    await expect(mend(write('a,b\n1,2\n3,"4\n5,6\n7,8\n'), 'bill.csv', shape, path.join(folder, 'mended.csv'))).rejects.toThrow(
      'bill.csv, line 3: a quote is opened here and never closed',
    );
  });
});

test('a line map gives back every line it was told, and is short where lines run on', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(steps, (gaps) => {
      const map = new LineMap();
      const lines = gaps.map((_, i) => gaps.slice(0, i + 1).reduce((a, b) => a + b, 1));
      for (const [row, line] of lines.entries()) map.add(row, line);
      expect(lines.map((_, row) => map.lineOf(row))).toEqual(lines);
      expect([...map.steps()].length).toBeLessThanOrEqual(1 + gaps.slice(1).filter((g) => g !== 1).length);
    }),
  );
});
