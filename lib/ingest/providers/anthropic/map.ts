import {
  absent,
  both,
  constant,
  duck as duckOf,
  type Expression,
  either,
  endAfter,
  exact as exactOf,
  isOneOf,
  isPresent,
  not,
  text as textOf,
  textUnless,
  when,
} from '../../duckdb/expressions';
import { jsonObject } from '../../duckdb/records';
import { inspectDays, writtenMoment } from '../../duckdb/written-days';
import type { FocusMapping } from '../provider';

/** Folded columns of the console's cost export and of the flattened cost report. anthropic.md §1, §2. */
type AnthropicColumn =
  | 'amountusd'
  | 'apikey'
  | 'apikeyid'
  | 'contextwindow'
  | 'costtype'
  | 'costusd'
  | 'currency'
  | 'description'
  | 'endingat'
  | 'inferencegeo'
  | 'listpriceusd'
  | 'model'
  | 'servicetier'
  | 'speed'
  | 'startingat'
  | 'tokentype'
  | 'usagedateutc'
  | 'usagetype'
  | 'workspace'
  | 'workspaceid';

const text = textOf<AnthropicColumn>;
const exact = exactOf<AnthropicColumn>;
const duck = duckOf<AnthropicColumn>;

export const anthropicDays = inspectDays('usagedateutc', 'startingat');
const start = writtenMoment<AnthropicColumn>('usagedateutc', 'startingat');
const cost = exact('costusd', 'amountusd');
const model = text('model');
const isTokens = isOneOf(text('costtype'), 'token', 'tokens');
const geo: Expression = textUnless<AnthropicColumn>(['not_available'], 'inferencegeo');

/** The console says `standard`, `message` or `batch` where the API says a service tier. */
const tier = text('servicetier', 'usagetype');

/** What Anthropic bills by day, workspace, key, model and kind of token, in dollars. anthropic.md §3. */
export const anthropicToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: absent,
  BilledCost: cost,
  BillingAccountId: absent, // neither names its organisation
  BillingAccountName: absent,
  BillingAccountType: constant('Organization'),
  BillingCurrency: either(text('currency'), constant('USD')),
  BillingPeriodStart: start,
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: constant('Usage'),
  ChargeClass: absent,
  ChargeDescription: either(text('description'), duck(`{model} || ', ' || {tokentype}`, 'model', 'tokentype'), text('costtype')),
  ChargeFrequency: constant('Usage-Based'),
  ChargePeriodEnd: endAfter(start, writtenMoment<AnthropicColumn>('endingat')),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: absent,
  CommitmentDiscountId: absent,
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: absent,
  CommitmentDiscountType: absent,
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: absent,
  ConsumedUnit: absent,
  ContractedCost: cost,
  ContractedUnitPrice: absent,
  EffectiveCost: cost,
  HostProviderName: constant('Anthropic'),
  InvoiceDetailId: absent,
  InvoiceId: absent,
  InvoiceIssuerName: constant('Anthropic'),
  ListCost: exact('listpriceusd'),
  ListUnitPrice: absent,
  PricingCategory: constant('Standard'),
  PricingCurrency: absent,
  PricingQuantity: absent,
  PricingUnit: when(isTokens, constant('1000000 Tokens')),
  RegionId: geo,
  RegionName: absent,
  ResourceId: text('apikeyid', 'apikey'),
  ResourceName: text('apikey'),
  ResourceType: when(isPresent(text('apikeyid', 'apikey')), constant('API key')),
  ServiceCategory: constant('AI and Machine Learning'),
  ServiceName: constant('Anthropic API'),
  ServiceProviderName: constant('Anthropic'),
  ServiceSubcategory: constant('Generative AI'),
  SkuId: when(
    isPresent(model),
    duck(
      `concat_ws('/', 'anthropic', {model}, {tokentype}, {contextwindow}, coalesce({servicetier}, {usagetype}), nullif({inferencegeo}, 'not_available'), {speed})`,
      'model',
      'tokentype',
      'contextwindow',
      'servicetier',
      'usagetype',
      'inferencegeo',
      'speed',
    ),
    duck(`'anthropic/' || {costtype}`, 'costtype'),
  ),
  SkuMeter: either(
    when(
      both(isPresent(model), not(isOneOf(text('costtype'), 'web_search', 'code_execution'))),
      duck(`concat_ws(', ', {model}, {tokentype})`, 'model', 'tokentype'),
    ),
    text('costtype'),
  ),
  SkuPriceDetails: jsonObject({ x_Tier: tier, x_ContextWindow: text('contextwindow'), x_Speed: text('speed') }),
  SkuPriceId: absent,
  // A workspace's name is no id: exports with names and answers with ids are the same workspaces and must replace each other.
  SubAccountId: text('workspaceid'),
  SubAccountName: text('workspace'),
  SubAccountType: when(isPresent(text('workspaceid', 'workspace')), constant('Workspace')),
  Tags: absent,
  x_CostCenter: absent,
  x_MeterCategory: text('costtype'),
  x_MeterSubcategory: absent,
  x_Operation: absent,
  x_PrincipalId: absent,
  x_ProductName: model,
  x_PublisherName: constant('Anthropic'),
  x_ResourceGroupName: absent,
};
