import Big from 'big.js';

/** What a million cost: the ratio of two sums, never a mean of ratios, to six decimals half-even. Null without tokens (finops-math §1). */
export function perMillion(cost: string, tokens: string | null): string | null {
  if (tokens === null || new Big(tokens).lte(0)) return null;
  return new Big(cost).times(1_000_000).div(tokens).round(6, Big.roundHalfEven).toFixed();
}

/** The share of the prompt that was read from the cache; null where nothing was sent. */
export function cacheHitRate(t: { input: string; cachedInput: string; cacheWrite: string }): number | null {
  const prompt = new Big(t.input).plus(t.cachedInput).plus(t.cacheWrite);
  return prompt.lte(0) ? null : Number(new Big(t.cachedInput).div(prompt).toFixed(6));
}

/** What reading from the cache saved less what writing to it cost more, at these prices; null where one of them is not known. Can be negative. */
export function netCacheSaving(
  tokens: { cachedInput: string; cacheWrite: string },
  prices: { input: string | null; cachedInput: string | null; cacheWrite: string | null },
): string | null {
  const { input, cachedInput, cacheWrite } = prices;
  if (
    input === null ||
    (cachedInput === null && new Big(tokens.cachedInput).gt(0)) ||
    (cacheWrite === null && new Big(tokens.cacheWrite).gt(0))
  )
    return null;
  const saved = new Big(tokens.cachedInput).times(new Big(input).minus(cachedInput ?? input));
  const premium = new Big(tokens.cacheWrite).times(new Big(cacheWrite ?? input).minus(input));
  return saved.minus(premium).div(1_000_000).toFixed();
}
