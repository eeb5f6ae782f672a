import { expect, test } from 'vitest';
import writeExcel from 'write-excel-file/node';
import { workbookParts } from '../../runtime/test-workbook';
import { sheetText } from './sheet-text';

test('a workbook holds the names that every object has, and the others unchanged', async () => {
  const names = ['constructor', '__proto__', 'toString', 'Constructor', 'search', ''];
  const bytes = await writeExcel([names.map((name) => ({ value: sheetText(name), type: String }))]).toBuffer();
  const parts = await workbookParts(bytes);
  expect(parts.get('xl/worksheets/sheet1.xml')).not.toMatch(/native code|\[object/);
  for (const name of names) expect(parts.get('xl/sharedStrings.xml')).toContain(name);
  expect(names.map(sheetText).slice(3)).toEqual(names.slice(3));
});
