import path from 'node:path';
import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import { beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { ExploreQuery } from '../../core/explore/explore-query';
import type { FocusFileVersion } from '../../core/focus/file-columns';
import { bringUpToDate } from '../../db/columnar/sync';
import { makeActor, writeFile } from '../../runtime/test-database';
import { importPath } from '../imports/import-path';
import { exportCharges } from './export-charges';

const today = '2026-12-31';
const fixtures = path.resolve('lib/ingest/providers');
const bills = [
  ...['focus/fixtures/focus-1.0.csv', 'focus/fixtures/focus-1.2.csv', 'focus/fixtures/focus-1.3.csv', 'focus/fixtures/focus-1.4.csv'],
  ...['azure/fixtures/mca.csv', 'azure/fixtures/ea-actual.csv', 'aws/fixtures/cur-2.0.csv', 'gcp/fixtures/standard.csv'],
  ...['oci/fixtures/cost-report.csv', 'openai/fixtures/costs.json', 'anthropic/fixtures/cost-report.json'],
  ...['github/fixtures/metered.csv', 'openrouter/fixtures/activity.csv', 'm365/fixtures/licenses.csv'],
];

type Row = Record<string, string>;
async function fileOf(actor: Actor, version: FocusFileVersion, measure = 'billed'): Promise<{ csv: string; rows: Row[] }> {
  await bringUpToDate(actor.organizationId);
  const query = ExploreQuery.parse({ from: '2018-01-01', to: '2027-01-01', measure });
  const parts: string[] = [];
  for await (const part of (await exportCharges(actor, query, today, { version, split: null })).content) parts.push(part);
  return { csv: parts.join(''), rows: parse(parts.join(''), { columns: true, bom: true }) };
}

let actor: Actor;
beforeAll(async () => {
  actor = await makeActor();
  for (const bill of bills) expect(await importPath(actor, path.join(fixtures, bill), {})).toMatchObject({ outcome: 'imported' });
});

/** Who has rows without it. */
const without = (rows: readonly Row[], column: string) => [...new Set(rows.filter((r) => !r[column]).map((r) => r.x_Provider))].sort();

test('what FOCUS wants a value of has one, as far as the bills say it', async () => {
  const { rows } = await fileOf(actor, '1.2');
  const { rows: newer } = await fileOf(actor, '1.4');
  expect([rows.length, newer.length]).toEqual([33, 33]);
  const wanted = [
    ...['BilledCost', 'EffectiveCost', 'BillingCurrency', 'BillingPeriodStart', 'BillingPeriodEnd', 'ChargePeriodStart', 'ChargePeriodEnd'],
    ...['ChargeCategory', 'InvoiceIssuerName', 'PricingCurrency', 'ServiceName'],
  ];
  for (const column of [...wanted, 'ProviderName', 'PublisherName']) expect([column, without(rows, column)]).toEqual([column, []]);
  for (const column of [...wanted, 'ServiceProviderName']) expect([column, without(newer, column)]).toEqual([column, []]);
  // of these nobody can tell: the bills have no account of their own, rounding is of no service, list prices are not in them
  expect(without(rows, 'BillingAccountId')).toEqual(['anthropic', 'openai', 'openrouter']);
  expect(without(rows, 'ServiceCategory')).toEqual(['azure', 'oracle']);
  expect(without(rows, 'ChargeFrequency')).toEqual(['gcp']);
  expect(without(rows, 'ListCost')).not.toEqual([]);
});

test('provider and publisher are those of 1.2, and in 1.4 the service provider and its host', async () => {
  const { rows } = await fileOf(actor, '1.2');
  const { rows: newer } = await fileOf(actor, '1.4');
  expect(rows[0]).not.toHaveProperty('ServiceProviderName');
  expect(newer[0]).not.toHaveProperty('ProviderName');
  expect(rows.map((r) => r.ProviderName)).toEqual(newer.map((r) => r.ServiceProviderName));
  expect(rows.map((r) => r.x_HostProviderName)).toEqual(newer.map((r) => r.HostProviderName));
  // a bill of 1.3 names no publisher: its service provider is who sells
  const newerBills = rows.filter((r) => newer[rows.indexOf(r)]?.x_PublisherName === '');
  expect(newerBills.length).toBeGreaterThan(0);
  for (const r of newerBills) expect(r.PublisherName).toBe(r.ProviderName);
});

test('amounts in the pricing currency stand where it is that of the bill, and nowhere else', async () => {
  const { rows } = await fileOf(actor, '1.2');
  for (const r of rows)
    expect([r.PricingCurrencyEffectiveCost, r.PricingCurrencyListUnitPrice, r.PricingCurrencyContractedUnitPrice]).toEqual(
      r.PricingCurrency === r.BillingCurrency ? [r.EffectiveCost, r.ListUnitPrice, r.ContractedUnitPrice] : ['', '', ''],
    );
  expect(rows.some((r) => r.PricingCurrency !== r.BillingCurrency)).toBe(true);
});

/** Where a charge stands in a ledger is no part of it, and a person's pseudonym is not taken from a file. */
const ofThisLedger = ['x_Load', 'x_Line', 'x_PrincipalId'];
const told = (rows: readonly Row[]) =>
  rows.map((r) => JSON.stringify(Object.entries(r).filter(([column]) => !ofThisLedger.includes(column)))).sort();
const sumOf = (rows: readonly Row[]) => {
  const sums = new Map<string, Big>();
  for (const r of rows) {
    const key = `${r.ProviderName ?? r.ServiceProviderName} ${r.BillingCurrency}`;
    sums.set(key, (sums.get(key) ?? new Big(0)).plus(r.BilledCost || 0));
  }
  return Object.fromEntries([...sums].map(([key, sum]) => [key, sum.toFixed()]));
};

test.each(['1.2', '1.4'] as const)('a file of FOCUS %s that is imported again is recognised and gives the same file', async (version) => {
  const { csv, rows } = await fileOf(actor, version);
  const other = await makeActor();
  expect(await importPath(other, writeFile('again.csv', csv), {})).toMatchObject({
    ...{ outcome: 'imported', format: `FOCUS Cost and Usage ${version}` },
    ...{ rows: rows.length, accepted: rows.length, rejected: 0 },
  });
  const { rows: again } = await fileOf(other, version);
  expect(sumOf(again)).toEqual(sumOf(rows));
  expect(told(again)).toEqual(told(rows));
});

test('of a bill in two halves each row has the cost that it counts for, and of the other none; both files are taken in whole', async () => {
  const who = await makeActor();
  for (const half of ['ea-actual.csv', 'ea-amortized.csv']) await importPath(who, path.join(fixtures, 'azure/fixtures', half), {});
  const sum = (rows: readonly Row[], column: string) => rows.reduce((all, r) => all.plus(r[column] ?? ''), new Big(0)).toFixed();
  for (const [measure, own, other] of [
    ['billed', 'BilledCost', 'EffectiveCost'],
    ['effective', 'EffectiveCost', 'BilledCost'],
  ] as const) {
    const { csv, rows } = await fileOf(who, '1.2', measure);
    expect([sum(rows, own) === '0', sum(rows, other)]).toEqual([false, '0']);
    const result = await importPath(await makeActor(), writeFile(`${measure}.csv`, csv), {});
    expect(result).toMatchObject({ outcome: 'imported', accepted: rows.length, rejected: 0 });
    expect(result[measure].map((t) => new Big(t.amount).toFixed())).toEqual([sum(rows, own)]);
  }
});
