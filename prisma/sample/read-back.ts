import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Big from 'big.js';
import { parse } from 'csv-parse/sync';
import type { SampleFile } from './sample-file';

export type SampleRecord = Record<string, string>;

export function textOf({ path }: SampleFile): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** The file's records as its reader would meet them; results of OpenAI's pages become flat records. */
export function recordsOf(file: SampleFile): SampleRecord[] {
  if (!file.path.endsWith('.json')) return parse(textOf(file), { bom: true, columns: true });
  return (JSON.parse(textOf(file)) as OpenAiPage).data.flatMap(({ start_time, results }) =>
    results.map(({ amount, ...rest }) => ({
      ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, String(value ?? '')])),
      start_time: String(start_time),
      amount_value: String(amount?.value ?? ''),
    })),
  );
}

interface OpenAiPage {
  data: { start_time: number; results: ({ amount?: { value: number | string } } & Record<string, unknown>)[] }[];
}

/** What a record adds to the bill: a second opinion on the totals, from the written cells alone. */
export function billedBy({ format }: SampleFile, record: SampleRecord): string {
  const cell = (name: string) => record[name] || '0';
  switch (format) {
    case 'azure-ea-actual':
      return cell('CostInBillingCurrency');
    case 'azure-mca-actual':
      return cell('costInBillingCurrency');
    case 'aws-cur-2':
      return ['SavingsPlanCoveredUsage', 'SavingsPlanNegation'].includes(cell('line_item_line_item_type'))
        ? '0'
        : cell('line_item_unblended_cost');
    case 'aws-cur-legacy':
      return cell('lineItem/LineItemType') === 'DiscountedUsage' ? '0' : cell('lineItem/UnblendedCost');
    case 'openai-costs-api':
    case 'openai-cost-csv':
      return cell('amount_value');
    case 'focus-1.0':
    case 'focus-1.2':
      return cell('BilledCost');
    default:
      return '0';
  }
}

/** The first day a record speaks of. */
export function dayOf({ format }: SampleFile, record: SampleRecord): string {
  if (format.startsWith('azure')) {
    const [month, day, year] = (record.Date ?? record.date ?? '').split('/');
    return `${year}-${month}-${day}`;
  }
  if (format.startsWith('openai')) return new Date(Number(record.start_time) * 1000).toISOString().slice(0, 10);
  return (record.line_item_usage_start_date ?? record['lineItem/UsageStartDate'] ?? record.ChargePeriodStart ?? '').slice(0, 10);
}

/** Quantity, price and cost of a metered token, in the words of each format. */
export function tokenPrice({ format }: SampleFile, record: SampleRecord): { quantity: string; price: string; cost: string } | null {
  const of = (quantity: string, price: string, cost: string) => ({
    quantity: record[quantity] ?? '',
    price: record[price] ?? '',
    cost: record[cost] ?? '',
  });
  if (/^azure-ea/.test(format) && /Tokens$/.test(record.MeterName ?? '')) return of('Quantity', 'EffectivePrice', 'CostInBillingCurrency');
  if (format === 'azure-mca-actual' && /Tokens$/.test(record.meterName ?? ''))
    return of('quantity', 'effectivePrice', 'costInBillingCurrency');
  if (format === 'aws-cur-2' && /tokens|MP:/i.test(record.line_item_usage_type ?? ''))
    return of('line_item_usage_amount', 'line_item_unblended_rate', 'line_item_unblended_cost');
  if (format === 'aws-cur-legacy' && /tokens/.test(record['lineItem/UsageType'] ?? ''))
    return of('lineItem/UsageAmount', 'lineItem/UnblendedRate', 'lineItem/UnblendedCost');
  if (format === 'focus-1.2' && record.PricingUnit === 'count') return of('PricingQuantity', 'ContractedUnitPrice', 'ContractedCost');
  return null;
}

export function sum(values: string[]): string {
  return values.reduce((total, value) => total.plus(value), new Big(0)).toFixed();
}
