import { fold } from '../../duckdb/expressions';

/** Names that only newer versions have; the newest one present gives the version. FOCUS 1.4 §1–2. */
const introduced: readonly (readonly [version: string, names: readonly string[]])[] = [
  ['1.4', ['InvoiceDetailId', 'CommitmentProgramEligibilityDetails']],
  ['1.3', ['ServiceProviderName', 'HostProviderName', 'ContractApplied', 'AllocatedMethodId', 'AllocatedTags']],
  ['1.2', ['InvoiceId', 'BillingAccountType', 'SubAccountType', 'PricingCurrency', 'PricingCurrencyEffectiveCost']],
  ['1.1', ['SkuMeter', 'SkuPriceDetails', 'ServiceSubcategory', 'CapacityReservationId', 'CommitmentDiscountQuantity']],
  ['1.0', ['ContractedCost', 'ChargeClass', 'RegionId', 'ConsumedQuantity', 'EffectiveCost']],
];

export function focusVersion(has: (folded: string) => boolean): string | null {
  if (has('usagequantity') && has('region') && !has('regionid')) return '1.0-preview';
  return introduced.find(([, names]) => names.some((n) => has(fold(n))))?.[0] ?? null;
}

/** 0.5 had other names for what it cost and what kind of charge it was. */
export const isFocus05 = (has: (folded: string) => boolean): boolean =>
  has('billedcost') && !has('chargecategory') && (has('chargetype') || has('amortizedcost') || has('billedcurrency'));
