import { expect, test } from 'vitest';
import { amounts, dimensions, times } from './columns';
import { fileColumns } from './file-columns';

/** Cost and Usage of FOCUS 1.2, by level. */
const mandatory =
  `BilledCost BillingAccountId BillingAccountName BillingCurrency BillingPeriodEnd BillingPeriodStart ChargeCategory ChargeClass
  ChargeDescription ChargePeriodEnd ChargePeriodStart ContractedCost EffectiveCost InvoiceIssuerName ListCost PricingQuantity PricingUnit ProviderName
  PublisherName ServiceCategory ServiceName`.split(/\s+/);
const others =
  `AvailabilityZone BillingAccountType CapacityReservationId CapacityReservationStatus ChargeFrequency CommitmentDiscountCategory
  CommitmentDiscountId CommitmentDiscountName CommitmentDiscountQuantity CommitmentDiscountStatus CommitmentDiscountType CommitmentDiscountUnit
  ConsumedQuantity ConsumedUnit ContractedUnitPrice InvoiceId ListUnitPrice PricingCategory PricingCurrency PricingCurrencyContractedUnitPrice
  PricingCurrencyEffectiveCost PricingCurrencyListUnitPrice RegionId RegionName ResourceId ResourceName ResourceType ServiceSubcategory SkuId SkuMeter
  SkuPriceDetails SkuPriceId SubAccountId SubAccountName SubAccountType Tags`.split(/\s+/);
const focus12 = [...mandatory, ...others].sort();
/** What 1.3 and 1.4 brought; in 1.4 the two names below are gone. */
const later =
  `AllocatedMethodDetails AllocatedMethodId AllocatedResourceId AllocatedResourceName AllocatedTags CommitmentProgramEligibilityDetails
  ContractApplied HostProviderName InvoiceDetailId ServiceProviderName`.split(/\s+/);
const gone = ['ProviderName', 'PublisherName'];

const names = (...asked: Parameters<typeof fileColumns>) => fileColumns(...asked).map((c) => c.name);
const ofStandard = (...asked: Parameters<typeof fileColumns>) => names(...asked).filter((n) => !n.startsWith('x_'));

test('a file of FOCUS 1.2 has its 57 columns, the 21 mandatory ones among them, and no other without x_', () => {
  expect([mandatory.length, focus12.length]).toEqual([21, 57]);
  expect(ofStandard('1.2').toSorted()).toEqual(focus12);
  expect(ofStandard('1.2', true)).toEqual(ofStandard('1.2'));
});

test('a file of FOCUS 1.4 has its 65', () => {
  const focus14 = [...focus12.filter((n) => !gone.includes(n)), ...later].sort();
  expect(focus14).toHaveLength(65);
  expect(ofStandard('1.4').toSorted()).toEqual(focus14);
});

test.each(['1.2', '1.4'] as const)('in a file of %s no name stands twice, and no column of the ledger is lost', (version) => {
  const columns = fileColumns(version, true);
  expect(new Set(columns.map((c) => c.name)).size).toBe(columns.length);
  const held = new Set(columns.map((c) => c.of));
  // in 1.2 the provider and the publisher stand under their older names
  const spelt: Record<string, string> = version === '1.2' ? { ServiceProviderName: 'ProviderName', x_PublisherName: 'PublisherName' } : {};
  for (const column of [...dimensions, ...amounts, ...times]) expect(held).toContain(spelt[column] ?? column);
  expect(names(version)).not.toContain('x_Owner');
});
