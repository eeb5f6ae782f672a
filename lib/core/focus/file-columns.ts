/** The versions of FOCUS in which the ledger is written to files. It is kept in the shape of the newest; what most tools read is the other. */
export const focusFileVersions = ['1.2', '1.4'] as const;
export type FocusFileVersion = (typeof focusFileVersions)[number];

export type FileColumnKind = 'decimal' | 'moment' | 'json' | 'text' | 'boolean' | 'integer';

interface StandardColumn {
  name: string;
  kind: FileColumnKind;
  /** The version that brought it, where that is a later one than 1.2. */
  since?: '1.3' | '1.4';
  /** The version that removed it. */
  until?: '1.4';
}

/** The columns of these names, all of one kind. */
const columns = (kind: FileColumnKind, names: string, span: Pick<StandardColumn, 'since' | 'until'> = {}): StandardColumn[] =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => ({ name, kind, ...span }));

/** Cost and Usage of FOCUS 1.2 to 1.4: times and amounts first, then what describes a charge, in the order of the standard. */
const standard: readonly StandardColumn[] = [
  ...columns('moment', 'BillingPeriodStart BillingPeriodEnd ChargePeriodStart ChargePeriodEnd'),
  ...columns(
    'decimal',
    'BilledCost EffectiveCost ListCost ContractedCost ConsumedQuantity PricingQuantity ListUnitPrice ContractedUnitPrice',
  ),
  ...columns('decimal', 'PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice PricingCurrencyContractedUnitPrice'),
  ...columns('decimal', 'CommitmentDiscountQuantity'),
  ...columns('text', 'AllocatedMethodId', { since: '1.3' }),
  ...columns('json', 'AllocatedMethodDetails', { since: '1.3' }),
  ...columns('text', 'AllocatedResourceId AllocatedResourceName', { since: '1.3' }),
  ...columns('json', 'AllocatedTags', { since: '1.3' }),
  ...columns('text', 'AvailabilityZone BillingAccountId BillingAccountName BillingAccountType BillingCurrency'),
  ...columns('text', 'CapacityReservationId CapacityReservationStatus ChargeCategory ChargeClass ChargeDescription ChargeFrequency'),
  ...columns('text', 'CommitmentDiscountCategory CommitmentDiscountId CommitmentDiscountName CommitmentDiscountStatus'),
  ...columns('text', 'CommitmentDiscountType CommitmentDiscountUnit'),
  ...columns('json', 'CommitmentProgramEligibilityDetails', { since: '1.4' }),
  ...columns('text', 'ConsumedUnit'),
  ...columns('json', 'ContractApplied', { since: '1.3' }),
  ...columns('text', 'HostProviderName', { since: '1.3' }),
  ...columns('text', 'InvoiceDetailId', { since: '1.4' }),
  ...columns('text', 'InvoiceId InvoiceIssuerName PricingCategory PricingCurrency PricingUnit'),
  ...columns('text', 'ProviderName PublisherName', { until: '1.4' }),
  ...columns('text', 'RegionId RegionName ResourceId ResourceName ResourceType ServiceCategory ServiceName'),
  ...columns('text', 'ServiceProviderName', { since: '1.3' }),
  ...columns('text', 'ServiceSubcategory SkuId SkuMeter'),
  ...columns('json', 'SkuPriceDetails'),
  ...columns('text', 'SkuPriceId SubAccountId SubAccountName SubAccountType'),
  ...columns('json', 'Tags'),
];

/** What bills say beyond the standard, what Headroom concluded of it, and where the charge stands in the ledger. */
const own: readonly StandardColumn[] = [
  ...columns('text', 'x_CostCenter x_MeterCategory x_MeterSubcategory x_Operation x_PrincipalId x_ProductName x_ResourceGroupName'),
  ...columns('text', 'x_Provider'),
  ...columns('boolean', 'x_IsAi'),
  ...columns('text', 'x_Model x_ModelVendor x_TokenType x_Region x_Team'),
  ...columns('integer', 'x_Load x_Line'),
];

/** A later column whose content stands in one of 1.2 already, or which the ledger keeps nothing of: 1.2 has no `x_` of it. */
const saidOtherwise = new Set(['ServiceProviderName', 'ContractApplied', 'CommitmentProgramEligibilityDetails']);

export interface FileColumn {
  /** As the file writes it. */
  name: string;
  /** What stands in it: the name in the newest version that has it. */
  of: string;
  kind: FileColumnKind;
}

/**
 * The columns of a file of charges: all of the version, by its names; then what only another version has a name for, as `x_`, so that nothing is lost;
 * then our own. With `owned` also `x_Owner`, whom the charge belongs to.
 */
export function fileColumns(version: FocusFileVersion, owned = false): FileColumn[] {
  const has = ({ since, until }: StandardColumn): boolean => (version === '1.4' ? until === undefined : since === undefined);
  const as = (prefix: string) => (c: StandardColumn) => ({ name: `${prefix}${c.name}`, of: c.name, kind: c.kind });
  const others = version === '1.4' ? [] : standard.filter((c) => !has(c) && !saidOtherwise.has(c.name));
  const publisher = version === '1.4' ? columns('text', 'x_PublisherName') : [];
  const owner = owned ? columns('text', 'x_Owner') : [];
  return [...standard.filter(has).map(as('')), ...others.map(as('x_')), ...[...publisher, ...own, ...owner].map(as(''))];
}
