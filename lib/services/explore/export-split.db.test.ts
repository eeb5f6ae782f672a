import fs from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DuckDBInstance } from '@duckdb/node-api';
import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { AllocationQuery } from '../../core/allocation/allocation-query';
import { ExploreQuery } from '../../core/explore/explore-query';
import { type FocusFileVersion, fileColumns } from '../../core/focus/file-columns';
import { makeActor, scratch, writeFile } from '../../runtime/test-database';
import { changeShared, saveRules } from '../allocation/save';
import { getShowback } from '../allocation/showback';
import { type FocusCells, focusFile, focusRow } from '../imports/focus.fixture';
import { importPath } from '../imports/import-path';
import { explore } from './explore';
import { exportCharges } from './export-charges';
import { exportChargesParquet } from './export-parquet';
import { splitOf } from './split-charges';

const today = '2026-10-20';
const days = { from: '2026-08-01', to: '2026-10-01' };
const ask = (more: object = {}): ExploreQuery => ExploreQuery.parse({ ...days, ...more });
const on = (day: string): FocusCells => ({
  BillingPeriodStart: `${day.slice(0, 7)}-01T00:00:00Z`,
  ChargePeriodStart: `${day}T05:00:00Z`,
  ChargePeriodEnd: `${day}T06:00:00Z`,
});
const row = (cost: string, tags: object | null, more: FocusCells = {}) =>
  focusRow({ BilledCost: `${cost}1`, EffectiveCost: cost, Tags: tags === null ? '' : JSON.stringify(tags), ...more });

let actor: Actor;
let stranger: Actor;
beforeAll(async () => {
  [actor, stranger] = await Promise.all([makeActor(), makeActor()]);
  const rows = Array.from({ length: 120 }, (_, i) =>
    row(
      `${i % 7 === 0 ? '-' : ''}${i % 9}.${String(i * 7919).padStart(8, '0')}`,
      [{ team: 'Search' }, { team: 'content' }, { app: 'gateway' }, { app: 'base' }, null][i % 5] ?? null,
      {
        ...on(`2026-0${8 + (i % 2)}-${String(1 + (i % 28)).padStart(2, '0')}`),
        ServiceName: ['Model gateway', 'Virtual Machines'][i % 2] as string,
        BillingCurrency: i % 11 === 0 ? 'JPY' : 'USD',
      },
    ),
  );
  await importPath(actor, writeFile('bill.csv', focusFile(rows)), {});
  await saveRules(actor, {
    key: 'team',
    title: 'Team',
    rules: [
      { when: [{ field: 'tag:app', op: 'equals', values: ['gateway'] }], value: 'gateway', until: '2026-09-15' },
      { when: [{ field: 'tag:app', op: 'present' }], value: 'platform' },
      { from: 'tag:team' },
    ],
  });
  await changeShared(actor, {
    tree: [
      { name: 'Learning', kind: 'department' },
      { name: 'content', parent: 'Learning' },
    ],
    pools: [
      { name: 'Platform', dimension: 'team', value: 'platform', method: 'proportional', driver: 'charges' },
      { name: 'Gateway', dimension: 'team', value: 'gateway', method: 'fixed', shares: { search: '0.7', support: '0.2', platform: '0.1' } },
    ],
  });
});

type Row = Record<string, string>;
async function fileOf(query = ask(), version: FocusFileVersion = '1.4', split: string | null = 'team'): Promise<Row[]> {
  const parts: string[] = [];
  for await (const part of (await exportCharges(actor, query, today, { version, split })).content) parts.push(part);
  return parse(parts.join(''), { columns: true, bom: true });
}
const add = (rows: readonly Row[], column: string) => rows.reduce((sum, r) => sum.plus(r[column] || 0), new Big(0)).toFixed();
function by(rows: readonly Row[], keyOf: (r: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const r of rows) groups.set(keyOf(r), [...(groups.get(keyOf(r)) ?? []), r]);
  return groups;
}
const summed = fileColumns('1.4').flatMap((c) => (c.kind === 'decimal' && !/UnitPrice$/.test(c.name) ? [c.name] : []));

test.each<object>([
  {},
  { measure: 'billed' },
  { f: 'service:Model gateway' },
  { f: 'allocation:team:platform' },
  { from: '2026-08-10', to: '2026-09-20' },
])('%j: the parts of every charge add up to it, to the last digit of every amount', async (more) => {
  const query = ask(more);
  const [split, whole] = [await fileOf(query), await fileOf(query, '1.4', null)];
  expect(split.length).toBeGreaterThan(whole.length);
  const parts = by(split, (r) => r.x_Line ?? '');
  expect(parts.size).toBe(whole.length);
  for (const charge of whole)
    for (const column of summed) {
      const own = parts.get(charge.x_Line ?? '') ?? [];
      expect([column, add(own, column)]).toEqual([column, add([charge], column)]);
      expect(own.every((p) => p[column] === '') || charge[column] !== '').toBe(true);
    }
});

test.each(['effective', 'billed'] as const)(
  'what each owner has of the %s cost is what Showback gives it, within half a minor unit for each pool',
  async (basis) => {
    const rows = await fileOf(ask({ measure: basis }));
    const { lines } = await getShowback(actor, AllocationQuery.parse({ ...days, basis }), today);
    const owners = by(rows, (r) => `${r.x_Owner} ${r.BillingCurrency}`);
    expect(lines.length).toBeGreaterThan(5);
    for (const { target, currency, total } of lines) {
      const own = add(owners.get(`${target ?? ''} ${currency}`) ?? [], basis === 'billed' ? 'BilledCost' : 'EffectiveCost');
      const most = target === null ? '0' : currency === 'JPY' ? '2' : '0.02'; // two pools, two months
      expect([target, currency, new Big(own).minus(total).abs().lte(most)]).toEqual([target, currency, true]);
    }
    expect([...owners.keys()].filter((k) => /platform|gateway/.test(k))).toEqual([]);
  },
);

test('a part says how it was split, for whom, and what part of 1 it is; all ratios of a charge add up to 1', async () => {
  const rows = await fileOf();
  const parts = rows.filter((r) => r.AllocatedMethodId !== '');
  const [gateway] = parts.filter((r) => r.AllocatedMethodId?.startsWith('Gateway') && r.x_Owner === 'content');
  expect(gateway).toMatchObject({
    AllocatedMethodId: 'Gateway: by fixed shares; Platform: in proportion to number of charges',
    ...{ AllocatedResourceId: 'content', AllocatedResourceName: 'content', AllocatedTags: '{"team":"content","above_1":"Learning"}' },
  });
  for (const [line, own] of by(parts, (r) => r.x_Line ?? '')) {
    const ratios = own.map((r) => JSON.parse(r.AllocatedMethodDetails ?? '').Elements[0].AllocatedRatio as number);
    expect([line, ratios.reduce((sum, r) => sum.plus(r), new Big(0)).toFixed()]).toEqual([line, '1']);
    expect(new Set(own.map((r) => r.AllocatedMethodId)).size).toBe(1);
    expect(new Set(own.map((r) => r.AllocatedResourceId)).size).toBe(own.length);
  }
  const older = await fileOf(ask(), '1.2');
  expect(older.map((r) => r.x_AllocatedMethodDetails)).toEqual(rows.map((r) => r.AllocatedMethodDetails));
  expect(rows.filter((r) => r.AllocatedMethodId === '').map((r) => r.x_Owner)).toEqual(expect.arrayContaining(['Search', 'content', '']));
});

test('the Parquet file has the same parts', async () => {
  const { content } = await exportChargesParquet(actor, ask(), today, undefined, { version: '1.4', split: 'team' });
  const file = path.join(scratch, 'split.parquet');
  fs.writeFileSync(file, await buffer(content));
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  const columns = ['x_Line', 'x_Owner', 'EffectiveCost', 'AllocatedMethodDetails', 'AllocatedTags'];
  const read = await duck.runAndReadAll(`select ${columns.map((c) => `"${c}"::varchar as "${c}"`).join(', ')} from '${file}'`);
  const version = (
    await duck.runAndReadAll(`select decode(value) from parquet_kv_metadata('${file}') where decode(key) = 'FocusVersion'`)
  ).getRowsJson();
  duck.closeSync();
  instance.closeSync();
  const plain = (r: Readonly<Record<string, unknown>>) => [
    r.x_Line,
    r.x_Owner || null,
    new Big(String(r.EffectiveCost)).toFixed(),
    r.AllocatedMethodDetails || null,
    r.AllocatedTags || null,
  ];
  expect(read.getRowObjectsJson().map(plain)).toEqual((await fileOf()).map(plain));
  expect(version).toEqual([['1.4']]);
});

test('parts count towards the limit of a file, and a dimension has to be there', async () => {
  const found = await splitOf(actor, 'team', { ...days, basis: 'effective' });
  const group = { values: ['gateway'], currency: 'USD', unit: null, amount: '1', previous: null, tokens: null, charges: 100 };
  expect(found.moreRows([group, { ...group, values: ['Search'] }, { ...group, values: [null] }])).toBe(200);
  await expect(fileOf(ask(), '1.4', 'nope')).rejects.toThrow('no allocation dimension "nope"');
  expect((await splitOf(stranger, 'team', { ...days, basis: 'effective' })).months.size).toBe(0);
});

test('the explorer shows what the rules give, and says what of it is split elsewhere', async () => {
  const asked = (more: object) => explore(actor, ask({ ccy: 'billing', ...more }), today);
  const { beforeSplit, groups } = await asked({ by: 'allocation:team' });
  const amountOf = (value: string, currency: string) => groups.find((g) => g.values[0] === value && g.currency === currency)?.amount;
  expect(beforeSplit?.dimension).toBe('team');
  expect(beforeSplit?.values.map((v) => [v.value, v.isPartly])).toEqual(expect.arrayContaining([['platform', false], ['gateway', false]])); // biome-ignore format: pairs
  for (const { value, currency, amount } of beforeSplit?.values ?? [])
    expect(amount).toBe(new Big(amountOf(value, currency) ?? '').toFixed());
  const { lines } = await getShowback(actor, AllocationQuery.parse(days), today);
  const gateway = lines.find((l) => l.target === 'gateway' && l.currency === 'USD');
  expect(
    new Big(gateway?.passedOn ?? 0)
      .plus(amountOf('gateway', 'USD') ?? 0)
      .abs()
      .lte('0.01'),
  ).toBe(true);
  expect((await asked({ by: 'service' })).beforeSplit).toBeNull();
  expect((await asked({ by: 'team' })).beforeSplit).toBeNull(); // the tagged team is no allocation where rules give one
  expect((await asked({ by: 'service', f: 'allocation:team:Search' })).beforeSplit).toEqual({ dimension: 'team', values: [] });
});
