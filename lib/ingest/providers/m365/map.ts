import {
  absent,
  constant,
  contains,
  type Expression,
  either,
  endAfter,
  exact as exactOf,
  isOneOf,
  isPresent,
  text as textOf,
  when,
} from '../../duckdb/expressions';
import { jsonObject } from '../../duckdb/records';
import { inspectDays, writtenMoment } from '../../duckdb/written-days';
import type { FocusMapping } from '../provider';

/** Folded columns of the invoice lines for licences that Microsoft's partners get and pass on. */
type M365Column =
  | 'billablequantity'
  | 'billingfrequency'
  | 'chargeenddate'
  | 'chargestartdate'
  | 'chargetype'
  | 'currency'
  | 'customerdomainname'
  | 'customerid'
  | 'customername'
  | 'effectiveunitprice'
  | 'invoicenumber'
  | 'orderdate'
  | 'pricingcurrency'
  | 'productid'
  | 'productname'
  | 'publishername'
  | 'quantity'
  | 'skuid'
  | 'skuname'
  | 'subscriptiondescription'
  | 'subscriptionid'
  | 'subtotal'
  | 'taxtotal'
  | 'termandbillingcycle'
  | 'unitprice'
  | 'unittype';

const text = textOf<M365Column>;
const exact = exactOf<M365Column>;
const start = writtenMoment<M365Column>('chargestartdate', 'orderdate');
const name = text('productname', 'skuname');
const lastDay = writtenMoment<M365Column>('chargeenddate');
/** The end date is the last day that was paid for. */
const dayAfterLast: Expression = { uses: lastDay.uses, sql: (c) => `(date_trunc('day', ${lastDay.sql(c)}) + interval 1 day)` };

export const m365Days = inspectDays('chargestartdate', 'chargeenddate', 'orderdate');
/** Azure's plans are billed here in one line and told in Azure's own export line by line: taken from there, and not twice. */
export const isAzurePlan = isOneOf(name, 'Azure plan', 'Microsoft Azure');

/** Licences of Microsoft 365, Copilot among them, per user and term. Amounts without tax, as in Microsoft's other exports. */
export const m365ToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: absent,
  BilledCost: exact('subtotal'),
  BillingAccountId: text('customerid'),
  BillingAccountName: text('customername', 'customerdomainname'),
  BillingAccountType: constant('Customer'),
  BillingCurrency: text('currency'),
  BillingPeriodStart: start,
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: constant('Purchase'),
  ChargeClass: when(isOneOf(text('chargetype'), 'refund', 'cancelImmediate', 'customerCredit', 'customercredit'), constant('Correction')),
  ChargeDescription: text('subscriptiondescription', 'skuname', 'productname'),
  ChargeFrequency: when(
    isOneOf(text('billingfrequency', 'termandbillingcycle'), 'OneTime', 'One-Time'),
    constant('One-Time'),
    constant('Recurring'),
  ),
  ChargePeriodEnd: endAfter(start, dayAfterLast),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: absent,
  CommitmentDiscountId: absent,
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: absent,
  CommitmentDiscountType: absent,
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: absent,
  ConsumedUnit: absent,
  ContractedCost: exact('subtotal'),
  ContractedUnitPrice: exact('effectiveunitprice', 'unitprice'),
  EffectiveCost: exact('subtotal'),
  HostProviderName: constant('Microsoft'),
  InvoiceDetailId: absent,
  InvoiceId: text('invoicenumber'),
  InvoiceIssuerName: constant('Microsoft'),
  ListCost: absent,
  ListUnitPrice: exact('unitprice'),
  PricingCategory: constant('Standard'),
  PricingCurrency: text('pricingcurrency'),
  PricingQuantity: exact('billablequantity', 'quantity'),
  PricingUnit: either(text('unittype'), constant('Licenses')),
  RegionId: absent,
  RegionName: absent,
  ResourceId: text('subscriptionid'),
  ResourceName: text('subscriptiondescription'),
  ResourceType: when(isPresent(text('subscriptionid')), constant('License subscription')),
  ServiceCategory: when(contains(name, 'copilot'), constant('AI and Machine Learning'), constant('Business Applications')),
  ServiceName: name,
  ServiceProviderName: constant('Microsoft 365'),
  ServiceSubcategory: when(contains(name, 'copilot'), constant('Generative AI'), constant('Productivity and Collaboration')),
  SkuId: text('skuid', 'productid'),
  SkuMeter: text('skuname', 'productname'),
  SkuPriceDetails: jsonObject({ x_Term: text('termandbillingcycle'), x_ChargeType: text('chargetype'), x_TaxTotal: text('taxtotal') }),
  SkuPriceId: absent,
  SubAccountId: absent,
  SubAccountName: absent,
  SubAccountType: absent,
  Tags: absent,
  x_CostCenter: absent,
  x_MeterCategory: absent,
  x_MeterSubcategory: absent,
  x_Operation: absent,
  x_PrincipalId: absent,
  x_ProductName: name,
  x_PublisherName: either(text('publishername'), constant('Microsoft')),
  x_ResourceGroupName: absent,
};
