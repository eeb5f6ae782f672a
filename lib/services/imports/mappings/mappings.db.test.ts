import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../../core/access/actor';
import type { ColumnMapping, MappingDraft } from '../../../core/imports/column-mapping';
import { createImport } from '../../../db/records/imports';
import { actorIn, makeActor, scratch, writeFile } from '../../../runtime/test-database';
import { focusColumns, focusFile, focusRow } from '../focus.fixture';
import { importPath } from '../import-path';
import { inspectImport } from '../inspect-import';
import { zipOf } from '../zip.fixture';
import { deleteMapping, getMapping, listMappings, saveMapping } from './manage-mappings';
import { previewMapping } from './preview-mapping';
import { workbookOf } from './workbook.fixture';

let actor: Actor;
beforeEach(async () => {
  actor = await makeActor();
});

async function upload(name: string, content: string | Buffer, who = actor): Promise<number> {
  const filePath = writeFile(name, content);
  const bytes = Buffer.byteLength(content);
  return createImport(who.organizationId, { fileName: name, filePath, bytes, createdByName: who.name, choices: {} });
}

/** The guess for a file, with what a person says on top of it, saved. */
async function map(name: string, content: string | Buffer, said: Partial<MappingDraft> = {}, who = actor): Promise<ColumnMapping> {
  const id = await upload(name, content, who);
  const { draft } = await previewMapping(who, { import: id });
  const fields = { ...draft.fields, ...said.fields };
  const options = { ...draft.options, ...said.options };
  const { mapping } = await saveMapping(who, { import: id, mapping: { ...draft, ...said, fields, options } as ColumnMapping });
  return mapping;
}

const load = (name: string, content: string | Buffer) => importPath(actor, writeFile(name, content), {});

const semicolons = [
  'Leistungsdatum;Produkt;Nettobetrag in Cent;Währung;Kostenstelle',
  '13.02.2026;GPT-Anfragen;123.456;EUR;4711',
  '03.02.2026;Speicher;-50;EUR;',
  '04.02.2026;"Beratung; vor Ort";7,5;EUR;4712',
].join('\r\n');

describe('a CSV file with semicolons, decimals after a comma, days first and cents', () => {
  test('is guessed, saved, loaded to the last digit and known the next time', async () => {
    const refused = await load('a.csv', semicolons);
    expect(refused).toMatchObject({ outcome: 'refused', choice: 'format' });
    const id = await upload('Händler 2026-02.csv', semicolons);
    expect(await inspectImport(actor, id, {})).toMatchObject({ isMappable: true, choice: 'format' });
    const preview = await previewMapping(actor, { import: id });
    expect(preview).toMatchObject({ missing: [], known: null, saved: null, checked: 3, kept: 3, problems: [] });
    expect(preview.draft).toMatchObject({
      name: 'Händler',
      options: { dates: 'dmy', decimals: 'comma', amountUnit: 'cents' },
      tags: [{ column: 'Kostenstelle', key: 'kostenstelle' }],
    });
    expect(preview.billed).toEqual([{ currency: 'EUR', amount: '1234.135' }]);
    const saved = await saveMapping(actor, { import: id, mapping: { ...preview.draft, name: 'Reseller bill' } as ColumnMapping });
    expect(saved.mapping.fields).toMatchObject({
      ProviderName: { constant: 'Reseller bill' },
      BillingAccountId: { constant: 'Reseller bill' },
    });
    const finding = await inspectImport(actor, id, {});
    expect(finding).toMatchObject({
      mapping: 'Reseller bill',
      format: 'Mapping Reseller bill',
      because: 'it has the columns of your mapping "Reseller bill"',
      billed: [{ currency: 'EUR', amount: '1234.135' }],
      from: '2026-02-03',
      to: '2026-02-14',
    });
    const result = await load('b.csv', semicolons);
    expect(result).toMatchObject({
      outcome: 'imported',
      format: 'Mapping Reseller bill',
      rows: 3,
      billed: [{ currency: 'EUR', amount: '1234.135' }],
      effective: [{ currency: 'EUR', amount: '1234.135' }],
    });
  });

  test('loaded again it changes nothing; restated it replaces its month; a changed mapping reads it anew', async () => {
    const mapping = await map('a.csv', semicolons);
    const first = await load('a.csv', semicolons);
    expect(await load('a.csv', semicolons)).toMatchObject({ outcome: 'unchanged', loads: first.loads });
    const restated = await load('b.csv', semicolons.replace('123.456', '200.000'));
    expect(restated).toMatchObject({ outcome: 'imported', replaced: first.loads, billed: [{ currency: 'EUR', amount: '1999.575' }] });
    await map('a.csv', semicolons, { ...mapping, options: { ...mapping.options, amountUnit: 'whole' } });
    const anew = await load('b.csv', semicolons.replace('123.456', '200.000'));
    expect(anew).toMatchObject({ outcome: 'imported', replaced: restated.loads, billed: [{ currency: 'EUR', amount: '199957.5' }] });
  });

  test('under another name the next file is still of the same account', async () => {
    const mapping = await map('a.csv', semicolons, { name: 'One' });
    const first = await load('a.csv', semicolons);
    await map('a.csv', semicolons, { ...mapping, name: 'Two' });
    const second = await load('b.csv', semicolons.replace('7,5', '8,5'));
    expect(second).toMatchObject({ format: 'Mapping Two', replaced: first.loads });
    expect((await listMappings(actor)).map((m) => m.name)).toEqual(['Two']);
  });
});

const days = ['2026-02-03', '2026-02-04'];
const amounts = ['0.1', '0.2'];
const said: Partial<MappingDraft> = { name: 'Tool', fields: { BillingCurrency: { constant: 'USD' } } };

test('TSV, JSON lines and XLSX of the same bill add up to the same, and each line is told', async () => {
  const tsv = `Date\tService\tCost\n${days.map((d, i) => `${d}\tSearch\t${amounts[i]}\n`).join('')}`;
  await map('a.tsv', tsv, said);
  expect(await load('a.tsv', tsv)).toMatchObject({ outcome: 'imported', billed: [{ currency: 'USD', amount: '0.3' }] });

  const json = days.map((day, i) => `${JSON.stringify({ day, service: 'Search', usage: { cost: Number(amounts[i]) } })}\n`).join('');
  await map('a.jsonl', json, { ...said, name: 'Tool as JSON' });
  expect(await load('a.jsonl', json)).toMatchObject({ outcome: 'imported', billed: [{ currency: 'USD', amount: '0.3' }] });

  const book = workbookOf({
    Cover: { 1: ['Invoice', '2026-02'] },
    Details: {
      1: ['Tool GmbH'],
      3: ['Day', 'Service', 'Amount USD'],
      4: [{ date: 46_056 }, 'Search, fast', 0.1],
      6: [{ date: 46_057 }, 'Search "quoted"', 0.2],
      7: [null, 'Total', 0.1 + 0.2],
    },
  });
  await map('a.xlsx', book, { name: 'Tool as a sheet' });
  const result = await load('a.xlsx', book);
  expect(result).toMatchObject({
    outcome: 'imported-with-rejects',
    accepted: 2,
    rejected: 1,
    billed: [{ currency: 'USD', amount: '0.3' }],
  });
  expect(result.reason).toContain('line 7: ChargePeriodStart is no date, or is empty');
  expect(result).toMatchObject({ from: '2026-02-03', to: '2026-02-05' });
});

test('the parts of one delivery are read by one mapping; what does not belong to it is refused', async () => {
  await map('a.csv', semicolons, { name: 'Parts' });
  const more = semicolons.replace('7,5', '1.000');
  const zip = zipOf({ name: '1.csv', data: semicolons }, { name: '2.csv', data: more });
  expect(await load('all.zip', zip)).toMatchObject({ outcome: 'imported', rows: 6, billed: [{ currency: 'EUR', amount: '2478.195' }] });
  const folder = fs.mkdtempSync(path.join(scratch, 'delivery-'));
  fs.writeFileSync(path.join(folder, '0001-a.csv'), semicolons);
  fs.writeFileSync(path.join(folder, '0002-b.xlsx'), workbookOf({ A: { 1: ['Leistungsdatum'] } }));
  expect(await importPath(actor, folder, {})).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('no visible sheet') });
  fs.rmSync(path.join(folder, '0002-b.xlsx'));
  expect(await importPath(actor, folder, {})).toMatchObject({ outcome: 'imported', format: 'Mapping Parts', rows: 3 });
  const mixed = zipOf({ name: '1.csv', data: semicolons }, { name: '2.csv', data: focusFile([focusRow()]) });
  expect(await load('mixed.zip', mixed)).toMatchObject({ outcome: 'refused', reason: expect.stringContaining('mixes formats') });
});

test('a workbook in a format that is known here needs no mapping', async () => {
  const cells = focusRow().split(',');
  const book = workbookOf({ Export: { 1: [...focusColumns], 2: cells.map((c, i) => (i < 2 ? Number(c) : c)) } });
  expect(await load('focus.xlsx', book)).toMatchObject({
    outcome: 'imported',
    format: expect.stringContaining('FOCUS'),
    billed: [{ currency: 'USD', amount: '1.5' }],
  });
});

test('rows with too few cells are told beside those with wrong ones', async () => {
  const file = 'Date;Cost;Currency;Service\n2026-02-03;1.5;EUR;x\n2026-02-03;1.5\n2026-02-04;x;EUR;x\n';
  const preview = await previewMapping(actor, { import: await upload('a.csv', file), mapping: plain });
  expect(preview.problems.map((p) => [p.line, p.target, p.reason])).toEqual([
    [3, 'The row', '2 fields, header has 4'],
    [4, 'BilledCost', 'is no plain number'],
  ]);
  expect(preview.rows.map((r) => r.line)).toEqual([2, 4]);
});

test('gross and net, or a day that could be a month, are asked for and refused until they are said', async () => {
  const file = 'Datum;Netto;Brutto;Währung\n03.02.2026;10,00;11,90;EUR\n';
  const preview = await previewMapping(actor, { import: await upload('a.csv', file) });
  expect(preview.missing).toEqual(['Say which column is the billed cost.']);
  expect(preview.open.BilledCost).toBe('"Netto" and "Brutto" could both be it. Say which one you pay.');

  const slashes = 'Date,Cost,Currency\n3/2/2026,10.50,USD\n4/2/2026,1.00,USD\n';
  const id = await upload('b.csv', slashes);
  const asked = await previewMapping(actor, { import: id });
  expect(asked.missing).toEqual(['Say how days are written.']);
  expect(asked.open.dates).toBe('3/2/2026 could be day or month first, and no other day tells. Say which it is.');
  await expect(saveMapping(actor, { import: id, mapping: { ...asked.draft, name: 'B' } as ColumnMapping })).rejects.toThrow();
  const dmy = { ...asked.draft, options: { ...asked.draft.options, dates: 'dmy' as const } };
  expect((await previewMapping(actor, { import: id, mapping: dmy })).rows.map((r) => r.charge.ChargePeriodStart?.slice(0, 10))).toEqual([
    '2026-02-03',
    '2026-02-04',
  ]);
});

const plain: MappingDraft = {
  name: 'Bad',
  fields: {
    BilledCost: { column: 'Cost', nth: 1 },
    BillingCurrency: { column: 'Currency', nth: 1 },
    ChargePeriodStart: { column: 'Date', nth: 1 },
  },
  tags: [],
  options: { dates: 'iso', decimals: 'point', amountUnit: 'whole', sign: 'as_is', periodEnd: 'excluded' },
};

test('cells that are no amount or no day are rejected with their line, column and value, in the preview as in the load', async () => {
  const bad = ['NaN', 'Infinity', '1e400', '1_000', '12,50', '0x10', '=1+1', '', '1.2.3', "1'2", 'EUR'];
  const good = ['1e2', '(2.50)', '3.00-', '1,234.5', '$4.10', '5 USD', '−6'];
  const rows = [...bad, ...good].map((v) => `2026-02-03\t${v}\tUSD\tx\n`).join('');
  const file = `Date\tCost\tCurrency\tService\n${rows}2026-02-30\t1\tUSD\tx\n=cmd|A0\t1\tUSD\tx\n`;
  const id = await upload('a.tsv', file);
  const preview = await previewMapping(actor, { import: id, mapping: plain });
  expect(preview.problems.map((p) => p.line)).toEqual([...bad.map((_, i) => i + 2), 20, 21]);
  expect(preview.problems[4]).toEqual({
    line: 6,
    target: 'BilledCost',
    column: '"Cost"',
    value: '12,50',
    reason: 'is no plain number',
  });
  expect(preview.billed).toEqual([{ currency: 'USD', amount: '1332.1' }]);
  await saveMapping(actor, { import: id, mapping: plain as ColumnMapping });
  expect(await load('a.tsv', file)).toMatchObject({
    outcome: 'imported-with-rejects',
    accepted: good.length,
    rejected: bad.length + 2,
    billed: [{ currency: 'USD', amount: '1332.1' }],
  });
});

test('a header alone is an empty load, 2,000 columns are read and 2,001 refused', async () => {
  const header = 'Date,Cost,Currency,Service\n';
  const id = await upload('a.csv', header);
  expect(await previewMapping(actor, { import: id })).toMatchObject({ checked: 0, rows: [], known: null });
  expect(await previewMapping(actor, { import: id, mapping: plain })).toMatchObject({ missing: [], checked: 0, rows: [], billed: [] });
  await saveMapping(actor, { import: id, mapping: plain as ColumnMapping });
  expect(await load('a.csv', header)).toMatchObject({ outcome: 'imported', rows: 0, loads: [] });
  const wide = (n: number) => {
    const names = ['Date', 'Cost', 'Currency', ...Array.from({ length: n - 3 }, (_, i) => `Column ${i}`)];
    return `${names.join(',')}\n${['2026-02-03', '1.5', 'EUR', ...Array(n - 3).fill('x')].join(',')}\n`;
  };
  const preview = await previewMapping(actor, { import: await upload('b.csv', wide(2_000)) });
  expect(preview).toMatchObject({ missing: [], kept: 1, billed: [{ currency: 'EUR', amount: '1.5' }] });
  expect(preview.columns).toHaveLength(2_000);
  await expect(previewMapping(actor, { import: await upload('c.csv', wide(2_001)) })).rejects.toThrow('2001 columns; the limit is 2000');
});

test('what is known is not shadowed by a mapping of the same columns, unless it is chosen', async () => {
  const file = focusFile([focusRow(), focusRow({ BilledCost: '2', EffectiveCost: '40' })]);
  const mapping = await map('focus.csv', file, {
    name: 'Effective',
    fields: { BilledCost: { column: 'EffectiveCost', nth: 1 } },
  });
  expect(mapping.name).toBe('Effective');
  const id = await upload('focus.csv', file);
  expect(await inspectImport(actor, id, {})).toMatchObject({ formatId: 'focus', billed: [{ currency: 'USD', amount: '3.5' }] });
  const [saved] = await listMappings(actor);
  expect(await inspectImport(actor, id, { mapping: saved?.id })).toMatchObject({
    mapping: 'Effective',
    billed: [{ currency: 'USD', amount: '41.25' }],
  });
  expect(await inspectImport(actor, id, { mapping: null })).toMatchObject({ formatId: 'focus' });
});

test('a mapping belongs to its organisation, and writing one takes an editor', async () => {
  const mapping = await map('a.csv', semicolons, { name: 'Ours' });
  const [saved] = await listMappings(actor);
  const stranger = await makeActor('admin');
  expect(await listMappings(stranger)).toEqual([]);
  await expect(getMapping(stranger, saved?.id ?? 0)).rejects.toThrow('no mapping');
  await expect(deleteMapping(stranger, saved?.id ?? 0)).rejects.toThrow('no mapping');
  const theirs = await upload('a.csv', semicolons, stranger);
  expect(await inspectImport(stranger, theirs, {})).toMatchObject({ isMappable: true });
  expect(await inspectImport(stranger, theirs, { mapping: saved?.id })).toMatchObject({ problem: expect.stringContaining('no mapping') });
  await expect(previewMapping(actor, { import: theirs })).rejects.toThrow('no import');
  await expect(saveMapping(actor, { import: theirs, mapping })).rejects.toThrow('no import');
  const viewer = actorIn({ id: actor.organizationId, name: '', slug: '' }, 'viewer');
  const own = await upload('a.csv', semicolons);
  await expect(previewMapping(viewer, { import: own })).rejects.toThrow('role editor');
  await expect(saveMapping(viewer, { import: own, mapping })).rejects.toThrow('role editor');
  await expect(deleteMapping(viewer, saved?.id ?? 0)).rejects.toThrow('role editor');
  await deleteMapping(actor, saved?.id ?? 0);
  expect(await load('a.csv', semicolons)).toMatchObject({ outcome: 'refused' });
});

test('two mappings have two names, and a mapping is data: headings and words never become SQL', async () => {
  await map('a.csv', semicolons, { name: 'Taken' });
  const evil = `it's "); drop table x; --`;
  const file = `Date,Cost,"${evil.replaceAll('"', '""')}"\n2026-02-03,1.5,'); select 1; --\n`;
  const id = await upload('b.csv', file);
  const mapping = {
    name: 'Taken',
    fields: {
      BilledCost: { column: 'Cost', nth: 1 },
      BillingCurrency: { constant: 'EUR' },
      ChargePeriodStart: { column: 'Date', nth: 1 },
      ServiceName: { column: evil, nth: 1 },
      ProviderName: { constant: evil },
      RegionId: { constant: `{cost}' or '1'='1` },
    },
    tags: [{ column: evil, nth: 1, key: evil }],
    options: { dates: 'iso', decimals: 'point', amountUnit: 'whole', sign: 'as_is', periodEnd: 'excluded' },
  } satisfies ColumnMapping;
  await expect(saveMapping(actor, { import: id, mapping })).rejects.toThrow('There is a mapping "Taken" already');
  await saveMapping(actor, { import: id, mapping: { ...mapping, name: evil } });
  expect(await load('b.csv', file)).toMatchObject({ outcome: 'imported', billed: [{ currency: 'EUR', amount: '1.5' }] });
  const { rows } = await previewMapping(actor, { import: id });
  expect(rows[0]?.charge).toMatchObject({ ServiceName: `'); select 1; --`, ServiceProviderName: evil, RegionId: `{cost}' or '1'='1` });
  expect(JSON.parse(rows[0]?.charge.Tags ?? '{}')).toEqual({ [evil]: `'); select 1; --` });
});

test('months, moments since 1970, credits without a minus, last days that are meant and words for categories', async () => {
  const file = ['Month,Until,Amount,Kind', '2026-02,2026-03,1000000,Lizenz', '2026-03,2026-03,250000,Gutschrift'].join('\n');
  const id = await upload('a.csv', file);
  const mapping: MappingDraft = {
    name: 'Micros',
    fields: {
      BilledCost: { column: 'Amount', nth: 1 },
      BillingCurrency: { constant: 'USD' },
      ChargePeriodStart: { column: 'Month', nth: 1 },
      ChargePeriodEnd: { column: 'Until', nth: 1 },
      ChargeCategory: { column: 'Kind', nth: 1, words: { lizenz: 'Purchase', Gutschrift: 'Credit' } },
    },
    tags: [],
    options: { dates: 'month', decimals: 'point', amountUnit: 'millionths', sign: 'credits_negative', periodEnd: 'included' },
  };
  const { rows, billed } = await previewMapping(actor, { import: id, mapping });
  expect(rows.map((r) => [r.charge.BilledCost, r.charge.ChargeCategory, r.charge.ChargePeriodStart, r.charge.ChargePeriodEnd])).toEqual([
    ['1.000000', 'Purchase', '2026-02-01 00:00:00', '2026-04-01 00:00:00'],
    ['-0.250000', 'Credit', '2026-03-01 00:00:00', '2026-04-01 00:00:00'],
  ]);
  expect(billed).toEqual([{ currency: 'USD', amount: '0.75' }]);
  const seconds = 'created,cost\n1770076800,1.5\n1770163199,1e-7\n';
  const preview = await previewMapping(actor, { import: await upload('b.csv', seconds) });
  expect(preview.draft.options).toMatchObject({ dates: 'unix' });
});
