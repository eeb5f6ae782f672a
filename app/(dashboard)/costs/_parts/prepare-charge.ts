import { valueName } from '@/components/filters/value-names';
import type { ChargeDetail } from '@/lib/client/costs';
import type { CostDimension } from '@/lib/core/costs/dimensions';
import { type FocusColumn, snake } from '@/lib/core/focus/columns';
import { formatExact } from '@/lib/core/money/format';

/** The columns of a charge by what they are about. */
export const columnGroups: readonly { title: string; columns: readonly FocusColumn[] }[] = [
  {
    title: 'Cost',
    columns: ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost', 'BillingCurrency', 'PricingCurrency'],
  },
  { title: 'Time', columns: ['ChargePeriodStart', 'ChargePeriodEnd', 'BillingPeriodStart'] },
  {
    title: 'Quantity and price',
    columns: [
      'ConsumedQuantity',
      'ConsumedUnit',
      'PricingQuantity',
      'PricingUnit',
      'ListUnitPrice',
      'ContractedUnitPrice',
      'PricingCategory',
    ],
  },
  {
    title: 'Charge',
    columns: ['ChargeCategory', 'ChargeClass', 'ChargeDescription', 'ChargeFrequency', 'InvoiceId', 'InvoiceDetailId', 'InvoiceIssuerName'],
  },
  {
    title: 'Service',
    columns: ['ServiceProviderName', 'HostProviderName', 'ServiceName', 'ServiceCategory', 'ServiceSubcategory', 'x_PublisherName'],
  },
  {
    title: 'SKU and meter',
    columns: [
      'SkuId',
      'SkuMeter',
      'SkuPriceId',
      'SkuPriceDetails',
      'x_MeterCategory',
      'x_MeterSubcategory',
      'x_ProductName',
      'x_Operation',
    ],
  },
  {
    title: 'Account',
    columns: [
      'BillingAccountId',
      'BillingAccountName',
      'BillingAccountType',
      'SubAccountId',
      'SubAccountName',
      'SubAccountType',
      'x_CostCenter',
      'x_PrincipalId',
    ],
  },
  {
    title: 'Resource',
    columns: ['ResourceId', 'ResourceName', 'ResourceType', 'x_ResourceGroupName', 'RegionId', 'RegionName', 'AvailabilityZone', 'Tags'],
  },
  {
    title: 'Commitment and capacity',
    columns: [
      'CommitmentDiscountCategory',
      'CommitmentDiscountId',
      'CommitmentDiscountName',
      'CommitmentDiscountStatus',
      'CommitmentDiscountType',
      'CommitmentDiscountUnit',
      'CapacityReservationId',
      'CapacityReservationStatus',
    ],
  },
  {
    title: 'Allocation',
    columns: ['AllocatedMethodId', 'AllocatedResourceId', 'AllocatedResourceName', 'AllocatedTags'],
  },
];

const concluded: readonly [key: string, label: string][] = [
  ['x_provider', 'Provider'],
  ['x_service_name', 'Service'],
  ['x_service_category', 'Service category'],
  ['x_service_subcategory', 'Service subcategory'],
  ['x_region', 'Region'],
  ['x_is_ai', 'AI spend'],
  ['x_model_class', 'Classification'],
  ['x_model', 'Model'],
  ['x_model_family', 'Model family'],
  ['x_model_vendor', 'Model vendor'],
  ['x_token_type', 'Token type'],
  ['x_tokens_per_unit', 'Tokens per unit'],
  ['x_scale_suspect', 'Scale of the unit suspect'],
  ['x_cache_ttl', 'Cache lifetime'],
  ['x_modality', 'Modality'],
  ['x_deployment_type', 'Deployment'],
  ['x_service_tier', 'Service tier'],
  ['x_context_band', 'Context'],
  ['x_lifecycle', 'Lifecycle'],
  ['x_team', 'Team'],
  ['x_rule', 'By the rule'],
];
const origin: readonly [key: string, label: string][] = [
  ['x_source', 'Source'],
  ['x_file', 'File'],
  ['x_load', 'Load'],
  ['x_line', 'Line'],
];

export interface ChargeLine {
  label: string;
  /** One line, or one for each tag. */
  values: string[];
}
export interface ChargeSheet {
  concluded: ChargeLine[];
  origin: ChargeLine[];
  groups: { title: string; lines: ChargeLine[] }[];
  /** Columns that the source left empty. */
  empty: string[];
}

/** Everything known of one charge, in groups; what the source left empty is named at the end and takes no room. */
export function prepareCharge(detail: ChargeDetail): ChargeSheet {
  const lines = (list: readonly [string, string][]) =>
    list.flatMap(([key, label]) => {
      const values = valuesOf(detail[key]);
      return values.length ? [{ label, values }] : [];
    });
  const columns = (list: readonly FocusColumn[]) => lines(list.map((c) => [snake(c), c]));
  return {
    concluded: lines(concluded).map((line) => ({ ...line, values: line.values.map((v) => spoken(line.label, v)) })),
    origin: lines(origin),
    groups: columnGroups.map((g) => ({ title: g.title, lines: columns(g.columns) })).filter((g) => g.lines.length > 0),
    empty: columnGroups.flatMap((g) => g.columns).filter((c) => valuesOf(detail[snake(c)]).length === 0),
  };
}

/** Our own words for our own ids; the file's words stay as they came. */
function spoken(label: string, value: string): string {
  const dimension = said[label];
  if (dimension) return valueName(dimension, value);
  return label === 'Tokens per unit' ? formatExact(value, 'JPY').figure : value;
}
const said: Readonly<Record<string, CostDimension>> = {
  Provider: 'provider',
  'Model vendor': 'vendor',
  'Token type': 'token-type',
  Classification: 'class',
};

function valuesOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '') return [];
  if (typeof value === 'boolean') return [value ? 'yes' : 'no'];
  if (typeof value !== 'string') return [String(value)];
  const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?(?:\+00:00|Z)$/.exec(value);
  if (moment) return [`${moment[1]} ${moment[2]} UTC`];
  return pairsOf(value) ?? [value];
}

/** Tags and price details are JSON in one cell. */
function pairsOf(text: string): string[] | null {
  if (!text.startsWith('{')) return null;
  try {
    return Object.entries(JSON.parse(text) as Record<string, unknown>).map(
      ([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`,
    );
  } catch {
    return null;
  }
}
