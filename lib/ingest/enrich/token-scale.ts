import { type TokenUnit, tokenUnitOf } from './units';

/** One token meter of a file, as the vote needs it. */
export interface TokenMeter {
  provider: string;
  consumedUnit: string | null;
  pricingUnit: string | null;
  blockHint: number | null;
  cost: number;
  quantity: number;
}

interface TokenScale {
  tokensPerUnit: string | null;
  scaleSuspect: boolean;
}

/** A price per 1M tokens nobody charges, in any currency, proves that the quantity was read wrongly (ai-meters §0). */
const cheapest = 0.001;
const dearest = 1_000;

const noTokens: TokenScale = { tokensPerUnit: null, scaleSuspect: false };

/**
 * How many tokens one unit of ConsumedQuantity is, for each meter (null: not a token meter). Native files print blocks or raw counts over the
 * same unit text, one way per file; so each family of units takes the reading that leaves the fewest meters with an impossible price,
 * and the unit column's word when both leave as many (azure §4).
 */
export function tokenScales(meters: readonly (TokenMeter | null)[]): TokenScale[] {
  const units = meters.map((meter) => (meter === null ? null : unitOf(meter)));
  const raw = familiesCountedRaw(meters, units);
  return meters.map((meter, index) => {
    const unit = units[index] ?? null;
    if (meter === null || unit === null) return noTokens;
    const scale = unit.family !== null && raw.has(unit.family) ? 1 : unit.block;
    return { tokensPerUnit: String(scale), scaleSuspect: votes(meter) && readings(unit).every((reading) => !isPlausible(meter, reading)) };
  });
}

function unitOf(meter: TokenMeter): TokenUnit | null {
  const { consumedUnit, pricingUnit, provider, blockHint } = meter;
  // Google delivers token counts under the usage unit `requests`; there the pricing unit says what they are (gcp §5).
  if (provider === 'gcp' && /^requests?$/i.test(consumedUnit ?? '') && /\bcount$/i.test(pricingUnit ?? ''))
    return { block: 1, family: null };
  return tokenUnitOf(blank(consumedUnit) ?? blank(pricingUnit), provider, blockHint);
}

function familiesCountedRaw(meters: readonly (TokenMeter | null)[], units: readonly (TokenUnit | null)[]): Set<string> {
  const implausible = new Map<string, { blocks: number; raw: number }>();
  meters.forEach((meter, index) => {
    const unit = units[index] ?? null;
    if (meter === null || unit === null || unit.family === null || !votes(meter)) return;
    const count = implausible.get(unit.family) ?? { blocks: 0, raw: 0 };
    if (!isPlausible(meter, unit.block)) count.blocks += 1;
    if (!isPlausible(meter, 1)) count.raw += 1;
    implausible.set(unit.family, count);
  });
  return new Set([...implausible].filter(([, count]) => count.raw < count.blocks).map(([family]) => family));
}

const votes = (meter: TokenMeter): boolean => meter.cost > 0 && meter.quantity > 0;

const readings = (unit: TokenUnit): number[] => (unit.family === null ? [unit.block] : [unit.block, 1]);

function isPlausible(meter: TokenMeter, tokensPerUnit: number): boolean {
  const pricePerMillion = (meter.cost / (meter.quantity * tokensPerUnit)) * 1_000_000;
  return pricePerMillion >= cheapest && pricePerMillion <= dearest;
}

const blank = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);
