import { meaningsOf } from './meaning';
import type { Meaning, MeterUse } from './types';

const silent: MeterUse = {
  serviceProviderName: null,
  publisherName: null,
  serviceName: null,
  serviceCategory: null,
  serviceSubcategory: null,
  skuMeter: null,
  skuId: null,
  skuPriceDetails: null,
  chargeCategory: 'Usage',
  chargeDescription: null,
  pricingUnit: null,
  consumedUnit: null,
  resourceType: null,
  regionId: null,
  regionName: null,
  meterCategory: null,
  meterSubcategory: null,
  productName: null,
  operation: null,
  cost: 0,
  quantity: 0,
};

/** A meter that says only what a test gives it. */
export const aMeter = (said: Partial<MeterUse> = {}): MeterUse => ({ ...silent, ...said });

export const azureMeter = (skuMeter: string, said: Partial<MeterUse> = {}): MeterUse =>
  aMeter({ serviceProviderName: 'Microsoft', meterCategory: 'Foundry Models', skuMeter, ...said });

export const bedrockMeter = (skuMeter: string, said: Partial<MeterUse> = {}): MeterUse =>
  aMeter({ serviceProviderName: 'AWS', serviceName: 'AmazonBedrock', skuMeter, ...said });

/** What one meter means in a file of its own. */
export function meaningOf(meter: MeterUse): Meaning {
  const [meaning] = meaningsOf([meter]);
  if (meaning === undefined) throw new Error('a meter without a meaning');
  return meaning;
}
