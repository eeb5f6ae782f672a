import {
  absent,
  anyOf,
  constant,
  contains,
  duck as duckOf,
  either,
  endAfter,
  exact as exactOf,
  isOneOf,
  isPresent,
  lookup,
  moment,
  text as textOf,
  when,
} from '../../duckdb/expressions';
import { inspectDays, writtenMoment } from '../../duckdb/written-days';
import type { FocusMapping } from '../provider';

/** Folded columns of GitHub's usage reports, CSV and REST, over their versions. copilot.md §1. */
type GitHubColumn =
  | 'appliedcostperquantity'
  | 'costcentername'
  | 'date'
  | 'discountamount'
  | 'enterprise'
  | 'grossamount'
  | 'grossquantity'
  | 'model'
  | 'netamount'
  | 'organization'
  | 'organizationname'
  | 'priceperunit'
  | 'product'
  | 'quantity'
  | 'repository'
  | 'repositoryname'
  | 'sku'
  | 'timeperiodday'
  | 'timeperiodmonth'
  | 'timeperiodyear'
  | 'unittype'
  | 'usageat'
  | 'user'
  | 'username'
  | 'workflowpath';

const text = textOf<GitHubColumn>;
const exact = exactOf<GitHubColumn>;
const duck = duckOf<GitHubColumn>;

export const gitHubDays = inspectDays('date', 'usageat');
const period = ['timeperiodyear', 'timeperiodmonth', 'timeperiodday'] as const;
/** Answers of the REST interface name their period once, for all lines. */
const start = either(
  writtenMoment<GitHubColumn>('date', 'usageat'),
  duck(
    `try_strptime(concat_ws('-', {timeperiodyear}, coalesce({timeperiodmonth}, '1'), coalesce({timeperiodday}, '1')), '%Y-%m-%d')`,
    ...period,
  ),
);
const end = duck(
  `case when {timeperiodyear} is null or {timeperiodday} is not null then null::timestamp
    else try_strptime(concat_ws('-', {timeperiodyear}, coalesce({timeperiodmonth}, '12'), '1'), '%Y-%m-%d') + interval 1 month end`,
  ...period,
);
const sku = text('sku');
const product = text('product');
const quantity = exact('quantity', 'grossquantity');
const isSeat = anyOf(
  isOneOf(sku, 'copilot_for_business', 'copilot_business', 'Copilot Business'),
  isOneOf(sku, 'copilot_enterprise', 'copilot_standalone', 'Copilot Enterprise'),
  contains(text('unittype'), 'user-month'),
  contains(text('unittype'), 'usermonth'),
  contains(text('unittype'), 'seat'),
  contains(text('unittype'), 'license'),
);
const organization = text('organization', 'organizationname', 'enterprise', 'user');

/** What GitHub bills: Copilot's credits, requests and seats, and everything else that is metered. Dollars. copilot.md §1. */
export const gitHubToFocus: FocusMapping = {
  AllocatedMethodId: absent,
  AllocatedResourceId: absent,
  AllocatedResourceName: absent,
  AllocatedTags: absent,
  AvailabilityZone: absent,
  BilledCost: exact('netamount'),
  // Lines of nobody in particular replace each other, and not the lines of an organisation.
  BillingAccountId: either(organization, constant('(no organization)')),
  BillingAccountName: organization,
  BillingAccountType: when(isPresent(organization), constant('Organization')),
  BillingCurrency: constant('USD'),
  BillingPeriodStart: start,
  CapacityReservationId: absent,
  CapacityReservationStatus: absent,
  ChargeCategory: when(isSeat, constant('Purchase'), constant('Usage')),
  ChargeClass: absent,
  ChargeDescription: text('model', 'sku'),
  ChargeFrequency: when(isSeat, constant('Recurring'), constant('Usage-Based')),
  ChargePeriodEnd: either(end, endAfter(start, moment())),
  ChargePeriodStart: start,
  CommitmentDiscountCategory: absent,
  CommitmentDiscountId: absent,
  CommitmentDiscountName: absent,
  CommitmentDiscountStatus: absent,
  CommitmentDiscountType: absent,
  CommitmentDiscountUnit: absent,
  ConsumedQuantity: quantity,
  ConsumedUnit: text('unittype'),
  ContractedCost: exact('grossamount'),
  ContractedUnitPrice: exact('appliedcostperquantity', 'priceperunit'),
  EffectiveCost: exact('netamount'),
  HostProviderName: constant('GitHub'),
  InvoiceDetailId: absent,
  InvoiceId: absent,
  InvoiceIssuerName: constant('GitHub'),
  ListCost: exact('grossamount'),
  ListUnitPrice: exact('appliedcostperquantity', 'priceperunit'),
  PricingCategory: constant('Standard'),
  PricingCurrency: absent,
  PricingQuantity: quantity,
  PricingUnit: text('unittype'),
  RegionId: absent,
  RegionName: absent,
  ResourceId: text('repository', 'repositoryname'),
  ResourceName: text('repository', 'repositoryname'),
  ResourceType: when(isPresent(text('repository', 'repositoryname')), constant('Repository')),
  ServiceCategory: lookup(
    product,
    {
      copilot: 'AI and Machine Learning',
      spark: 'AI and Machine Learning',
      models: 'AI and Machine Learning',
      code_quality: 'AI and Machine Learning',
    },
    constant('Developer Tools'),
  ),
  ServiceName: lookup(
    product,
    {
      actions: 'GitHub Actions',
      code_quality: 'GitHub Code Quality',
      codespaces: 'GitHub Codespaces',
      copilot: 'GitHub Copilot',
      git_lfs: 'Git LFS',
      ghas: 'GitHub Advanced Security',
      ghec: 'GitHub Enterprise',
      models: 'GitHub Models',
      packages: 'GitHub Packages',
      spark: 'GitHub Spark',
    },
    product,
  ),
  ServiceProviderName: constant('GitHub'),
  ServiceSubcategory: absent,
  SkuId: sku,
  SkuMeter: sku,
  SkuPriceDetails: absent,
  SkuPriceId: absent,
  SubAccountId: absent,
  SubAccountName: absent,
  SubAccountType: absent,
  Tags: absent,
  x_CostCenter: text('costcentername'),
  x_MeterCategory: product,
  x_MeterSubcategory: absent,
  x_Operation: text('workflowpath'),
  // As in usage events: enough to tell people apart, and the same sixteen digits.
  x_PrincipalId: duck(`'person-' || left(sha256(lower({username})), 16)`, 'username'),
  x_ProductName: text('model'),
  x_PublisherName: constant('GitHub'),
  x_ResourceGroupName: absent,
};
