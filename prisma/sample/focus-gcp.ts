import type { Day, Month } from './calendar';
import { company, type Demand, tagsOf, unitsOn, untagged, work } from './company';
import { type Cells, csvText } from './csv';
import { decimal, type Exact, exact, scaled, times } from './money';
import { hex } from './random';
import { billedIn, type SampleContent } from './sample-file';

/** FOCUS 1.2 in its own order. */
const columns = [
  ...['AvailabilityZone', 'BilledCost', 'BillingAccountId', 'BillingAccountName', 'BillingAccountType', 'BillingCurrency'],
  ...['BillingPeriodEnd', 'BillingPeriodStart', 'CapacityReservationId', 'CapacityReservationStatus', 'ChargeCategory', 'ChargeClass'],
  ...['ChargeDescription', 'ChargeFrequency', 'ChargePeriodEnd', 'ChargePeriodStart', 'CommitmentDiscountCategory'],
  ...['CommitmentDiscountId', 'CommitmentDiscountName', 'CommitmentDiscountQuantity', 'CommitmentDiscountStatus'],
  ...['CommitmentDiscountType', 'CommitmentDiscountUnit', 'ConsumedQuantity', 'ConsumedUnit', 'ContractedCost', 'ContractedUnitPrice'],
  ...['EffectiveCost', 'InvoiceId', 'InvoiceIssuerName', 'ListCost', 'ListUnitPrice', 'PricingCategory', 'PricingCurrency'],
  ...['PricingCurrencyContractedUnitPrice', 'PricingCurrencyEffectiveCost', 'PricingCurrencyListUnitPrice', 'PricingQuantity'],
  ...['PricingUnit', 'ProviderName', 'PublisherName', 'RegionId', 'RegionName', 'ResourceId', 'ResourceName', 'ResourceType'],
  ...['ServiceCategory', 'ServiceName', 'ServiceSubcategory', 'SkuId', 'SkuMeter', 'SkuPriceDetails', 'SkuPriceId', 'SubAccountId'],
  ...['SubAccountName', 'SubAccountType', 'Tags'],
] as const;
type Row = Cells<(typeof columns)[number]>;

interface Sku extends Demand {
  description: string;
  service: 'Vertex AI' | 'Compute Engine' | 'Cloud Storage' | 'BigQuery' | 'Cloud Run';
  unit: string;
  /** Public price of one unit; a token is one `count`. */
  list: string;
  decimals: number;
}

const services = {
  'Vertex AI': { host: 'aiplatform', category: 'AI and Machine Learning', subcategory: 'Generative AI', resource: 'endpoints' },
  'Compute Engine': { host: 'compute', category: 'Compute', subcategory: 'Virtual Machines', resource: 'instances' },
  'Cloud Storage': { host: 'storage', category: 'Storage', subcategory: 'Object Storage', resource: 'buckets' },
  BigQuery: { host: 'bigquery', category: 'Analytics', subcategory: 'Analytics Platforms', resource: 'datasets' },
  'Cloud Run': { host: 'run', category: 'Compute', subcategory: 'Containers', resource: 'services' },
} as const;

function sku(
  workload: Demand['workload'],
  service: Sku['service'],
  description: string,
  more: Omit<Sku, keyof Demand | 'service' | 'description'>,
  perDay: number,
  curve: Demand['curve'],
): Sku {
  return { key: `gcp ${workload.app} ${workload.environment} ${description}`, workload, service, description, perDay, curve, ...more };
}

function gemini(workload: Demand['workload'], description: string, perDay: number, list: string, curve: Demand['curve']): Sku {
  return sku(workload, 'Vertex AI', description, { unit: 'count', list, decimals: 0 }, perDay, curve);
}

const [search, content, tutoring, lab] = [work('search'), work('content'), work('tutoring'), work('research', 'dev')];
const skus: Sku[] = [
  gemini(search, 'Gemini 2.5 Flash GA Text Input - Predictions', 130_000_000, '0.0000003', 'rising'),
  gemini(search, 'Gemini 2.5 Flash GA Text Input Caching', 90_000_000, '0.00000003', 'rising'),
  gemini(search, 'Gemini 2.5 Flash GA Text Output - Predictions', 8_000_000, '0.0000025', 'rising'),
  gemini(search, 'Gemini 2.5 Flash GA Thinking Text Output - Predictions', 3_000_000, '0.0000025', 'rising'),
  gemini(content, 'Gemini 2.5 Pro Text Input - Predictions', 20_000_000, '0.00000125', 'steady'),
  gemini(content, 'Gemini 2.5 Pro Text Output - Predictions', 2_500_000, '0.00001', 'steady'),
  gemini(content, 'Gemini 2.5 Pro Thinking Text Output - Predictions', 1_400_000, '0.00001', 'steady'),
  gemini(tutoring, 'Gemini 3.7 Flash Global Text Input - Predictions', 60_000_000, '0.0000004', 'newInSummer'),
  gemini(tutoring, 'Gemini 3.7 Flash Global Text Output - Predictions', 6_000_000, '0.0000032', 'newInSummer'),
  gemini(tutoring, 'Gemini 2.5 Flash GA Audio Input - Predictions', 5_000_000, '0.000001', 'steady'),
  gemini(work('search', 'staging'), 'Gemini 2.5 Flash GA Text Input - Predictions', 6_000_000, '0.0000003', 'steady'),
  sku(lab, 'Compute Engine', 'G2 Instance Core running in Netherlands', { unit: 'Hours', list: '0.0275', decimals: 3 }, 320_000, 'rising'),
  sku(lab, 'Compute Engine', 'Nvidia L4 GPU running in Netherlands', { unit: 'Hours', list: '0.6166', decimals: 3 }, 40_000, 'rising'),
  sku(untagged('sheet-exports'), 'BigQuery', 'Analysis', { unit: 'TiB', list: '6.25', decimals: 4 }, 31_000, 'steady'),
  sku(content, 'Cloud Storage', 'Standard Storage EU Multi-region', { unit: 'GB-Months', list: '0.026', decimals: 4 }, 2_400_000, 'rising'),
  sku(work('platform'), 'Cloud Run', 'CPU Allocation Time', { unit: 'vCPU-Seconds', list: '0.000024', decimals: 0 }, 640_000, 'rising'),
];

const discount = exact('0.95');
const taxRate = exact('0.05');
const credits: Record<number, string> = { 1: '300', 4: '300', 7: '450', 10: '450' };

export function* googleFiles(months: Month[]): Generator<SampleContent> {
  for (const month of months) {
    const lines = month.days.flatMap((day) => skus.flatMap((one) => usage(one, day) ?? []));
    const used = lines.reduce((sum, { cost }) => sum + cost, 0n);
    const credit = credits[month.index];
    if (credit) lines.push(extra(month, 'Credit', 'Promotional credit for education', -exact(credit)));
    if (month.closed) lines.push(extra(month, 'Tax', 'Tax', (times(used, taxRate) / scaled(1n, 2)) * scaled(1n, 2)));
    const billed = lines.reduce((sum, { cost }) => sum + cost, 0n);
    const rows = lines.map(({ row }) => ({ ...common(month), ...row }));
    yield {
      path: `google/focus-${month.name}.csv`,
      provider: 'gcp',
      format: 'focus-1.2',
      month: month.name,
      rows: rows.length,
      billed: billedIn('USD', billed),
      content: csvText(columns, rows),
    };
  }
}

interface Line {
  row: Row;
  cost: Exact;
}

function usage(one: Sku, day: Day): Line | null {
  const units = unitsOn(one, day);
  if (units === 0n) return null;
  const [quantity, list] = [scaled(units, one.decimals), exact(one.list)];
  const price = times(list, discount);
  const cost = times(quantity, price);
  const service = services[one.service];
  const { app, environment } = one.workload;
  const id = hex(`sku ${one.description}`, 12).toUpperCase();
  const skuId = `${id.slice(0, 4)}-${id.slice(4, 8)}-${id.slice(8)}`;
  const row: Row = {
    ...costs(cost, times(quantity, list)),
    ...span(day.date, day.next),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: one.description,
    ConsumedQuantity: decimal(quantity),
    ConsumedUnit: one.unit,
    PricingQuantity: decimal(quantity),
    PricingUnit: one.unit,
    PricingCategory: 'Standard',
    ContractedUnitPrice: decimal(price),
    PricingCurrencyContractedUnitPrice: decimal(price),
    ListUnitPrice: one.list,
    PricingCurrencyListUnitPrice: one.list,
    RegionId: 'europe-west4',
    RegionName: 'Netherlands',
    ResourceId: `//${service.host}.googleapis.com/projects/nw-${app}-${environment}/${service.resource}/${app}`,
    ResourceName: app,
    ResourceType: service.resource,
    ServiceCategory: service.category,
    ServiceSubcategory: service.subcategory,
    ServiceName: one.service,
    SkuId: skuId,
    SkuPriceId: `${skuId}-EU`,
    SkuMeter: one.description,
    SubAccountId: `nw-${app}-${environment}`,
    SubAccountName: `${app} ${environment}`,
    SubAccountType: 'Project',
    Tags: JSON.stringify(tagsOf(one.workload)),
  };
  return { row, cost };
}

function extra(month: Month, category: 'Credit' | 'Tax', description: string, cost: Exact): Line {
  const day = category === 'Tax' ? month.last : month.first;
  const row: Row = {
    ...costs(cost, cost),
    ...span(day, category === 'Tax' ? month.next : (month.days[0]?.next ?? month.next)),
    ChargeCategory: category,
    ChargeFrequency: 'One-Time',
    ChargeDescription: description,
    ServiceName: 'Invoice',
    ServiceCategory: 'Other',
    ServiceSubcategory: 'Other (Other)',
    Tags: '{}',
  };
  return { row, cost };
}

function costs(cost: Exact, list: Exact): Row {
  const amount = decimal(cost);
  return {
    BilledCost: amount,
    EffectiveCost: amount,
    ContractedCost: amount,
    PricingCurrencyEffectiveCost: amount,
    ListCost: decimal(list),
  };
}

function span(from: string, to: string): Row {
  return { ChargePeriodStart: `${from}T00:00:00Z`, ChargePeriodEnd: `${to}T00:00:00Z` };
}

function common(month: Month): Row {
  return {
    BillingAccountId: '0NWA01-0NWB02-0NWC03',
    BillingAccountName: `${company.name} Google`,
    BillingAccountType: 'Billing Account',
    BillingCurrency: 'USD',
    PricingCurrency: 'USD',
    BillingPeriodStart: `${month.first}T00:00:00Z`,
    BillingPeriodEnd: `${month.next}T00:00:00Z`,
    InvoiceId: month.closed ? `NWG-${month.name}` : '',
    InvoiceIssuerName: 'Google Cloud',
    ProviderName: 'Google Cloud',
    PublisherName: 'Google',
  };
}
