import {
  absent,
  anyOf,
  both,
  constant,
  contains as containsOf,
  duck as duckOf,
  either,
  endAfter,
  exact as exactOf,
  isOneOf,
  isPresent,
  lookup,
  not,
  startsWith,
  text as textOf,
  when,
} from '../../duckdb/expressions';
import { jsonObject, jsonOfPairs, plusListed, wordsUnder } from '../../duckdb/records';
import { writtenMoment } from '../../duckdb/written-days';
import type { FocusMapping } from '../provider';
import type { GcpColumn } from './columns';

const text = textOf<GcpColumn>;
const exact = exactOf<GcpColumn>;
const duck = duckOf<GcpColumn>;

const start = writtenMoment<GcpColumn>('usagestarttime');
const sku = text('skudescription');
const costType = text('costtype');
const credits = text('credits', 'creditsamount', 'creditamount', 'creditstotal');
/** Credits are negative and stand in a list beside the cost they reduce. gcp.md §4. */
const net = plusListed(exact('cost'), credits);
const isUsed = duck('coalesce(try_cast({usageamount} as double) <> 0, false)', 'usageamount');
const isFree = duck('coalesce(try_cast({cost} as double) = 0, false)', 'cost');
const isCommitmentFee = startsWith(sku, 'commitment');
const isPurchase = anyOf(isCommitmentFee, containsOf(sku, 'provisioned throughput'));
const isCovered = containsOf(credits, 'committed_usage_discount');
const isRegular = isOneOf(either(costType, constant('regular')), 'regular');
const isUsage = both(isRegular, not(isPurchase));

/**
 * Google's billing export. What is billed is the cost with its credits; a commitment's fee and the credits it earns are both in the file, so
 * effective cost is the same and adds up to the month. gcp.md §4.
 */
export const gcpToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: text('locationzone'),
  BilledCost: net,
  BillingAccountId: text('billingaccountid'),
  BillingAccountName: absent,
  BillingAccountType: constant('Billing Account'),
  BillingCurrency: text('currency'),
  // Months end at midnight Pacific: late usage and a month's last UTC hours belong to the invoice that says so. gcp.md §2.
  BillingPeriodStart: duck(`try_strptime(left(replace({invoicemonth}, '-', ''), 6), '%Y%m')`, 'invoicemonth'),
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: when(
    isOneOf(costType, 'tax'),
    constant('Tax'),
    when(
      isOneOf(costType, 'adjustment', 'rounding_error'),
      constant('Adjustment'),
      when(
        anyOf(isOneOf(costType, 'credit'), both(isFree, isPresent(wordsUnder<GcpColumn>('type', 'credits')), not(isUsed))),
        constant('Credit'),
        when(isPurchase, constant('Purchase'), constant('Usage')),
      ),
    ),
  ),
  ChargeClass: when(anyOf(isPresent(text('adjustmentinfoid')), isPresent(text('adjustmentinfomode'))), constant('Correction')),
  ChargeDescription: text('skudescription', 'adjustmentinfodescription'),
  ChargeFrequency: when(isPurchase, constant('Recurring'), when(isUsage, constant('Usage-Based'))),
  ChargePeriodEnd: endAfter(start, writtenMoment<GcpColumn>('usageendtime')),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: when(
    isPresent(text('subscriptioninstanceid')),
    when(containsOf(sku, 'dollar based'), constant('Spend'), constant('Usage')),
  ),
  CommitmentDiscountId: text('subscriptioninstanceid'),
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: when(both(isPresent(text('subscriptioninstanceid')), isUsage), constant('Used')),
  CommitmentDiscountType: when(isPresent(text('subscriptioninstanceid')), constant('Committed use discount')),
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: when(isUsage, exact('usageamount')),
  ConsumedUnit: when(isUsage, text('usageunit')),
  ContractedCost: exact('cost'),
  ContractedUnitPrice: exact('priceeffectiveprice'),
  EffectiveCost: net,
  HostProviderName: constant('Google Cloud'),
  InvoiceDetailId: absent,
  InvoiceId: absent,
  InvoiceIssuerName: constant('Google Cloud'),
  ListCost: exact('costatlist'),
  ListUnitPrice: exact('pricelistprice'),
  PricingCategory: when(
    anyOf(isCovered, isCommitmentFee),
    constant('Committed'),
    when(
      anyOf(containsOf(sku, 'spot preemptible'), containsOf(sku, 'preemptible')),
      constant('Dynamic'),
      when(isUsage, constant('Standard')),
    ),
  ),
  // The rate turns dollars into the account's currency. gcp.md §2.
  PricingCurrency: duck(
    `case when try_cast({currencyconversionrate} as double) = 1 then {currency} when {currencyconversionrate} is not null then 'USD' end`,
    'currencyconversionrate',
    'currency',
  ),
  PricingQuantity: exact('usageamountinpricingunits'),
  PricingUnit: text('usagepricingunit'),
  RegionId: text('locationregion', 'locationlocation'),
  RegionName: text('locationlocation'),
  ResourceId: text('resourceglobalname', 'resourcename'),
  ResourceName: text('resourcename'),
  ResourceType: absent,
  ServiceCategory: absent,
  ServiceName: either(text('servicedescription'), lookup(costType, { tax: 'Tax' })),
  ServiceProviderName: constant('Google Cloud'),
  ServiceSubcategory: absent,
  SkuId: text('skuid'),
  SkuMeter: text('skudescription'),
  SkuPriceDetails: jsonObject({
    x_CurrencyConversionRate: text('currencyconversionrate'),
    x_CostType: costType,
    x_CreditTypes: wordsUnder<GcpColumn>('type', 'credits'),
    x_AdjustmentId: text('adjustmentinfoid'),
    x_AdjustmentMode: text('adjustmentinfomode'),
    x_AdjustmentType: text('adjustmentinfotype'),
    x_ConsumptionPlan: text('consumptionmodeldescription'),
    x_TierStart: text('pricetierstartamount'),
    x_TransactionType: text('transactiontype'),
  }),
  SkuPriceId: absent,
  SubAccountId: text('projectid', 'projectnumber'),
  SubAccountName: text('projectname'),
  SubAccountType: when(isPresent(text('projectid')), constant('Project')),
  // A label of the resource goes before a tag, a tag before a label of the project. gcp.md §3.
  Tags: jsonOfPairs<GcpColumn>('projectlabels', 'tags', 'labels'),
  x_CostCenter: absent,
  x_MeterCategory: text('servicedescription'),
  x_MeterSubcategory: absent,
  x_Operation: absent,
  x_PrincipalId: absent,
  x_ProductName: absent,
  x_PublisherName: either(text('sellername'), constant('Google Cloud')),
  x_ResourceGroupName: absent,
};
