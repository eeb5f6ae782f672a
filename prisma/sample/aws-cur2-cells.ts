import type { Cur2Row } from './aws-cur2-columns';
import { type AwsSeries, accounts } from './aws-workloads';
import { daysBetween, type Month } from './calendar';
import { tagsOf } from './company';
import { decimal, type Exact } from './money';
import { letters } from './random';

const seller = 'Amazon Web Services, Inc.';
const planArn = `arn:aws:savingsplans::${accounts.payer.id}:savingsplan/nw000000-plan-0001`;

export function seriesCells(series: AwsSeries, amount: Exact, cost: Exact): Cur2Row {
  const account = accounts[series.workload.environment];
  const tags = Object.fromEntries(Object.entries(tagsOf(series.workload)).map(([key, value]) => [`user_${key}`, value]));
  return {
    bill_billing_entity: series.seller ? 'AWS Marketplace' : 'AWS',
    bill_invoicing_entity: seller,
    line_item_legal_entity: series.seller ?? seller,
    line_item_line_item_type: 'Usage',
    line_item_line_item_description: `$${series.rate} per ${series.unit} - ${series.usageType}`,
    line_item_operation: series.operation,
    line_item_product_code: series.code,
    line_item_resource_id: series.resource,
    line_item_usage_account_id: account.id,
    line_item_usage_account_name: account.name,
    line_item_usage_amount: decimal(amount),
    line_item_usage_type: series.usageType,
    line_item_unblended_rate: series.rate,
    line_item_unblended_cost: decimal(cost),
    line_item_blended_rate: series.rate,
    line_item_blended_cost: decimal(cost),
    pricing_currency: 'USD',
    pricing_public_on_demand_rate: series.rate,
    pricing_public_on_demand_cost: decimal(cost),
    pricing_rate_code: `${skuOf(series)}.NWTERM0001.NWRATE0001`,
    pricing_term: 'OnDemand',
    pricing_unit: series.unit,
    product: JSON.stringify({ product_name: series.product, region: 'us-east-1', servicename: series.product }),
    product_instance_type: series.instanceType ?? '',
    product_location: 'US East (N. Virginia)',
    product_location_type: 'AWS Region',
    product_operation: series.operation,
    product_product_family: series.family,
    product_region_code: 'us-east-1',
    product_servicecode: series.seller ? 'AmazonBedrockFoundationModels' : series.code,
    product_sku: skuOf(series),
    product_usagetype: series.usageType,
    resource_tags: JSON.stringify(tags),
  };
}

function skuOf({ usageType, product }: AwsSeries): string {
  return letters(`sku ${product} ${usageType}`, 16).toUpperCase();
}

export function planCells(covered: Exact, rate: string): Cur2Row {
  return {
    savings_plan_savings_plan_a_r_n: planArn,
    savings_plan_savings_plan_effective_cost: decimal(covered),
    savings_plan_savings_plan_rate: rate,
    savings_plan_offering_type: 'ComputeSavingsPlans',
    savings_plan_payment_option: 'No Upfront',
    savings_plan_purchase_term: '1yr',
  };
}

export function negation(cells: Cur2Row, cost: Exact): Cur2Row {
  return {
    ...cells,
    line_item_line_item_type: 'SavingsPlanNegation',
    line_item_line_item_description: `SavingsPlanNegation used by AccountId : ${cells.line_item_usage_account_id} and UsageSku : ${cells.product_sku}`,
    line_item_unblended_cost: decimal(-cost),
    line_item_blended_cost: decimal(-cost),
    pricing_public_on_demand_cost: '',
    savings_plan_savings_plan_a_r_n: planArn,
  };
}

export function planFee(hourly: Exact, hoursLong: bigint, used: Exact, month: Month): Cur2Row {
  const commitment = hourly * hoursLong;
  if (used > commitment) throw new Error('More is covered than the plan commits to');
  return {
    ...feeCells('SavingsPlanRecurringFee', 'ComputeSavingsPlans', '1 year No Upfront Compute Savings Plan', commitment),
    ...planCells(0n, ''),
    line_item_usage_type: 'ComputeSP:1yrNoUpfront',
    line_item_usage_amount: String(hoursLong),
    line_item_unblended_rate: decimal(hourly),
    pricing_unit: 'Hrs',
    savings_plan_savings_plan_effective_cost: '',
    savings_plan_recurring_commitment_for_billing_period: decimal(hourly * 24n * BigInt(daysBetween(month.first, month.next))),
    savings_plan_total_commitment_to_date: decimal(commitment),
    savings_plan_used_commitment: decimal(used),
  };
}

export function feeCells(type: string, code: string, description: string, cost: Exact): Cur2Row {
  return {
    bill_billing_entity: 'AWS',
    bill_invoicing_entity: seller,
    line_item_legal_entity: seller,
    line_item_line_item_type: type,
    line_item_line_item_description: description,
    line_item_product_code: code,
    line_item_usage_account_id: accounts.payer.id,
    line_item_usage_account_name: accounts.payer.name,
    line_item_usage_amount: '1',
    line_item_unblended_cost: decimal(cost),
    line_item_blended_cost: decimal(cost),
    product: JSON.stringify({
      product_name: code === 'AmazonEC2' ? 'Amazon Elastic Compute Cloud' : 'Savings Plans for AWS Compute usage',
    }),
    resource_tags: '{}',
  };
}

export function period({ start, end }: { start: string; end: string }): Cur2Row {
  return { identity_time_interval: `${start}/${end}`, line_item_usage_start_date: start, line_item_usage_end_date: end };
}

export function common(month: Month, isFinal: boolean): Cur2Row {
  return {
    bill_bill_type: 'Anniversary',
    bill_billing_period_start_date: `${month.first}T00:00:00Z`,
    bill_billing_period_end_date: `${month.next}T00:00:00Z`,
    bill_invoice_id: isFinal ? `NW${month.name.replace('-', '')}1001` : '',
    bill_payer_account_id: accounts.payer.id,
    bill_payer_account_name: accounts.payer.name,
    line_item_currency_code: 'USD',
    cost_category: '{}',
  };
}
