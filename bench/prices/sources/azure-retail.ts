import { zoneOf } from '../../../lib/core/pricing/zones';
import type { Deployment, ServiceTier } from '../../../lib/core/usage/channels';
import type { TokenKind } from '../../../lib/core/usage/tokens';
import { meaningsOf } from '../../../lib/ingest/enrich/meaning';
import type { Meaning } from '../../../lib/ingest/enrich/types';
import { type Fact, perMillion, type Rates } from '../facts';

// Microsoft's own price list for models on Azure, read with the same rules as the bill.

export interface RetailItem {
  currencyCode: string;
  retailPrice: number;
  armRegionName: string;
  meterName: string;
  productName: string;
  serviceName: string;
  unitOfMeasure: string;
  type: string;
  effectiveStartDate: string;
}

const kindsOf: Record<string, Partial<Record<string, TokenKind>>> = {
  text: { input: 'input', cached_input: 'cached_input', output: 'output', cache_write: 'cache_write_5m' },
  embedding: { input: 'input' },
  realtime: { input: 'input', cached_input: 'cached_input', output: 'output' },
};

export function azureRetailFacts(items: readonly RetailItem[]): Fact[] {
  const sold = items.filter((i) => i.type === 'Consumption' && i.currencyCode === 'USD' && i.retailPrice > 0);
  const meanings = meaningsOf(sold.map(meterOf));
  const prices = new Map<string, { fact: Fact; rates: Rates; mixed: boolean }>();
  sold.forEach((item, index) => {
    const meaning = meanings[index];
    const per = /^(1|1K|1M)$/.exec(item.unitOfMeasure)?.[1];
    const kind = meaning && kindOf(meaning, item.meterName);
    if (!meaning?.model || !kind || per === undefined || meaning.lifecycle !== 'inference' || meaning.contextBand !== null) return;
    const rate = perMillion(item.retailPrice, per === '1M' ? 1_000_000 : per === '1K' ? 1000 : 1);
    const deployment = meaning.deploymentType as Deployment | null;
    const tier = (meaning.serviceTier ?? 'standard') as ServiceTier;
    if (tier === 'provisioned' || Number(rate) > 1000 || Number(rate) < 0.001) return;
    const key = `${meaning.model} ${deployment} ${tier} ${item.armRegionName}`;
    const there = prices.get(key) ?? {
      fact: {
        model: meaning.model,
        channel: 'azure',
        region: item.armRegionName,
        deployment,
        tier,
        from: null,
        to: null,
        bands: [],
        source,
      },
      rates: {},
      mixed: false,
    };
    if (there.rates[kind] !== undefined && there.rates[kind] !== rate) there.mixed = true;
    there.rates[kind] = rate;
    prices.set(key, there);
  });
  return collapse([...prices.values()].filter((p) => !p.mixed).map(({ fact, rates }) => ({ ...fact, bands: [{ above: 0, rates }] })));
}

const source = 'Azure Retail Prices, February 2026';

const meterOf = (item: RetailItem) => ({
  serviceProviderName: 'Microsoft',
  publisherName: 'Microsoft',
  serviceName: item.serviceName,
  serviceCategory: null,
  serviceSubcategory: null,
  skuMeter: item.meterName,
  skuId: null,
  skuPriceDetails: null,
  chargeCategory: 'Usage',
  chargeDescription: null,
  pricingUnit: item.unitOfMeasure,
  consumedUnit: item.unitOfMeasure,
  resourceType: null,
  regionId: item.armRegionName,
  regionName: null,
  meterCategory: item.serviceName,
  meterSubcategory: item.productName,
  productName: item.productName,
  operation: null,
  cost: item.retailPrice,
  quantity: 1,
});

function kindOf(meaning: Meaning, meter: string): TokenKind | null {
  if (!meaning.tokenType || /\b(?:grader|ft|trng|hstng)\b/i.test(meter.replaceAll('-', ' '))) return null;
  if (meaning.modality === 'audio' || /\baud\b/i.test(meter.replaceAll('-', ' '))) return null; // text and audio of these meters share their names
  return kindsOf[meaning.modality ?? 'text']?.[meaning.tokenType] ?? null;
}

/** One card without a region where every region asks the same, one for a part of the world where that part does; else one for each region. */
function collapse(facts: Fact[]): Fact[] {
  const groups = new Map<string, Fact[]>();
  for (const f of facts) {
    const key = `${f.model} ${f.deployment} ${f.tier}`;
    groups.set(key, [...(groups.get(key) ?? []), f]);
  }
  return [...groups.values()].flatMap((group) => {
    const everywhere = asOne(group, null);
    if (everywhere) return [everywhere];
    const zones = new Set(group.map((f) => zoneOf(f.region)));
    return [...zones].flatMap((zone) => {
      const inZone = group.filter((f) => zoneOf(f.region) === zone);
      const one = zone === null ? null : asOne(inZone, zone);
      return one ? [one] : inZone;
    });
  });
}

function asOne(group: readonly Fact[], region: string | null): Fact | null {
  const all: Rates = {};
  for (const f of group)
    for (const [kind, rate] of Object.entries(f.bands[0]?.rates ?? {}) as [TokenKind, string][]) {
      if (all[kind] !== undefined && all[kind] !== rate) return null;
      all[kind] = rate;
    }
  return group[0] ? { ...group[0], region, bands: [{ above: 0, rates: all }] } : null;
}
