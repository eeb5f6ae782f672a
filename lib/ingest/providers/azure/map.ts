import {
  absent,
  both,
  constant,
  contains,
  duck,
  type Expression,
  either,
  exact as exactOf,
  isOneOf,
  isPresent,
  lookup,
  moment as momentOf,
  nextDay,
  startsWith,
  text as textOf,
  textUnless,
  when,
} from '../../duckdb/expressions';
import type { Dataset, FocusMapping } from '../provider';
import { type AzureColumn, placeholders } from './columns';

const text = textOf<AzureColumn>;
const exact = exactOf<AzureColumn>;
const moment = momentOf<AzureColumn>;
const known = (...names: AzureColumn[]) => textUnless(placeholders, ...names);

const day = moment('date', 'usagedatetime', 'usagedate');
const cost = exact('costinbillingcurrency', 'cost', 'pretaxcost');
const chargeType = text('chargetype');
const pricingModel = text('pricingmodel');
const isCommitted = isOneOf(pricingModel, 'Reservation', 'SavingsPlan', 'Savings Plan');
const benefit = text('benefitid', 'reservationid');
const isUsage = isOneOf(either(chargeType, constant('Usage')), 'Usage', 'UnusedReservation', 'UnusedSavingsPlan');

/** Tags come as JSON, in some versions without the outer braces. */
const tags = duck<AzureColumn>(
  `case when trim({tags}) in ('', '{}') then null when starts_with(ltrim({tags}), '{') then trim({tags}) else '{' || trim({tags}) || '}' end`,
  'tags',
);

const billed = when(both(isOneOf(chargeType, 'Usage'), isCommitted), constant('0'), cost);
const effectiveOfActual = when(both(isOneOf(chargeType, 'Purchase', 'Refund'), isCommitted), constant('0'), cost);

/** Azure's native cost details. The actual export says what is billed, the amortized one what usage really cost. azure.md §4. */
export const azureToFocus = (dataset: Dataset): FocusMapping => ({
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: known('availabilityzone'),
  BilledCost: dataset === 'amortized' ? absent : billed,
  // MCA bills per billing profile; in EA the two are the same number.
  BillingAccountId: known('billingprofileid', 'billingaccountid', 'subscriptionguid', 'subscriptionid'),
  BillingAccountName: known('billingprofilename', 'billingaccountname', 'customername'),
  BillingAccountType: absent,
  BillingCurrency: text('billingcurrencycode', 'billingcurrency', 'currency'),
  BillingPeriodStart: moment('billingperiodstartdate'),
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: lookup(
    either(chargeType, constant('Usage')),
    {
      Usage: 'Usage',
      UnusedReservation: 'Usage',
      UnusedSavingsPlan: 'Usage',
      Purchase: 'Purchase',
      Refund: 'Purchase',
      Tax: 'Tax',
      Credit: 'Credit',
    },
    constant('Adjustment'),
  ),
  ChargeClass: when(isOneOf(chargeType, 'Refund'), constant('Correction')),
  ChargeDescription: known('productname', 'product', 'metername'),
  ChargeFrequency: lookup(text('frequency'), { OneTime: 'One-Time', Recurring: 'Recurring', UsageBased: 'Usage-Based' }, text('frequency')),
  ChargePeriodEnd: nextDay(day),
  ChargePeriodStart: day,
  CommitmentDiscountCategory: when(
    contains(benefit, '/microsoft.capacity/'),
    constant('Usage'),
    when(contains(benefit, '/microsoft.billingbenefits/'), constant('Spend'), when(isPresent(benefit), constant('Usage'))),
  ),
  CommitmentDiscountId: known('benefitid', 'reservationid'),
  CommitmentDiscountName: known('benefitname', 'reservationname'),
  CommitmentDiscountStatus: when(
    startsWith(chargeType, 'Unused'),
    constant('Unused'),
    when(both(isOneOf(chargeType, 'Usage'), isCommitted), constant('Used')),
  ),
  CommitmentDiscountType: when(
    contains(benefit, '/microsoft.billingbenefits/'),
    constant('Savings Plan'),
    when(isPresent(benefit), constant('Reservation')),
  ),
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: when(isUsage, exact('quantity', 'usagequantity', 'consumedquantity')),
  ConsumedUnit: when(isUsage, known('unitofmeasure')),
  ContractedCost: absent,
  ContractedUnitPrice: exact('unitprice', 'resourcerate'),
  EffectiveCost: dataset === 'amortized' ? cost : effectiveOfActual,
  HostProviderName: constant('Microsoft'),
  InvoiceDetailId: absent,
  InvoiceId: known('invoiceid'),
  InvoiceIssuerName: either(known('partnername'), constant('Microsoft')),
  ListCost: exact('paygcostinbillingcurrency'),
  ListUnitPrice: exact('paygprice'),
  PricingCategory: pricingCategory(pricingModel),
  PricingCurrency: text('pricingcurrency'),
  PricingQuantity: exact('quantity', 'usagequantity', 'consumedquantity'),
  PricingUnit: known('unitofmeasure'),
  RegionId: known('resourcelocationnormalized', 'resourcelocation', 'location', 'meterregion'),
  RegionName: known('resourcelocation', 'location'),
  ResourceId: duck<AzureColumn>('lower(coalesce({resourceid}, {instanceid}))', 'resourceid', 'instanceid'),
  ResourceName: known('resourcename'),
  ResourceType: known('resourcetype'),
  ServiceCategory: absent,
  ServiceName: known('servicename', 'metercategory', 'consumedservice'),
  ServiceProviderName: constant('Microsoft'),
  ServiceSubcategory: absent,
  SkuId: known('meterid'),
  SkuMeter: known('metername'),
  SkuPriceDetails: duck<AzureColumn>(`nullif(trim({additionalinfo}), '')`, 'additionalinfo'),
  SkuPriceId: known('partnumber', 'productid'),
  SubAccountId: known('subscriptionid', 'subscriptionguid'),
  SubAccountName: known('subscriptionname'),
  SubAccountType: constant('Subscription'),
  Tags: tags,
  x_CostCenter: known('costcenter'),
  x_MeterCategory: known('metercategory'),
  x_MeterSubcategory: known('metersubcategory'),
  x_Operation: absent,
  x_PrincipalId: absent,
  x_ProductName: known('productname', 'product'),
  x_PublisherName: known('publishername'),
  x_ResourceGroupName: duck<AzureColumn>('lower(coalesce({resourcegroup}, {resourcegroupname}))', 'resourcegroup', 'resourcegroupname'),
});

function pricingCategory(model: Expression): Expression {
  return lookup(model, {
    OnDemand: 'Standard',
    'On Demand': 'Standard',
    Spot: 'Dynamic',
    Reservation: 'Committed',
    SavingsPlan: 'Committed',
    'Savings Plan': 'Committed',
  });
}
