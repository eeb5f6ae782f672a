import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import { makeActor, writeFile } from '../../runtime/test-database';
import { workbookParts } from '../../runtime/test-workbook';
import { saveRules } from '../allocation/save';
import { focusHeader, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { exportGroups } from './export-groups';

const today = '2026-09-02';
const ask = (more: object = {}) =>
  ExploreQuery.parse({ from: '2026-08-01', to: '2026-09-01', compare: 'none', by: 'allocation:cc', by2: 'model', ...more });

let actor: Actor;
beforeAll(async () => {
  actor = await makeActor();
  const used = ['Hours', 'hours', 'GB/Hours'].map((unit) => `${focusRow({})},${unit},2\n`);
  await importPath(actor, writeFile('august.csv', `${focusHeader},ConsumedUnit,ConsumedQuantity\n${used.join('')}`), {});
  const when = [{ field: 'ServiceName', op: 'present', values: [] }];
  await saveRules(actor, { key: 'cc', title: 'Cost \u202ecentre (SAP)', rules: [{ when, value: '4711' }] });
});

/** Parts of the workbook of a question, each by its name. */
const workbookOf = async (query: ExploreQuery) => workbookParts((await exportGroups(actor, query, 'xlsx', today)).bytes);
const all = (found: string | undefined, pattern: RegExp) => [...(found ?? '').matchAll(pattern)].map((m) => m[1]);
const sheetsOf = (book: Map<string, string>) => all(book.get('xl/workbook.xml'), /<sheet [^>]*name="([^"]*)"/g);
const textsOf = (book: Map<string, string>) => all(book.get('xl/sharedStrings.xml'), /<t[^>]*>([^<]*)<\/t>/g);

test('both files call an allocation what it was named, and every character of it is seen', async () => {
  const csv = (await exportGroups(actor, ask(), 'csv', today)).bytes.toString();
  const [heads, first] = parse(csv, { bom: true }) as string[][];
  expect(heads?.slice(0, 3)).toEqual(['Row', 'Cost ⟨202E⟩centre (SAP)', 'Model']);
  expect(first?.slice(0, 3)).toEqual(['group', '4711', 'No model']);
  expect(textsOf(await workbookOf(ask())).slice(0, 2)).toEqual(['Cost ⟨202E⟩centre (SAP)', 'Model']);
});

test('a workbook of a question that nothing answers has a sheet that says so', async () => {
  const empty = await workbookOf(ask({ f: 'service:Nothing of the kind' }));
  expect(sheetsOf(empty)).toEqual(['Nothing found']);
  expect(textsOf(empty)).toEqual([
    ...['Cost ⟨202E⟩centre (SAP)', 'Model', 'Currency or unit', 'Effective cost', 'Tokens', 'Charges'],
    'No charge from 2026-08-01 to before 2026-09-01 passes these filters.',
  ]);
  const early = await workbookOf(ask({ from: '2026-01-01', to: '2026-02-01', by: 'none', by2: undefined }));
  expect(textsOf(early).at(-1)).toBe('No charge from 2026-01-01 to before 2026-02-01.');
});

test('units that differ in their capitals only have sheets of different names, which Excel asks for', async () => {
  const names = sheetsOf(await workbookOf(ask({ measure: 'quantity' })));
  expect(names.map((name) => name?.toLowerCase()).sort()).toEqual(['gb hours', 'hours', 'hours (2)']);
});

test.each([
  ['charges', 'Charges', '3'],
  ['tokens', 'Tokens', undefined],
] as const)(
  'groups measured by %s have that column once in both files, and every figure stands under its head',
  async (measure, title, figure) => {
    const query = ask({ measure, by2: undefined });
    const lines = parse((await exportGroups(actor, query, 'csv', today)).bytes.toString(), { bom: true }) as string[][];
    const [heads = [], , total = []] = lines;
    const other = measure === 'charges' ? 'Tokens' : 'Charges';
    expect(heads.slice(3)).toEqual([title, other]);
    for (const line of lines) expect(line).toHaveLength(heads.length);
    if (figure) expect(total[heads.indexOf(title)]).toBe(figure);
    else expect(total[heads.indexOf(other)]).toBe('3');
    const book = await workbookOf(query);
    expect(textsOf(book).filter((t) => t === title)).toHaveLength(1);
    const rows = [...(book.get('xl/worksheets/sheet1.xml') ?? '').matchAll(/<row .*?<\/row>/gs)].map(
      (r) => r[0].match(/<c /g)?.length ?? 0,
    );
    expect(Math.max(...rows)).toBe(heads.length - 1);
  },
);
