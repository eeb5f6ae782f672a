import type { Day, Month } from './calendar';
import { type Demand, tagsOf, unitsOn, untagged, work } from './company';
import { type Cells, csvText } from './csv';
import { decimal, type Exact, exact, scaled, times } from './money';
import { letters } from './random';
import { billedIn, type SampleContent } from './sample-file';

/** FOCUS 1.0: no invoice id, no meter, no currencies of pricing yet. */
const columns = [
  ...['AvailabilityZone', 'BilledCost', 'BillingAccountId', 'BillingAccountName', 'BillingCurrency', 'BillingPeriodEnd'],
  ...['BillingPeriodStart', 'ChargeCategory', 'ChargeClass', 'ChargeDescription', 'ChargeFrequency', 'ChargePeriodEnd'],
  ...['ChargePeriodStart', 'CommitmentDiscountCategory', 'CommitmentDiscountId', 'CommitmentDiscountName', 'CommitmentDiscountStatus'],
  ...['CommitmentDiscountType', 'ConsumedQuantity', 'ConsumedUnit', 'ContractedCost', 'ContractedUnitPrice', 'EffectiveCost'],
  ...['InvoiceIssuerName', 'ListCost', 'ListUnitPrice', 'PricingCategory', 'PricingQuantity', 'PricingUnit', 'ProviderName'],
  ...['PublisherName', 'RegionId', 'RegionName', 'ResourceId', 'ResourceName', 'ResourceType', 'ServiceCategory', 'ServiceName'],
  ...['SkuId', 'SkuPriceId', 'SubAccountId', 'SubAccountName', 'Tags'],
] as const;
type Row = Cells<(typeof columns)[number]>;

interface Part extends Demand {
  /** Oracle's part number. */
  sku: string;
  description: string;
  service: string;
  category: string;
  unit: string;
  price: string;
  decimals: number;
  type: string;
}

const tenancy = `ocid1.tenancy.oc1..${letters('tenancy', 40)}`;
const ai = { service: 'OCI Generative AI', category: 'AI and Machine Learning', type: 'generativeaiendpoint' };
const compute = { service: 'COMPUTE', category: 'Compute', type: 'instance', unit: 'Hours', decimals: 3 };

const parts: Part[] = [
  {
    ...{ key: 'oci cohere', workload: work('support'), perDay: 260_000, curve: 'rising', sku: 'B108077', ...ai },
    ...{ description: 'OCI Generative AI - Large Cohere', unit: '10000 Transactions', price: '0.0147', decimals: 2 },
  },
  {
    ...{ key: 'oci retrieval', workload: work('support'), perDay: 90_000, curve: 'rising', sku: 'B112416', ...ai },
    ...{ description: 'OCI Generative AI - Vector Store Retrieval', unit: '1000 Requests', price: '0.386', decimals: 4 },
  },
  {
    ...{ key: 'oci gpu', workload: work('research', 'dev'), perDay: 9_000, curve: 'rising', sku: 'NW-GPU-A10', ...compute },
    description: 'Compute - GPU - VM.GPU.A10.1',
    price: '1.55',
  },
  {
    ...{ key: 'oci database', workload: work('platform'), perDay: 48_000, curve: 'steady', always: true, sku: 'NW-ADB-01' },
    ...{ description: 'Autonomous Database - ECPU', service: 'DATABASE', category: 'Databases', type: 'autonomousdatabase' },
    ...{ unit: 'Hours', price: '0.259', decimals: 3 },
  },
  {
    ...{ key: 'oci archive', workload: untagged('exam-archive'), perDay: 2_100_000, curve: 'steady', sku: 'NW-OBJ-01' },
    ...{ description: 'Object Storage - Storage', service: 'OBJECTSTORE', category: 'Storage', type: 'bucket' },
    ...{ unit: 'GB-Months', price: '0.0197', decimals: 5 },
  },
];

export function* oracleFiles(months: Month[]): Generator<SampleContent> {
  for (const month of months) {
    const lines = month.days.flatMap((day) => parts.flatMap((part) => usage(part, day, month) ?? []));
    yield {
      path: `oracle/focus-${month.name}.csv`,
      provider: 'oracle',
      format: 'focus-1.0',
      month: month.name,
      rows: lines.length,
      billed: billedIn(
        'GBP',
        lines.reduce((sum, { cost }) => sum + cost, 0n),
      ),
      content: csvText(
        columns,
        lines.map(({ row }) => row),
      ),
    };
  }
}

function usage(part: Part, day: Day, month: Month): { row: Row; cost: Exact } | null {
  const units = unitsOn(part, day);
  if (units === 0n) return null;
  const quantity = scaled(units, part.decimals);
  const cost = times(quantity, exact(part.price));
  const amount = decimal(cost);
  const row: Row = {
    BilledCost: amount,
    EffectiveCost: amount,
    ContractedCost: amount,
    ListCost: amount,
    ContractedUnitPrice: part.price,
    ListUnitPrice: part.price,
    BillingAccountId: '31400926',
    BillingAccountName: 'Northwind Learning UK',
    BillingCurrency: 'GBP',
    BillingPeriodStart: `${month.first}T00:00:00.000Z`,
    BillingPeriodEnd: `${month.next}T00:00:00.000Z`,
    ChargePeriodStart: `${day.date}T00:00:00.000Z`,
    ChargePeriodEnd: `${day.next}T00:00:00.000Z`,
    ChargeCategory: 'Usage',
    ChargeDescription: part.description,
    ChargeFrequency: 'Usage-Based',
    ConsumedQuantity: decimal(quantity),
    ConsumedUnit: part.unit,
    PricingQuantity: decimal(quantity),
    PricingUnit: part.unit,
    PricingCategory: 'Standard',
    InvoiceIssuerName: 'Oracle',
    ProviderName: 'Oracle',
    PublisherName: 'Oracle',
    RegionId: 'uk-london-1',
    RegionName: 'UK South (London)',
    ResourceId: `ocid1.${part.type}.oc1.uk-london-1.${letters(part.key, 40)}`,
    ResourceName: part.workload.app,
    ResourceType: part.type,
    ServiceCategory: part.category,
    ServiceName: part.service,
    SkuId: part.sku,
    SkuPriceId: `${part.sku}-GBP`,
    SubAccountId: tenancy,
    SubAccountName: 'northwinduk',
    Tags: JSON.stringify(tagsOf(part.workload)),
  };
  return { row, cost };
}
