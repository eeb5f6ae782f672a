import fs from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test } from 'vitest';
import type { Actor } from '../../../core/access/actor';
import { query, sql } from '../../../db/sql';
import { makeActor, scratch, writeFile } from '../../../runtime/test-database';
import { importPath } from '../../../services/imports/import-path';

const fixture = (name: string) => path.join(import.meta.dirname, 'fixtures', name);

const chargesOf = ({ organizationId }: Actor) =>
  query<Record<string, string | null>>(
    organizationId,
    sql`select c.line::int as line, to_char(c.billing_period, 'YYYY-MM') as month, c.billed_cost::text as billed, c.list_cost::text as list,
               c.contracted_cost::text as contracted, p.charge_class as class, p.tags, p.sku_price_details as details, p.pricing_category as pricing,
               p.sub_account_id as project, p.resource_id as resource, p.x_region as region, p.pricing_currency as priced
          from charge c join charge_profile p on p.organization_id = c.organization_id and p.profile_key = c.profile_key
         where c.organization_id = ${organizationId} order by c.line`,
  );

async function brought(file: string) {
  const actor = await makeActor();
  const result = await importPath(actor, file, {});
  return { actor, result, charges: await chargesOf(actor) };
}

/** The fixture's lines as the nested Parquet that an export of BigQuery gives. */
async function nestedParquet(): Promise<string> {
  const to = path.join(scratch, 'bigquery.parquet');
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  await duck.run(`set TimeZone = 'UTC'; copy (
    select * replace (usage_start_time::timestamptz as usage_start_time, usage_end_time::timestamptz as usage_end_time, export_time::timestamptz as export_time)
      from read_json('${fixture('detailed.jsonl')}', format = 'newline_delimited')) to '${to}' (format parquet)`);
  duck.closeSync();
  return to;
}

test('what a line says beside its money', async () => {
  const { charges, result } = await brought(fixture('detailed.jsonl'));
  expect(result.billed).toEqual([{ currency: 'EUR', amount: '50.9499950000000001' }]);
  expect(charges[1]).toMatchObject({
    billed: '2.2499950000000001',
    list: '0.32',
    contracted: '2.5000000000000001',
    pricing: 'Committed',
    project: 'search-prod',
    region: 'europe-west1',
    priced: 'USD',
    resource: '//aiplatform.googleapis.com/projects/1/models/flash',
  });
  // the resource's label goes before its tag, that before the project's label
  expect(JSON.parse(charges[0]?.tags ?? '')).toEqual({ team: 'search', stage: 'prod', env: 'live' });
  expect(JSON.parse(charges[1]?.details ?? '')).toMatchObject({
    x_CurrencyConversionRate: '0.92',
    x_CreditTypes: 'COMMITTED_USAGE_DISCOUNT, PROMOTION',
  });
  expect(charges[4]).toMatchObject({ class: 'Correction', billed: '-0.1' });
  expect(JSON.parse(charges[4]?.details ?? '')).toMatchObject({ x_AdjustmentMode: 'PARTIAL_CORRECTION', x_CostType: 'adjustment' });
});

test('a charge belongs to the month of its invoice, whatever its day in UTC', async () => {
  const { charges } = await brought(fixture('detailed.jsonl'));
  expect(charges.map((c) => c.month)).toEqual(['2026-08', '2026-08', '2026-08', '2026-08', '2026-08']);
});

test('nested Parquet is the same bill as lines of JSON', async () => {
  const [lines, parquet] = [await brought(fixture('detailed.jsonl')), await brought(await nestedParquet())];
  // DOUBLE holds 17 digits: 2.5000000000000001 was 2.5 before it came here
  expect(parquet.result.billed).toEqual([{ currency: 'EUR', amount: '50.949995' }]);
  const told = (list: Awaited<ReturnType<typeof chargesOf>>) =>
    list.map(({ tags, details, month, project, class: kind }) => [
      tags && JSON.parse(tags),
      Object.keys(JSON.parse(details ?? '{}')),
      month,
      project,
      kind,
    ]);
  expect(told(parquet.charges)).toEqual(told(lines.charges));
});

test('cost and credits of very different size add up to the last digit', async () => {
  const line = (cost: string, ...credits: string[]) =>
    `{"billing_account_id":"A","usage_start_time":"2026-08-01","currency":"USD","sku":{"id":"s","description":"d"},"cost":${cost},"credits":[${credits
      .map((amount) => `{"name":"c","amount":${amount}}`)
      .join(',')}],"invoice":{"month":"202608"}}`;
  const { result, charges } = await brought(
    writeFile(
      'sizes.jsonl',
      [
        line('1234567.5', '-1.2345678901234567e-12'),
        line('9.87e-15', '-1e-16'),
        line('12345678901234567.5', '-0.5'),
        line('0.1', '"-0.1"'),
        line('1e20', '-1e-20'),
      ].join('\n'),
    ),
  );
  expect(charges.map((c) => c.billed)).toEqual(['1234567.4999999999987654321098765433', '0.00000000000000977', '12345678901234567', '0']);
  expect(result).toMatchObject({ outcome: 'imported-with-rejects', rejected: 1 });
  expect(result.reason).toMatch(/line 5: BilledCost "100000000000000000000 with credits of more than 38 digits" is no plain number/);
});

test('an invoice month that is exported again replaces itself', async () => {
  const actor = await makeActor();
  const first = await importPath(actor, fixture('detailed.jsonl'), {});
  const corrected = writeFile('again.jsonl', fs.readFileSync(fixture('detailed.jsonl'), 'utf8').replace('"cost":0.3', '"cost":0.4'));
  expect((await importPath(actor, corrected, {})).replaced).toEqual(first.loads);
});
