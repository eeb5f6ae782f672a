import { absent, constant, duck as duckOf, exact as exactOf, nextDay, text as textOf } from '../../duckdb/expressions';
import { writtenMoment } from '../../duckdb/written-days';
import type { FocusMapping } from '../provider';

/** Folded columns of a list of GPU hours. */
type SelfHostedColumn = 'cluster' | 'currency' | 'date' | 'day' | 'gpu' | 'gpuhours' | 'model' | 'rate' | 'team';

const text = textOf<SelfHostedColumn>;
const exact = exactOf<SelfHostedColumn>;
const duck = duckOf<SelfHostedColumn>;
const start = writtenMoment<SelfHostedColumn>('day', 'date');

// So many digits have an exact product; a cast alone would round what has more, and take NaN's silence for nothing.
const isPlain = (column: string) => `coalesce(regexp_full_match(trim({${column}}), '\\d{1,9}(\\.\\d{1,9})?'), false)`;
const amount = (column: string) => `trim({${column}})::decimal(18,9)`;

/** Hours × rate, exact. What is missing, below zero or no number stays as words, for the row to be rejected with them. */
const cost = duck(
  `case when not ${isPlain('gpuhours')} then concat('gpu_hours ', coalesce({gpuhours}, 'is missing'))
    when not ${isPlain('rate')} then concat('rate ', coalesce({rate}, 'is missing'))
    else rtrim(rtrim((${amount('gpuhours')} * ${amount('rate')})::varchar, '0'), '.') end`,
  'gpuhours',
  'rate',
);

const aiOfModel = duck(
  `case when {model} is not null then json_object('Model', {model}, 'ServiceTier', 'provisioned', 'Lifecycle', 'inference')::varchar end`,
  'model',
);

/** What running models on machines of one's own costs: capacity, paid for by the hour whether it is called or not. */
export const selfHostedToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: absent,
  BilledCost: cost,
  BillingAccountId: text('cluster'),
  BillingAccountName: absent,
  BillingAccountType: constant('Cluster'),
  BillingCurrency: text('currency'),
  BillingPeriodStart: start,
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: constant('Usage'),
  ChargeClass: absent,
  ChargeDescription: absent,
  ChargeFrequency: constant('Usage-Based'),
  ChargePeriodEnd: nextDay(start),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: absent,
  CommitmentDiscountId: absent,
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: absent,
  CommitmentDiscountType: absent,
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: exact('gpuhours'),
  ConsumedUnit: constant('GPU-Hours'),
  ContractedCost: cost,
  ContractedUnitPrice: exact('rate'),
  EffectiveCost: cost,
  HostProviderName: constant('Self-hosted'),
  InvoiceDetailId: absent,
  InvoiceId: absent,
  InvoiceIssuerName: constant('Self-hosted'),
  ListCost: absent,
  ListUnitPrice: absent,
  PricingCategory: constant('Standard'),
  PricingCurrency: absent,
  PricingQuantity: exact('gpuhours'),
  PricingUnit: constant('GPU-Hours'),
  RegionId: absent,
  RegionName: absent,
  ResourceId: text('cluster'),
  ResourceName: absent,
  ResourceType: constant('GPU cluster'),
  ServiceCategory: constant('AI and Machine Learning'),
  ServiceName: constant('Self-hosted models'),
  ServiceProviderName: constant('Self-hosted'),
  ServiceSubcategory: constant('AI Platforms'),
  SkuId: text('gpu'),
  SkuMeter: text('gpu'),
  SkuPriceDetails: aiOfModel,
  SkuPriceId: absent,
  SubAccountId: absent,
  SubAccountName: absent,
  SubAccountType: absent,
  Tags: duck(`case when {team} is not null then json_object('team', {team})::varchar end`, 'team'),
  x_CostCenter: absent,
  x_MeterCategory: absent,
  x_MeterSubcategory: absent,
  x_Operation: absent,
  x_PrincipalId: absent,
  x_ProductName: absent,
  x_PublisherName: absent,
  x_ResourceGroupName: absent,
};
