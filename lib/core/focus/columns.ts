/**
 * The columns of a charge, in the order of FOCUS 1.4 Cost and Usage, then ours (`x_`). A *dimension* describes and repeats from row to
 * row; together they are the charge's profile. A *measure* is a number or a time; it belongs to the fact. Sources: FOCUS 1.4; ARCHITECTURE §2.
 */
export const dimensions = [
  'AllocatedMethodId',
  'AllocatedResourceId',
  'AllocatedResourceName',
  'AllocatedTags',
  'AvailabilityZone',
  'BillingAccountId',
  'BillingAccountName',
  'BillingAccountType',
  'BillingCurrency',
  'CapacityReservationId',
  'CapacityReservationStatus',
  'ChargeCategory',
  'ChargeClass',
  'ChargeDescription',
  'ChargeFrequency',
  'CommitmentDiscountCategory',
  'CommitmentDiscountId',
  'CommitmentDiscountName',
  'CommitmentDiscountStatus',
  'CommitmentDiscountType',
  'CommitmentDiscountUnit',
  'ConsumedUnit',
  'HostProviderName',
  'InvoiceDetailId',
  'InvoiceId',
  'InvoiceIssuerName',
  'PricingCategory',
  'PricingCurrency',
  'PricingUnit',
  'RegionId',
  'RegionName',
  'ResourceId',
  'ResourceName',
  'ResourceType',
  'ServiceCategory',
  'ServiceName',
  'ServiceProviderName',
  'ServiceSubcategory',
  'SkuId',
  'SkuMeter',
  'SkuPriceDetails',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'SubAccountType',
  'Tags',
  'x_CostCenter',
  'x_MeterCategory',
  'x_MeterSubcategory',
  'x_Operation',
  'x_PrincipalId',
  'x_ProductName',
  'x_PublisherName',
  'x_ResourceGroupName',
] as const;
export type Dimension = (typeof dimensions)[number];

/** Numbers of a charge: money in BillingCurrency, quantities in their units, prices per PricingUnit. Always exact, never a float. */
export const amounts = [
  'BilledCost',
  'EffectiveCost',
  'ListCost',
  'ContractedCost',
  'ConsumedQuantity',
  'PricingQuantity',
  'ListUnitPrice',
  'ContractedUnitPrice',
] as const;
export type AmountColumn = (typeof amounts)[number];

/** Times of a charge, UTC; the period is half-open. */
export const times = ['ChargePeriodStart', 'ChargePeriodEnd', 'BillingPeriodStart'] as const;
export type TimeColumn = (typeof times)[number];

export type FocusColumn = Dimension | AmountColumn | TimeColumn;

/** `BilledCost` → `billed_cost`, `x_CostCenter` → `x_cost_center`: the name in SQL. */
export const snake = (column: string): string =>
  column
    .replace(/^x_/, 'x#')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace('x#', 'x_')
    .toLowerCase();

/** FOCUS charge categories; nothing else may be stored. */
export const chargeCategories = ['Usage', 'Purchase', 'Tax', 'Credit', 'Adjustment'] as const;
