import {
  absent,
  anyOf,
  both,
  constant,
  duck,
  either,
  endAfter,
  exact,
  isOneOf,
  isPresent,
  jsonOf,
  less,
  lookup,
  moment,
  sumOf,
  text,
  when,
} from '../../duckdb/expressions';
import type { FocusMapping } from '../provider';

// Folded names: `lineItem/UnblendedCost` (legacy CSV), `line_item_unblended_cost` (CUR 2.0, Athena, Parquet) are one. aws.md §1.
const type = text('lineitemlineitemtype');
const unblended = exact('lineitemunblendedcost');
// With the `discount` columns the private discount is not a line of its own: only the net cost is what is asked for. aws.md §1.
const charged = duck(
  'case when {discounttotaldiscount} is not null then coalesce({lineitemnetunblendedcost}, {lineitemunblendedcost}) else {lineitemunblendedcost} end',
  'discounttotaldiscount',
  'lineitemnetunblendedcost',
  'lineitemunblendedcost',
);
const isReserved = isOneOf(type, 'DiscountedUsage');
const isPlanned = isOneOf(type, 'SavingsPlanCoveredUsage');
const reservation = text('reservationreservationarn');
const plan = text('savingsplansavingsplanarn');
const start = moment('lineitemusagestartdate');
const isUsage = isOneOf(either(type, constant('Usage')), 'Usage', 'DiscountedUsage', 'SavingsPlanCoveredUsage');

/** Unused reservation and plan hours stay on the fee row that pays for them, so that used + unused = commitment without invented rows. */
const effective = when(
  isReserved,
  exact('reservationneteffectivecost', 'reservationeffectivecost'),
  when(
    isPlanned,
    exact('savingsplannetsavingsplaneffectivecost', 'savingsplansavingsplaneffectivecost'),
    when(
      isOneOf(type, 'RIFee'),
      either(sumOf(exact('reservationunusedamortizedupfrontfeeforbillingperiod'), exact('reservationunusedrecurringfee')), constant('0')),
      when(
        isOneOf(type, 'SavingsPlanRecurringFee'),
        either(less(exact('savingsplantotalcommitmenttodate'), exact('savingsplanusedcommitment')), constant('0')),
        when(
          isOneOf(type, 'SavingsPlanUpfrontFee'),
          constant('0'),
          when(both(isOneOf(type, 'Fee'), isPresent(reservation)), constant('0'), charged),
        ),
      ),
    ),
  ),
);

/** AWS Cost and Usage Report, legacy and 2.0. aws.md §3 line item types. */
export const awsToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: text('lineitemavailabilityzone'),
  BilledCost: when(anyOf(isReserved, isPlanned), constant('0'), charged),
  BillingAccountId: text('billpayeraccountid', 'lineitemusageaccountid'),
  BillingAccountName: text('billpayeraccountname'),
  BillingAccountType: absent,
  BillingCurrency: text('lineitemcurrencycode'),
  BillingPeriodStart: moment('billbillingperiodstartdate'),
  CapacityReservationId: text('capacityreservationcapacityreservationarn'),
  CapacityReservationStatus: absent,
  ChargeCategory: lookup(
    type,
    {
      Usage: 'Usage',
      DiscountedUsage: 'Usage',
      SavingsPlanCoveredUsage: 'Usage',
      RIFee: 'Purchase',
      Fee: 'Purchase',
      SavingsPlanUpfrontFee: 'Purchase',
      SavingsPlanRecurringFee: 'Purchase',
      FlatRateSubscription: 'Purchase',
      Tax: 'Tax',
      Credit: 'Credit',
    },
    constant('Adjustment'),
  ),
  ChargeClass: when(isOneOf(type, 'Refund'), constant('Correction')),
  ChargeDescription: text('lineitemlineitemdescription'),
  ChargeFrequency: when(
    isOneOf(type, 'RIFee', 'SavingsPlanRecurringFee', 'FlatRateSubscription'),
    constant('Recurring'),
    when(isOneOf(type, 'Fee', 'SavingsPlanUpfrontFee'), constant('One-Time'), when(isUsage, constant('Usage-Based'))),
  ),
  ChargePeriodEnd: endAfter(start, moment('lineitemusageenddate')),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: when(isPresent(plan), constant('Spend'), when(isPresent(reservation), constant('Usage'))),
  CommitmentDiscountId: either(plan, reservation),
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: when(anyOf(isReserved, isPlanned), constant('Used')),
  CommitmentDiscountType: when(isPresent(plan), constant('Savings Plan'), when(isPresent(reservation), constant('Reserved Instance'))),
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: when(isUsage, exact('lineitemusageamount')),
  ConsumedUnit: when(isUsage, text('pricingunit')),
  ContractedCost: unblended,
  ContractedUnitPrice: exact('lineitemunblendedrate'),
  EffectiveCost: effective,
  HostProviderName: constant('AWS'),
  InvoiceDetailId: absent,
  InvoiceId: text('billinvoiceid'),
  InvoiceIssuerName: text('billinvoicingentity', 'lineitemlegalentity'),
  ListCost: exact('pricingpublicondemandcost'),
  ListUnitPrice: exact('pricingpublicondemandrate'),
  PricingCategory: when(
    anyOf(isReserved, isPlanned),
    constant('Committed'),
    when(isOneOf(text('pricingterm'), 'Spot'), constant('Dynamic'), when(isUsage, constant('Standard'))),
  ),
  PricingCurrency: text('pricingcurrency'),
  PricingQuantity: exact('lineitemusageamount'),
  PricingUnit: text('pricingunit'),
  RegionId: text('productregioncode', 'productregion'),
  RegionName: text('productlocation'),
  ResourceId: text('lineitemresourceid'),
  ResourceName: absent,
  ResourceType: text('productinstancetype'),
  ServiceCategory: absent,
  ServiceName: either(
    text('productproductname', 'productservicename'),
    duck(`json_extract_string(case when json_valid({product}) then {product} end, '$.product_name')`, 'product'),
    text('lineitemproductcode', 'productservicecode'),
  ),
  // The seller of a Marketplace model stands in x_PublisherName: whose bill it is decides the provider on every page.
  ServiceProviderName: constant('AWS'),
  ServiceSubcategory: absent,
  SkuId: text('productsku'),
  SkuMeter: text('lineitemusagetype', 'productusagetype'),
  SkuPriceDetails: absent,
  SkuPriceId: text('pricingratecode', 'pricingrateid'),
  SubAccountId: text('lineitemusageaccountid'),
  SubAccountName: text('lineitemusageaccountname'),
  SubAccountType: constant('Account'),
  Tags: either(
    duck(`case when json_valid({resourcetags}) and {resourcetags} not in ('{}', '[]') then {resourcetags} end`, 'resourcetags'),
    jsonOf('resourcetags'),
  ),
  x_CostCenter: absent,
  x_MeterCategory: text('lineitemproductcode', 'productservicecode'),
  x_MeterSubcategory: text('productproductfamily'),
  x_Operation: text('lineitemoperation'),
  x_PrincipalId: text('lineitemiamprincipal'),
  x_ProductName: either(
    text('productproductname', 'productservicename'),
    duck(`json_extract_string(case when json_valid({product}) then {product} end, '$.product_name')`, 'product'),
  ),
  x_PublisherName: text('lineitemlegalentity'),
  x_ResourceGroupName: absent,
};
