import type { FocusColumn } from '@/lib/core/focus/columns';

/** The columns of a charge by what they are about. */
export const columnGroups: readonly { title: string; columns: readonly FocusColumn[] }[] = [
  {
    title: 'Cost',
    columns: ['BilledCost', 'EffectiveCost', 'ListCost', 'ContractedCost', 'BillingCurrency', 'PricingCurrency'],
  },
  { title: 'Time', columns: ['ChargePeriodStart', 'ChargePeriodEnd', 'BillingPeriodStart'] },
  {
    title: 'Quantity and price',
    columns: [
      'ConsumedQuantity',
      'ConsumedUnit',
      'PricingQuantity',
      'PricingUnit',
      'ListUnitPrice',
      'ContractedUnitPrice',
      'PricingCategory',
    ],
  },
  {
    title: 'Charge',
    columns: ['ChargeCategory', 'ChargeClass', 'ChargeDescription', 'ChargeFrequency', 'InvoiceId', 'InvoiceDetailId', 'InvoiceIssuerName'],
  },
  {
    title: 'Service',
    columns: ['ServiceProviderName', 'HostProviderName', 'ServiceName', 'ServiceCategory', 'ServiceSubcategory', 'x_PublisherName'],
  },
  {
    title: 'SKU and meter',
    columns: [
      'SkuId',
      'SkuMeter',
      'SkuPriceId',
      'SkuPriceDetails',
      'x_MeterCategory',
      'x_MeterSubcategory',
      'x_ProductName',
      'x_Operation',
    ],
  },
  {
    title: 'Account',
    columns: [
      'BillingAccountId',
      'BillingAccountName',
      'BillingAccountType',
      'SubAccountId',
      'SubAccountName',
      'SubAccountType',
      'x_CostCenter',
      'x_PrincipalId',
    ],
  },
  {
    title: 'Resource',
    columns: ['ResourceId', 'ResourceName', 'ResourceType', 'x_ResourceGroupName', 'RegionId', 'RegionName', 'AvailabilityZone', 'Tags'],
  },
  {
    title: 'Commitment and capacity',
    columns: [
      'CommitmentDiscountCategory',
      'CommitmentDiscountId',
      'CommitmentDiscountName',
      'CommitmentDiscountStatus',
      'CommitmentDiscountType',
      'CommitmentDiscountUnit',
      'CapacityReservationId',
      'CapacityReservationStatus',
    ],
  },
  {
    title: 'Allocation',
    columns: ['AllocatedMethodId', 'AllocatedResourceId', 'AllocatedResourceName', 'AllocatedTags'],
  },
];

/** What enrichment decided, the rule last. */
export const concluded: readonly [key: string, label: string][] = [
  ['x_provider', 'Provider'],
  ['x_service_name', 'Service'],
  ['x_service_category', 'Service category'],
  ['x_service_subcategory', 'Service subcategory'],
  ['x_region', 'Region'],
  ['x_is_ai', 'AI spend'],
  ['x_model_class', 'Classification'],
  ['x_model', 'Model'],
  ['x_model_family', 'Model family'],
  ['x_model_vendor', 'Model vendor'],
  ['x_token_type', 'Token type'],
  ['x_tokens_per_unit', 'Tokens per unit'],
  ['x_scale_suspect', 'Scale of the unit suspect'],
  ['x_cache_ttl', 'Cache lifetime'],
  ['x_modality', 'Modality'],
  ['x_deployment_type', 'Deployment'],
  ['x_service_tier', 'Service tier'],
  ['x_context_band', 'Context'],
  ['x_lifecycle', 'Lifecycle'],
  ['x_team', 'Team'],
  ['x_rule', 'By the rule'],
];

/** How to find the row again. */
export const origin: readonly [key: string, label: string][] = [
  ['x_source', 'Source'],
  ['x_file', 'File'],
  ['x_load', 'Load'],
  ['x_line', 'Line'],
];
