import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { workbookOf } from '../../services/imports/mappings/workbook.fixture';
import { zipOf } from '../../services/imports/zip.fixture';
import { unpack } from './unpack';
import { columnOf, numberText, shownBy } from './xlsx-cells';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'xlsx-'));
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
let n = 0;

async function read(book: Buffer): Promise<{ name: string; text: string }> {
  const scratch = path.join(folder, String(n++));
  fs.mkdirSync(scratch);
  const file = path.join(scratch, 'upload');
  fs.writeFileSync(file, book);
  const members = await unpack(file, 'bill.xlsx', scratch);
  expect(members).toHaveLength(1);
  return { name: members[0]?.name ?? '', text: fs.readFileSync(members[0]?.path ?? '', 'utf8') };
}

const parts = (sheet: string, more: { name: string; data: string }[] = []) =>
  zipOf(
    { name: '[Content_Types].xml', data: '<Types/>' },
    { name: 'xl/workbook.xml', data: '<x:workbook xmlns:x="x"><x:sheets><x:sheet name="A &amp; B" r:id="r1"/></x:sheets></x:workbook>' },
    { name: 'xl/_rels/workbook.xml.rels', data: '<Relationships><Relationship Target="/xl/worksheets/s.xml" Id="r1"/></Relationships>' },
    { name: 'xl/worksheets/s.xml', data: sheet },
    ...more,
  );
const sheet = (rows: string) => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

test('a workbook of another program is read: texts, numbers, days, truths and blanks', async () => {
  const day = new Date('2026-02-13T00:00:00Z');
  const book = await writeXlsxFile(
    [
      [{ value: 'Day' }, { value: 'Service' }, { value: 'Cost' }, { value: 'Paid' }],
      [
        { value: day, type: Date, format: 'dd.mm.yyyy' },
        { value: 'Search, "fast"\nand good' },
        { value: 1.1 },
        { value: true, type: Boolean },
      ],
      [{ value: day, type: Date, format: 'yyyy-mm-dd' }, null, { value: -0.00000012 }, null],
    ],
    { buffer: true } as never,
  );
  const bytes = Buffer.isBuffer(book) ? book : await (book as unknown as { toBuffer(): Promise<Buffer> }).toBuffer();
  const { text } = await read(bytes);
  const [header, first, second] = text.split('\n');
  expect(header).toBe('Day,Service,Cost,Paid');
  expect(first).toBe('2026-02-13,"Search, ""fast"" and good",1.1,true');
  expect(second).toMatch(/^2026-02-13,,-(0\.00000012|1\.2e-7),$/i);
});

test('lines are the numbers of the rows; what is above the headings and rows without anything are blank', async () => {
  const { name, text } = await read(
    workbookOf({
      Cover: { 1: ['Invoice', 'R-1'], 2: ['Month', 'February'] },
      Details: {
        2: ['Example Ltd'],
        4: ['Day', 'Cost', 'Service'],
        5: [{ date: 46_056 }, 1.1000000000000001, null],
        8: [null, 2, 'x'],
        9: [null],
      },
    }),
  );
  expect(name).toBe('bill.xlsx › Details');
  expect(text).toBe('\n\n\nDay,Cost,Service\n2026-02-03,1.1,\n\n\n,2,x\n\n');
});

test('numbers that Excel keeps in binary are what a person sees; dates by their style, in both calendars', () => {
  expect(numberText('1.1000000000000001', 'number', false)).toBe('1.1');
  expect(numberText('0.30000000000000004', 'number', false)).toBe('0.3');
  expect(numberText('12345678.123456789', 'number', false)).toBe('12345678.1234568');
  expect(numberText('123456789012345', 'number', false)).toBe('123456789012345');
  expect(numberText('-1.2345678901234567E-5', 'number', false)).toBe('-0.0000123456789012346');
  expect(numberText('1E400', 'number', false)).toBe('1E400');
  expect(numberText('NaN', 'number', false)).toBe('NaN');
  expect(numberText('46056', 'date', false)).toBe('2026-02-03');
  expect(numberText('46056.75', 'date', false)).toBe('2026-02-03 18:00:00');
  expect(numberText('44594', 'date', true)).toBe('2026-02-03');
  expect(numberText('0.5', 'time', false)).toBe('12:00:00');
  expect(numberText('-3', 'date', false)).toBe('-3');
  expect(numberText('1e300', 'date', false)).toBe('1e300');
});

test.each([
  [14, undefined, 'date'],
  [22, undefined, 'date'],
  [2, undefined, 'number'],
  [164, 'dd/mm/yyyy', 'date'],
  [164, 'mmm yy', 'date'],
  [164, '[$-407]d. mmmm yyyy;@', 'date'],
  [164, 'hh:mm', 'time'],
  [164, '[h]:mm', 'number'],
  [164, '#,##0.00 "day"', 'number'],
  [164, '#,##0.00\\ \\d', 'number'],
  [164, '[Red]0.00E+00', 'number'],
  [164, 'General', 'number'],
] as const)('format %s %s shows a %s', (id, code, shown) => {
  expect(shownBy(id, code)).toBe(shown);
});

test('columns by their letters', () => {
  expect(['A1', 'Z9', 'AA10', 'XFD1', ''].map(columnOf)).toEqual([0, 25, 26, 16_383, -1]);
});

test('texts in runs, without pronunciation; formulas by their last result; cells without an address', async () => {
  const shared = '<sst><si><r><t>Ser</t></r><r><t xml:space="preserve">vice </t></r><rPh><t>ignored</t></rPh></si><si><t/></si></sst>';
  const rows = `<row><c t="s"><v>0</v></c>${inline('Cost &#8364;')}</row><row><c t="str"><f>A1</f><v>x&lt;y</v></c><c><f>1+1</f><v>2</v></c></row><row><c t="s"><v>1</v></c><c t="e"><v>#REF!</v></c></row>`;
  const { name, text } = await read(parts(sheet(rows), [{ name: 'xl/sharedStrings.xml', data: shared }]));
  expect(name).toBe('bill.xlsx › A & B');
  expect(text).toBe('"Service ",Cost €\nx<y,2\n,#REF!\n');
});

describe('what is no honest workbook is refused in a sentence', () => {
  const ok = `<row>${inline('Day')}${inline('Cost')}</row>`;
  test.each([
    ['entities of its own', parts(`<!DOCTYPE x [<!ENTITY a "aaaa">]>${sheet(ok)}`), 'declares entities of its own'],
    ['a text that is not there', parts(sheet(`${ok}<row><c t="s"><v>7</v></c></row>`)), 'points to a text that the workbook does not hold'],
    ['a row past the last', parts(sheet(`${ok}<row r="1048577">${inline('a')}${inline('b')}</row>`)), 'a sheet has at most 1048576'],
    ['a column past the limit', parts(sheet(`${ok}<row><c r="CZZ2"><v>1</v></c></row>`)), 'more than 2000 columns'],
    ['an end in the middle', parts(`<worksheet><sheetData>${ok}<row><c r="A2`), 'ends in the middle'],
    ['no columns', parts(sheet(`<row>${inline('Only one')}</row>`)), 'no visible sheet with columns'],
    ['a tag without an end', parts(`<worksheet ${'x'.repeat(3_000_000)}`), 'a tag or text in it is longer'],
    ['what is no XML', parts('name,age'), 'ends in the middle'],
    [
      'a part outside of the workbook',
      zipOf(
        { name: '[Content_Types].xml', data: '' },
        { name: 'xl/workbook.xml', data: '<w><sheets><sheet name="a" id="r1"/></sheets></w>' },
        { name: 'xl/_rels/workbook.xml.rels', data: '<r><Relationship Id="r1" Target="../../etc/passwd"/></r>' },
      ),
      'no visible sheet',
    ],
  ])('%s', async (_, book, sentence) => {
    await expect(read(book)).rejects.toThrow(sentence);
  });

  test('a workbook that grows without end is stopped by what it holds in memory and by its rows', async () => {
    const texts = { name: 'xl/sharedStrings.xml', data: `<sst>${'<si/>'.repeat(4_300_000)}</sst>` };
    await expect(read(parts(sheet(ok), [texts]))).rejects.toThrow('more than 134.2 MB of texts');
    await expect(read(parts(sheet(ok + '<row/>'.repeat(1_048_576))))).rejects.toThrow('a sheet has at most 1048576');
  }, 60_000);
});
