import { snake } from '../../core/focus/columns';
import { type FileColumnKind, type FocusFileVersion, fileColumns } from '../../core/focus/file-columns';
import { batches, raw, type Sql, sql } from '../sql';
import type { AskedDimension } from './allocated-costs';
import { allocationOn } from './allocations';

/** A charge as a line of a file: texts in the order of `fileColumns`. */
export type ChargeFileRow = readonly (string | null)[];

const moment = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;
const month = (text: string) => `to_char(${text}, 'YYYY-MM-DD"T00:00:00Z"')`;

/** Prices are kept in the billing currency; in another they are known to nobody. */
const pricedAlike = `coalesce(p.pricing_currency, p.billing_currency) is not distinct from p.billing_currency`;
const inPricingCurrency = (column: string) => `case when ${pricedAlike} then x.${column}::text end`;
const provider = `coalesce(p.service_provider_name, p.invoice_issuer_name, p.x_publisher_name, p.host_provider_name)`;
const none = 'null::text';
const counted = (column: string, counts: string) => `case when c.${counts} then x.${column}::text else '0' end`;

/**
 * Where a cell is more than the column of its name. A column in which the standard wants a value has what the ledger knows of it besides: who provides
 * a service issues its bill and publishes it unless others are named, and a service has the category it was found in. Amounts stand as they were billed:
 * made up, they would no longer add up to what the pages show. A charge that does not count for a cost, another export of the same bill speaking for that,
 * has none of it: 0, as in the sums, since the standard wants both costs in every row.
 */
const derived: Readonly<Record<string, string>> = {
  BillingPeriodStart: month('l.billing_period'),
  BillingPeriodEnd: month(`l.billing_period + interval '1 month'`),
  ChargePeriodStart: moment('x.charge_period_start'),
  ChargePeriodEnd: moment('x.charge_period_end'),
  BilledCost: counted('billed_cost', 'counts_billed'),
  EffectiveCost: counted('effective_cost', 'counts_effective'),
  PricingCurrencyEffectiveCost: inPricingCurrency('effective_cost'),
  PricingCurrencyListUnitPrice: inPricingCurrency('list_unit_price'),
  PricingCurrencyContractedUnitPrice: inPricingCurrency('contracted_unit_price'),
  PricingCurrency: `coalesce(p.pricing_currency, p.billing_currency)`,
  // of a purchase, a tax or a credit nobody can tell
  ChargeFrequency: `coalesce(p.charge_frequency, case when p.charge_category = 'Usage' then 'Usage-Based' end)`,
  InvoiceIssuerName: `coalesce(p.invoice_issuer_name, ${provider})`,
  ProviderName: provider,
  ServiceProviderName: provider,
  // until 1.2 the seller on a marketplace; from 1.3 on that is the service provider
  PublisherName: `coalesce(p.x_publisher_name, ${provider})`,
  ServiceName: `coalesce(p.service_name, p.x_service_name)`,
  ServiceCategory: `coalesce(p.service_category, p.x_service_category)`,
  ServiceSubcategory: `coalesce(p.service_subcategory, p.x_service_subcategory)`,
  x_IsAi: 'p.x_is_ai::text',
  x_Load: 'x.load_id::text',
  x_Line: 'x.line::text',
  // the ledger keeps nothing of these
  AllocatedMethodDetails: none,
  CommitmentDiscountQuantity: none,
  CommitmentProgramEligibilityDetails: none,
  ContractApplied: none,
};

const cellOf = (name: string, kind: FileColumnKind): string =>
  derived[name] ?? (kind === 'decimal' ? `x.${snake(name)}::text` : `p.${snake(name)}`);

export interface ChargeFileAsk {
  from: string;
  to: string;
  /** Whose charges are counted: of Azure's two exports each speaks for one measure. */
  counting: 'billed' | 'effective';
  profiles: readonly ProfileSpan[];
  version: FocusFileVersion;
  /** Whom each charge belongs to, by this dimension, as `x_Owner`; null leaves that out. */
  owners: Pick<AskedDimension, 'key' | 'isBuiltIn'> | null;
}

/** A profile whose charges are wanted, for some of its days where an allocation changed with time. */
export interface ProfileSpan {
  key: string;
  from: string | null;
  to: string | null;
}

/** ` left join …` with the value that holds on the day of a charge, and how it is read. */
function ownerOf(organization: number, owners: ChargeFileAsk['owners']): { owner: string; joined: Sql } {
  if (owners === null) return { owner: none, joined: raw('') };
  if (owners.isBuiltIn) return { owner: 'p.x_team', joined: raw('') };
  return {
    owner: 'a.value',
    joined: sql`left join lateral (${allocationOn(organization, owners.key, sql`x.profile_key`, sql`(x.charge_period_start at time zone 'UTC')::date`)}) a on true`,
  };
}

/** All charges of these profiles that count, in the order of their loads and lines, some thousand at a time. */
export async function* chargeFile(organization: number, ask: ChargeFileAsk): AsyncGenerator<ChargeFileRow[]> {
  const { from, to, counting, profiles, version, owners } = ask;
  const counts = counting === 'effective' ? sql`c.counts_effective` : sql`c.counts_billed`;
  const dated = profiles.some((p) => p.from !== null);
  const spans = dated
    ? sql`join unnest(${profiles.map((p) => p.key)}::uuid[], ${profiles.map((p) => p.from ?? '0001-01-01')}::date[], ${profiles.map((p) => p.to ?? '9999-12-31')}::date[])
               as span(key, first, until) on span.key = x.profile_key and x.charge_period_start >= span.first and x.charge_period_start < span.until`
    : raw('');
  const wanted = dated ? raw('') : sql` and x.profile_key = any(${profiles.map((p) => p.key)}::uuid[])`;
  const { owner, joined } = ownerOf(organization, owners);
  const cells = fileColumns(version, owners !== null).map((c) => (c.of === 'x_Owner' ? owner : cellOf(c.of, c.kind)));
  const statement = sql`select array[${raw(cells.join(', '))}] as cells
          from load_claim c
          join load l on l.id = c.load_id
          join charge x on x.billing_period = l.billing_period and x.load_id = c.load_id
                       and x.charge_period_start >= greatest(c.from_day, ${from}::date) and x.charge_period_start < least(c.to_day, ${to}::date)
          join charge_profile p on p.organization_id = ${organization} and p.profile_key = x.profile_key ${spans} ${joined}
         where c.organization_id = ${organization} and x.organization_id = ${organization} and ${counts}${wanted}
         order by x.load_id, x.line`;
  for await (const rows of batches<{ cells: (string | null)[] }>(organization, statement, 5_000)) yield rows.map((r) => r.cells);
}
