import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { evenLineEnds, type Place, sampleRecords, scanRecords } from './records';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-records-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function scan(content: string, delimiter = ','): Promise<(Place & { text: string })[]> {
  const file = path.join(folder, 'file.csv');
  fs.writeFileSync(file, content);
  const places: (Place & { text: string })[] = [];
  await scanRecords(file, delimiter, (p) => {
    places.push({ ...p, text: Buffer.from(content).subarray(p.start, p.end).toString() });
    return undefined;
  });
  return places;
}

const aCell = fc.oneof(
  fc.stringMatching(/^[a-z0-9 ]{0,6}$/),
  fc.array(fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', ' '), { maxLength: 6 }).map((c) => c.join('')),
);
const aFile = fc.record({ rows: fc.array(fc.array(aCell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }), end: fc.constantFrom('\n', '\r\n', '\r') });
const written = (cell: string) => (/[",\r\n]/.test(cell) || cell.trim() !== cell || cell === '' ? `"${cell.replaceAll('"', '""')}"` : cell);
const asText = (rows: string[][], end: string) => rows.map((r) => r.map(written).join(',') + end).join('');

describe('records of a CSV file', () => {
  test('each is found with its bytes and its lines, whatever the line ends and whatever stands in quotes', async () => {
    await fc.assert(
      fc.asyncProperty(aFile, fc.boolean(), async ({ rows, end }, bom) => {
        const found = await scan((bom ? '\ufeff' : '') + asText(rows, end));
        expect(found.map((f) => f.text)).toEqual(rows.map((r) => r.map(written).join(',')));
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

  test('blank lines are no records and count as lines; the last line needs no end', async () => {
    expect((await scan('\n\na,b\r\n\r\n1,2\r\r3,4')).map((p) => [p.text, p.line])).toEqual([
      ['a,b', 3],
      ['1,2', 5],
      ['3,4', 7],
    ]);
  });

  test('a quote that is never closed reaches to the end; text behind a quote ends with its line', async () => {
    expect((await scan('a,b\n1,"x\n2,y\n')).map((p) => [p.line, p.lastLine])).toEqual([
      [1, 1],
      [2, 4],
    ]);
    expect((await scan('a,b\n1,"x"y"\n2,y\n')).map((p) => p.line)).toEqual([1, 2, 3]);
  });

  test('uneven line ends become even, and those in quotes stay', async () => {
    await fc.assert(
      fc.asyncProperty(aFile, fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 8, maxLength: 8 }), fc.integer({ min: 1, max: 7 }), async ({ rows }, ends, size) => {
        const mixed = Buffer.from(rows.map((r, i) => r.map(written).join(',') + ends[i]).join(''));
        const chunks = Array.from({ length: Math.ceil(mixed.length / size) }, (_, i) => mixed.subarray(i * size, (i + 1) * size));
        const even = await Readable.from(chunks).pipe(evenLineEnds(',')).toArray();
        expect(Buffer.concat(even).toString()).toBe(asText(rows, '\n'));
      }),
    );
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
});
