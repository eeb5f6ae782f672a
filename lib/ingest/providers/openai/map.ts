import {
  absent,
  constant,
  duck,
  either,
  endAfter,
  epoch as epochOf,
  exact as exactOf,
  isPresent,
  lookup,
  moment as momentOf,
  text as textOf,
  when,
} from '../../duckdb/expressions';
import type { FocusMapping } from '../provider';

/** Folded columns of the dashboard's cost export; the Costs API is flattened to the same ones. openai.md §2, §4. */
export type OpenAiColumn =
  | 'starttime'
  | 'endtime'
  | 'starttimeiso'
  | 'endtimeiso'
  | 'amountvalue'
  | 'amountcurrency'
  | 'quantity'
  | 'quantityunit'
  | 'lineitem'
  | 'apikeyid'
  | 'projectid'
  | 'projectname'
  | 'organizationid'
  | 'organizationname';

const text = textOf<OpenAiColumn>;
const exact = exactOf<OpenAiColumn>;
const start = either(epochOf<OpenAiColumn>('starttime'), momentOf<OpenAiColumn>('starttimeiso'));
const end = either(epochOf<OpenAiColumn>('endtime'), momentOf<OpenAiColumn>('endtimeiso'));
const units = {
  tokens: 'Tokens',
  '1000_tokens': '1000 Tokens',
  duration_seconds: 'Seconds',
  duration_minutes: 'Minutes',
  duration_hours: 'Hours',
  gibibyte_hours: 'GiB-Hours',
  images: 'Images',
  characters: 'Characters',
  requests: 'Requests',
  sessions: 'Sessions',
  bytes: 'Bytes',
};
const unit = lookup(text('quantityunit'), units, text('quantityunit'));

/** What OpenAI bills, by day, project, key and line item. Amounts are dollars. openai.md §9. */
export const openAiToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: absent,
  BilledCost: exact('amountvalue'),
  BillingAccountId: text('organizationid'),
  BillingAccountName: text('organizationname'),
  BillingAccountType: constant('Organization'),
  BillingCurrency: duck<OpenAiColumn>('upper({amountcurrency})', 'amountcurrency'),
  BillingPeriodStart: start,
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: constant('Usage'),
  ChargeClass: absent,
  ChargeDescription: text('lineitem'),
  ChargeFrequency: constant('Usage-Based'),
  ChargePeriodEnd: endAfter(start, end),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: absent,
  CommitmentDiscountId: absent,
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: absent,
  CommitmentDiscountType: absent,
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: exact('quantity'),
  ConsumedUnit: when(isPresent(exact('quantity')), unit),
  ContractedCost: exact('amountvalue'),
  ContractedUnitPrice: absent,
  EffectiveCost: exact('amountvalue'),
  HostProviderName: constant('OpenAI'),
  InvoiceDetailId: absent,
  InvoiceId: absent,
  InvoiceIssuerName: constant('OpenAI'),
  ListCost: absent,
  ListUnitPrice: absent,
  PricingCategory: constant('Standard'),
  PricingCurrency: absent,
  PricingQuantity: exact('quantity'),
  PricingUnit: when(isPresent(exact('quantity')), unit),
  RegionId: absent,
  RegionName: absent,
  ResourceId: text('apikeyid'),
  ResourceName: absent,
  ResourceType: when(isPresent(text('apikeyid')), constant('API key')),
  ServiceCategory: constant('AI and Machine Learning'),
  ServiceName: constant('OpenAI API'),
  ServiceProviderName: constant('OpenAI'),
  ServiceSubcategory: constant('Generative AI'),
  SkuId: duck<OpenAiColumn>(`'openai/' || {lineitem}`, 'lineitem'),
  SkuMeter: text('lineitem'),
  SkuPriceDetails: absent,
  SkuPriceId: absent,
  SubAccountId: text('projectid'),
  SubAccountName: text('projectname'),
  SubAccountType: when(isPresent(text('projectid')), constant('Project')),
  Tags: absent,
  x_CostCenter: absent,
  x_MeterCategory: absent,
  x_MeterSubcategory: absent,
  x_Operation: absent,
  x_PrincipalId: absent,
  x_ProductName: absent,
  x_PublisherName: constant('OpenAI'),
  x_ResourceGroupName: absent,
};
