import { zipOf } from '../zip.fixture';

type Cell = string | number | { date: number } | null;

const letters = (n: number): string => (n < 26 ? '' : letters(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A workbook as Excel writes it: texts shared, days as numbers in style 1, seventeen digits. Sheets by their titles, rows by their numbers. */
export function workbookOf(sheets: Readonly<Record<string, Readonly<Record<number, readonly Cell[]>>>>): Buffer {
  const texts: string[] = [];
  const shared = (text: string) => (texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1);
  const cell = (value: Cell, at: string) => {
    if (value === null) return '';
    if (typeof value === 'string') return `<c r="${at}" t="s"><v>${shared(value)}</v></c>`;
    if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
    return `<c r="${at}" s="1"><v>${value.date}</v></c>`;
  };
  const titles = Object.keys(sheets);
  const parts = titles.map((title, i) => {
    const rows = Object.entries(sheets[title] ?? {}).map(
      ([n, cells]) => `<row r="${n}">${cells.map((c, k) => cell(c, `${letters(k)}${n}`)).join('')}</row>`,
    );
    const data = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="m"><sheetData>${rows.join('')}</sheetData></worksheet>`;
    return { name: `xl/worksheets/sheet${i + 1}.xml`, data };
  });
  return zipOf(
    { name: '[Content_Types].xml', data: '<Types/>' },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns:r="r"><sheets>${titles.map((t, i) => `<sheet name="${escaped(t)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`).join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${titles.map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      data: '<styleSheet><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    },
    { name: 'xl/sharedStrings.xml', data: `<sst>${texts.map((t) => `<si><t>${escaped(t)}</t></si>`).join('')}</sst>` },
    ...parts,
  );
}
