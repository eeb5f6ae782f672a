import {
  absent,
  constant,
  duck as duckOf,
  either,
  endAfter,
  exact as exactOf,
  isPresent,
  moment,
  text as textOf,
  when,
} from '../../duckdb/expressions';
import { writtenMoment } from '../../duckdb/written-days';
import type { FocusMapping } from '../provider';

/** Folded columns of OpenRouter's activity, exported or asked of its API, by day and model or by generation. */
type OpenRouterColumn =
  | 'apikeyname'
  | 'appname'
  | 'costtotal'
  | 'createdat'
  | 'date'
  | 'model'
  | 'modelpermaslug'
  | 'provider'
  | 'providername'
  | 'requests'
  | 'slug'
  | 'usage';

const text = textOf<OpenRouterColumn>;
const exact = exactOf<OpenRouterColumn>;
const duck = duckOf<OpenRouterColumn>;
const start = writtenMoment<OpenRouterColumn>('date', 'createdat');
const model = text('slug', 'model', 'modelpermaslug');
const cost = exact('usage', 'costtotal');

/** What OpenRouter charges its account, in dollars. What keys of one's own pay elsewhere (BYOK) is on those providers' bills. */
export const openRouterToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: absent,
  BilledCost: cost,
  BillingAccountId: absent,
  BillingAccountName: absent,
  BillingAccountType: absent,
  BillingCurrency: constant('USD'),
  BillingPeriodStart: start,
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: constant('Usage'),
  ChargeClass: absent,
  ChargeDescription: model,
  ChargeFrequency: constant('Usage-Based'),
  ChargePeriodEnd: endAfter(start, moment()),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: absent,
  CommitmentDiscountId: absent,
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: absent,
  CommitmentDiscountType: absent,
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: exact('requests'),
  ConsumedUnit: when(isPresent(exact('requests')), constant('Requests')),
  ContractedCost: cost,
  ContractedUnitPrice: absent,
  EffectiveCost: cost,
  HostProviderName: either(text('provider', 'providername'), constant('OpenRouter')),
  InvoiceDetailId: absent,
  InvoiceId: absent,
  InvoiceIssuerName: constant('OpenRouter'),
  ListCost: absent,
  ListUnitPrice: absent,
  PricingCategory: constant('Standard'),
  PricingCurrency: absent,
  PricingQuantity: exact('requests'),
  PricingUnit: when(isPresent(exact('requests')), constant('Requests')),
  RegionId: absent,
  RegionName: absent,
  ResourceId: text('apikeyname'),
  ResourceName: text('apikeyname', 'appname'),
  ResourceType: when(isPresent(text('apikeyname')), constant('API key')),
  ServiceCategory: constant('AI and Machine Learning'),
  ServiceName: constant('OpenRouter'),
  ServiceProviderName: constant('OpenRouter'),
  ServiceSubcategory: constant('Generative AI'),
  SkuId: model,
  SkuMeter: model,
  SkuPriceDetails: absent,
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
  x_ProductName: absent,
  x_PublisherName: duck(`nullif(split_part(coalesce({slug}, {model}, {modelpermaslug}), '/', 1), '')`, 'slug', 'model', 'modelpermaslug'),
  x_ResourceGroupName: text('appname'),
};
