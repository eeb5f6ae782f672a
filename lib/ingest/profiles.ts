import fs from 'node:fs';
import path from 'node:path';
import { type Dimension, dimensions } from '../core/focus/columns';
import { name, onDisk, quote, type Voice } from './duckdb/session';
import { providerOf } from './enrich/provider';
import { type TaughtBook, taughtMeaningsOf } from './enrich/taught';
import { teamOf } from './enrich/team';
import type { Meaning, MeterText, MeterUse } from './enrich/types';
import { KEPT } from './stage';

/** The dimensions that decide a meaning. Free text that only describes a machine stays out, so that meters stay few. */
export const meterDimensions: Readonly<Record<keyof MeterText, Dimension>> = {
  serviceProviderName: 'ServiceProviderName',
  publisherName: 'x_PublisherName',
  serviceName: 'ServiceName',
  serviceCategory: 'ServiceCategory',
  serviceSubcategory: 'ServiceSubcategory',
  skuMeter: 'SkuMeter',
  skuId: 'SkuId',
  skuPriceDetails: 'SkuPriceDetails',
  chargeCategory: 'ChargeCategory',
  chargeDescription: 'ChargeDescription',
  pricingUnit: 'PricingUnit',
  consumedUnit: 'ConsumedUnit',
  resourceType: 'ResourceType',
  regionId: 'RegionId',
  regionName: 'RegionName',
  meterCategory: 'x_MeterCategory',
  meterSubcategory: 'x_MeterSubcategory',
  productName: 'x_ProductName',
  operation: 'x_Operation',
};

const meterColumns: Readonly<Record<keyof MeterText, string>> = {
  ...meterDimensions,
  skuPriceDetails: `case when contains(SkuPriceDetails, 'odel') or contains(SkuPriceDetails, 'oken') then SkuPriceDetails end`,
};

/** Details of a price that say nothing of models or tokens would only make more meters of one. */
export const speakingDetails = (details: string | null): string | null => (details !== null && /odel|oken/.test(details) ? details : null);

/** What a profile is stored with beside its dimensions, in the order of the table's columns. */
export const meaningColumns = [
  ['x_provider', 'provider'],
  ['x_service_name', 'serviceName'],
  ['x_service_category', 'serviceCategory'],
  ['x_service_subcategory', 'serviceSubcategory'],
  ['x_region', 'region'],
  ['x_is_ai', 'isAi'],
  ['x_model_class', 'modelClass'],
  ['x_model', 'model'],
  ['x_model_family', 'modelFamily'],
  ['x_model_vendor', 'modelVendor'],
  ['x_token_type', 'tokenType'],
  ['x_cache_ttl', 'cacheTtl'],
  ['x_modality', 'modality'],
  ['x_deployment_type', 'deploymentType'],
  ['x_service_tier', 'serviceTier'],
  ['x_context_band', 'contextBand'],
  ['x_lifecycle', 'lifecycle'],
  ['x_tokens_per_unit', 'tokensPerUnit'],
  ['x_scale_suspect', 'scaleSuspect'],
  ['x_rule', 'rule'],
] as const satisfies readonly (readonly [string, keyof Meaning])[];

/** The slice a profile belongs to: the columns dashboards group by. */
export const sliceColumns: readonly (readonly [column: string, from: string])[] = [
  ['provider', 'x_provider'],
  ['billing_account_id', 'BillingAccountId'],
  ['sub_account_id', 'coalesce(SubAccountName, SubAccountId)'],
  ['service_name', 'x_service_name'],
  ['service_category', 'x_service_category'],
  ['model', 'x_model'],
  ['model_vendor', 'x_model_vendor'],
  ['token_type', 'x_token_type'],
  ['region', 'x_region'],
  ['team', 'x_team'],
  ['charge_category', 'ChargeCategory'],
  ['billing_currency', `coalesce(BillingCurrency, '-')`],
  ['is_ai', 'x_is_ai'],
  ['model_class', 'x_model_class'],
];

/** What names a model's price, beside its unit: the columns of model_cost_daily. */
export const modelColumns: readonly (readonly [column: string, from: string])[] = [
  ['provider', 'x_provider'],
  ['account', 'coalesce(SubAccountId, BillingAccountId)'],
  ['account_name', 'coalesce(SubAccountName, SubAccountId, BillingAccountName, BillingAccountId)'],
  ['resource', 'coalesce(ResourceName, ResourceId)'],
  ['service', 'x_service_name'],
  ['model', 'x_model'],
  ['model_vendor', 'x_model_vendor'],
  ['model_class', 'x_model_class'],
  ['token_type', 'x_token_type'],
  ['cache_ttl', 'x_cache_ttl'],
  ['modality', 'x_modality'],
  ['region', 'x_region'],
  ['deployment', 'x_deployment_type'],
  ['tier', 'x_service_tier'],
  ['context_band', 'x_context_band'],
  ['lifecycle', 'x_lifecycle'],
  ['team', 'x_team'],
  ['charge_category', 'ChargeCategory'],
  ['currency', `coalesce(BillingCurrency, '-')`],
];

/** One key for all that stands in these texts together. */
const keyOver = (texts: readonly string[]) => `left(sha256(concat(${texts.map((text) => `${text}, chr(0)`).join(', ')})), 32)::uuid`;

const sliceKey = keyOver(sliceColumns.map(([, from]) => from));
/** Unlike in a slice, nothing is not an empty text: these rows are found again by their columns when a meter is taught. */
const modelKey = keyOver([...modelColumns.map(([, from]) => from), 'ConsumedUnit'].map((text) => `coalesce(${text}, chr(1))`));

/**
 * Makes `profile` from the kept rows: one row per key with its dimensions, its meaning (decided once per distinct meter, in TypeScript) and
 * its slice; those of AI also with what names their price. What people have taught stands before every grammar.
 */
export async function makeProfiles(session: Voice, scratch: string, taught: TaughtBook): Promise<void> {
  await session.run(`create table key_use as select min(r) as r, sum(try_cast(coalesce(BilledCost, EffectiveCost) as double)) as cost,
    sum(try_cast(ConsumedQuantity as double)) as quantity from charge_row where state = ${KEPT} group by key`);
  const described = dimensions.map((d) => `i.${name(d)}`).join(', ');
  await onDisk(
    session,
    scratch,
    'described',
    `select i.key, ${described}, u.cost, u.quantity from charge_row i join key_use u on i.r = u.r`,
  );
  await session.run('drop table key_use');
  const keys = Object.keys(meterColumns) as (keyof typeof meterColumns)[];
  const meterSelect = (alias: string) =>
    keys.map((k) => `${meterColumns[k].replace(/\b([A-Z]\w+|x_\w+)\b/g, `${alias}.$1`)} as meter_${k}`).join(', ');
  await session.run(`create table meter as select row_number() over () as meter_id, * from (
    select ${meterSelect('i')}, sum(cost) as cost, sum(quantity) as quantity from described i group by all)`);
  // DuckDB's names know no case: without the prefix `skuMeter` would be the dimension `SkuMeter`
  const meters = await session.rows(
    `select ${keys.map((k) => `meter_${k} as ${name(k)}`).join(', ')}, cost, quantity from meter order by meter_id`,
  );
  const meanings = taughtMeaningsOf(
    meters.map((m) => ({ ...m, cost: Number(m.cost ?? 0), quantity: Number(m.quantity ?? 0) }) as unknown as MeterUse),
    taught,
  );
  await load(
    session,
    scratch,
    'meaning',
    ['meter_id', ...meaningColumns.map(([c]) => c)],
    meanings.map((m, i) => [String(i + 1), ...meaningColumns.map(([, k]) => (m[k] === null ? null : String(m[k])))]),
  );
  const tags = await session.rows<{ tags: string }>(`select distinct Tags as tags from described where Tags is not null`);
  await load(
    session,
    scratch,
    'team',
    ['tags', 'x_team'],
    tags.map(({ tags: t }) => [t, teamOf(t)]),
  );

  const sameMeter = keys.map((k) => `m.meter_${k} is not distinct from d.meter_${k}`).join(' and ');
  await onDisk(
    session,
    scratch,
    'profile',
    `select *, ${sliceKey} as slice_key, case when x_is_ai = 'true' then ${modelKey} end as model_key from (
      select d.key as profile_key, ${dimensions.map((c: Dimension) => `d.${name(c)}`).join(', ')},
             ${meaningColumns.map(([c]) => `n.${c}`).join(', ')}, t.x_team
        from (select *, ${meterSelect('described')} from described) d
        join meter m on ${sameMeter}
        join meaning n on n.meter_id = m.meter_id::varchar
        left join team t on t.tags = d.Tags)`,
  );
}

/** `issuer_provider`: each issuer with its provider's id. */
export async function nameIssuers(session: Voice, scratch: string): Promise<void> {
  const issuers = await session.rows<{ issuer: string }>(`select distinct issuer from charge_row where state = ${KEPT}`);
  await load(
    session,
    scratch,
    'issuer_provider',
    ['issuer', 'provider'],
    issuers.map(({ issuer }) => [issuer, providerOf(issuer)]),
  );
}

/** A small table of texts out of JavaScript. */
async function load(session: Voice, scratch: string, table: string, columns: readonly string[], rows: (string | null)[][]): Promise<void> {
  const file = path.join(scratch, `${table}.ndjson`);
  const lines = rows.map((r) => `${JSON.stringify(r)}\n`);
  await fs.promises.writeFile(file, lines.join(''));
  // DuckDB clears a buffer of several times this size for each reading
  const longest = lines.reduce((n, l) => Math.max(n, Buffer.byteLength(l) + 1), 65_536);
  const cells = columns.map((c, i) => `json_extract_string(j, '$[${i}]') as ${name(c)}`).join(', ');
  await session.run(
    `create table ${table} as select ${cells} from read_csv(${quote(file)}, auto_detect = false, header = false, delim = '\\x01', quote = '', escape = '', max_line_size = ${longest}, columns = {'j': 'VARCHAR'})`,
  );
}
