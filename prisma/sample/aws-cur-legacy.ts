import type { Day, Month } from './calendar';
import { type Demand, unitsOn, untagged, work } from './company';
import { type Cells, csvText } from './csv';
import { decimal, type Exact, exact, scaled, times } from './money';
import { letters } from './random';
import { billedIn, type SampleContent } from './sample-file';

/** The report as it was before Data Exports: its columns follow what was used. */
const columns = [
  ...['identity/LineItemId', 'identity/TimeInterval', 'bill/InvoiceId', 'bill/InvoicingEntity', 'bill/BillingEntity', 'bill/BillType'],
  ...['bill/PayerAccountId', 'bill/BillingPeriodStartDate', 'bill/BillingPeriodEndDate', 'lineItem/UsageAccountId'],
  ...['lineItem/LineItemType', 'lineItem/UsageStartDate', 'lineItem/UsageEndDate', 'lineItem/ProductCode', 'lineItem/UsageType'],
  ...['lineItem/Operation', 'lineItem/AvailabilityZone', 'lineItem/ResourceId', 'lineItem/UsageAmount', 'lineItem/NormalizationFactor'],
  ...['lineItem/NormalizedUsageAmount', 'lineItem/CurrencyCode', 'lineItem/UnblendedRate', 'lineItem/UnblendedCost'],
  ...['lineItem/BlendedRate', 'lineItem/BlendedCost', 'lineItem/LineItemDescription', 'lineItem/TaxType', 'lineItem/LegalEntity'],
  ...['product/ProductName', 'product/instanceType', 'product/location', 'product/locationType', 'product/operation'],
  ...['product/productFamily', 'product/region', 'product/regionCode', 'product/servicecode', 'product/servicename', 'product/sku'],
  ...['product/usagetype', 'pricing/RateCode', 'pricing/RateId', 'pricing/currency', 'pricing/publicOnDemandCost'],
  ...['pricing/publicOnDemandRate', 'pricing/term', 'pricing/unit', 'reservation/AmortizedUpfrontCostForUsage'],
  ...['reservation/EffectiveCost', 'reservation/EndTime', 'reservation/NumberOfReservations', 'reservation/RecurringFeeForUsage'],
  ...['reservation/ReservationARN', 'reservation/StartTime', 'reservation/SubscriptionId'],
  ...['reservation/UnusedAmortizedUpfrontFeeForBillingPeriod', 'reservation/UnusedQuantity', 'reservation/UnusedRecurringFee'],
  ...['resourceTags/aws:createdBy', 'resourceTags/user:Team', 'resourceTags/user:Environment'],
] as const;
type Row = Cells<(typeof columns)[number]>;

interface Legacy extends Demand {
  code: string;
  product: string;
  family: string;
  usageType: string;
  operation: string;
  rate: string;
  unit: string;
  decimals: number;
  instanceType?: string;
}

/** An acquired company on its own payer account; it moves to the main one after three months. */
const payer = '222200001111';
const monthsKept = 3;
const reservedRate = exact('0.12');
const arn = `arn:aws:rds:eu-central-1:${payer}:ri:ri-northwind-legacy`;
const [search, support, tutor] = [work('search'), work('support'), work('tutoring', 'staging')];
const [ec2, s3] = ['Amazon Elastic Compute Cloud', 'Amazon Simple Storage Service'];

const series: Legacy[] = [
  token('legacy nova in', support, 'EUC1-NovaLite-input-tokens', 30_000_000, '0.00006'),
  token('legacy nova out', support, 'EUC1-NovaLite-output-tokens', 5_000_000, '0.00024'),
  token('legacy claude in', tutor, 'EUC1-Claude4Sonnet-input-tokens', 6_000_000, '0.003'),
  token('legacy claude out', tutor, 'EUC1-Claude4Sonnet-output-tokens', 1_200_000, '0.015'),
  server('legacy web', search, 'm5.xlarge', 48_000, '0.23'),
  server('legacy index', search, 'r5.2xlarge', 24_000, '0.608'),
  server('legacy gpu', support, 'g4dn.xlarge', 24_000, '0.658'),
  server('legacy cron', untagged('legacy-cron'), 't3.medium', 24_000, '0.048'),
  store('legacy bucket', search, 140_000_000),
  store('legacy logs', untagged('legacy-logs'), 60_000_000),
];

export function* awsLegacyFiles(months: Month[]): Generator<SampleContent> {
  for (const month of months.slice(0, monthsKept)) {
    const fee = reservedRate * BigInt(month.days.length * 24);
    const lines = [...month.days.flatMap((day) => [...series.flatMap((one) => usage(one, day) ?? []), reservedUsage(day)])];
    const billed = lines.reduce((sum, { cost }) => sum + cost, fee);
    const rows = [reservationFee(month, fee), ...lines.map(({ row }) => row)].map((row, nth) => ({ ...common(month, nth), ...row }));
    yield {
      path: `aws/legacy-payer-${month.name}.csv`,
      provider: 'aws',
      format: 'aws-cur-legacy',
      month: month.name,
      rows: rows.length,
      billed: billedIn('USD', billed),
      content: csvText(columns, rows),
    };
  }
}

function usage(one: Legacy, day: Day): { row: Row; cost: Exact } | null {
  const units = unitsOn(one, day);
  if (units === 0n) return null;
  const amount = scaled(units, one.decimals);
  const cost = times(amount, exact(one.rate));
  const row: Row = {
    ...day24(day.date, day.next),
    ...sku(one.code, one.product, one.family, one.usageType, one.operation),
    'lineItem/LineItemType': 'Usage',
    'lineItem/ResourceId': one.key.replaceAll(' ', '-'),
    'lineItem/UsageAmount': decimal(amount),
    'lineItem/UnblendedRate': one.rate,
    'lineItem/UnblendedCost': decimal(cost),
    'lineItem/BlendedRate': one.rate,
    'lineItem/BlendedCost': decimal(cost),
    'lineItem/LineItemDescription': `$${one.rate} per ${one.unit} in EU (Frankfurt)`,
    'product/instanceType': one.instanceType ?? '',
    'pricing/publicOnDemandCost': decimal(cost),
    'pricing/publicOnDemandRate': one.rate,
    'pricing/term': 'OnDemand',
    'pricing/unit': one.unit,
    'resourceTags/user:Team': one.workload.tagged ? one.workload.team : '',
    'resourceTags/user:Environment': one.workload.tagged ? one.workload.environment : '',
  };
  return { row, cost };
}

/** A database that a reservation pays for: it costs nothing on its own line. */
function reservedUsage(day: Day): { row: Row; cost: Exact } {
  const effective = decimal(reservedRate * 24n);
  const row: Row = {
    ...day24(day.date, day.next),
    ...sku(
      'AmazonRDS',
      'Amazon Relational Database Service',
      'Database Instance',
      'EUC1-InstanceUsage:db.m5.large',
      'CreateDBInstance:0014',
    ),
    'lineItem/LineItemType': 'DiscountedUsage',
    'lineItem/ResourceId': `arn:aws:rds:eu-central-1:${payer}:db:legacy-main`,
    'lineItem/UsageAmount': '24',
    'lineItem/UnblendedRate': '0',
    'lineItem/UnblendedCost': '0',
    'lineItem/LineItemDescription': 'PostgreSQL, db.m5.large reserved instance applied',
    'pricing/publicOnDemandRate': '0.21',
    'pricing/publicOnDemandCost': '5.04',
    'pricing/term': 'Reserved',
    'pricing/unit': 'Hrs',
    'reservation/EffectiveCost': effective,
    'reservation/RecurringFeeForUsage': effective,
    'reservation/ReservationARN': arn,
    'resourceTags/user:Team': 'search',
    'resourceTags/user:Environment': 'prod',
  };
  return { row, cost: 0n };
}

function reservationFee(month: Month, fee: Exact): Row {
  return {
    ...day24(month.first, month.next),
    ...sku('AmazonRDS', 'Amazon Relational Database Service', 'Database Instance', 'EUC1-HeavyUsage:db.m5.large', 'CreateDBInstance:0014'),
    'lineItem/LineItemType': 'RIFee',
    'lineItem/UsageAmount': String(month.days.length * 24),
    'lineItem/UnblendedRate': decimal(reservedRate),
    'lineItem/UnblendedCost': decimal(fee),
    'lineItem/LineItemDescription': 'PostgreSQL, db.m5.large, hourly charge of the reservation',
    'pricing/unit': 'Hrs',
    'reservation/ReservationARN': arn,
    'reservation/NumberOfReservations': '1',
    'reservation/UnusedAmortizedUpfrontFeeForBillingPeriod': '0',
    'reservation/UnusedQuantity': '0',
    'reservation/UnusedRecurringFee': '0',
  };
}

function day24(from: string, to: string): Row {
  const [start, end] = [`${from}T00:00:00Z`, `${to}T00:00:00Z`];
  return { 'identity/TimeInterval': `${start}/${end}`, 'lineItem/UsageStartDate': start, 'lineItem/UsageEndDate': end };
}

function sku(code: string, product: string, family: string, usageType: string, operation: string): Row {
  const id = letters(`legacy sku ${usageType}`, 16).toUpperCase();
  return {
    'lineItem/ProductCode': code,
    'lineItem/UsageType': usageType,
    'lineItem/Operation': operation,
    'product/ProductName': product,
    'product/productFamily': family,
    'product/operation': operation,
    'product/servicecode': code,
    'product/servicename': product,
    'product/sku': id,
    'product/usagetype': usageType,
    'pricing/RateCode': `${id}.NWTERM0001.NWRATE0001`,
  };
}

function common(month: Month, nth: number): Row {
  return {
    'identity/LineItemId': letters(`legacy ${month.name} ${nth}`, 40),
    'bill/InvoiceId': `NWL${month.name.replace('-', '')}`,
    'bill/InvoicingEntity': 'Amazon Web Services EMEA SARL',
    'bill/BillingEntity': 'AWS',
    'bill/BillType': 'Anniversary',
    'bill/PayerAccountId': payer,
    'bill/BillingPeriodStartDate': `${month.first}T00:00:00Z`,
    'bill/BillingPeriodEndDate': `${month.next}T00:00:00Z`,
    'lineItem/UsageAccountId': payer,
    'lineItem/CurrencyCode': 'USD',
    'lineItem/LegalEntity': 'Amazon Web Services EMEA SARL',
    'product/location': 'EU (Frankfurt)',
    'product/locationType': 'AWS Region',
    'product/region': 'eu-central-1',
    'product/regionCode': 'eu-central-1',
    'pricing/currency': 'USD',
  };
}

function token(key: string, workload: Demand['workload'], usageType: string, perDay: number, rate: string): Legacy {
  const bedrock = { code: 'AmazonBedrock', product: 'Amazon Bedrock', family: 'Amazon Bedrock', operation: 'InvokeModelInference' };
  return { key, workload, usageType, perDay, rate, curve: 'steady', unit: '1K tokens', decimals: 3, ...bedrock };
}

function server(key: string, workload: Demand['workload'], instanceType: string, perDay: number, rate: string): Legacy {
  const kind = { code: 'AmazonEC2', product: ec2, family: 'Compute Instance', operation: 'RunInstances', unit: 'Hrs', decimals: 3 };
  return { key, workload, perDay, rate, curve: 'steady', always: true, instanceType, usageType: `EUC1-BoxUsage:${instanceType}`, ...kind };
}

function store(key: string, workload: Demand['workload'], perDay: number): Legacy {
  const kind = { code: 'AmazonS3', product: s3, family: 'Storage', operation: 'StandardStorage', unit: 'GB-Mo', decimals: 6 };
  return { key, workload, perDay, rate: '0.0245', curve: 'steady', usageType: 'EUC1-TimedStorage-ByteHrs', ...kind };
}
