import { promptTokens, type TokenCounts, type TokenKind, tokenKinds } from '../usage/tokens';
import type { PricedTokens, RateCard } from './types';

// Whole numbers only: a rate becomes a BigInt at the scale of its card, so an amount is exact however small the price.

interface CompiledBand {
  above: number;
  rates: Partial<Record<TokenKind, bigint>>;
}

interface CompiledCard {
  /** Digits behind the point of an amount: those of the rates, and six because a rate is for 1,000,000 tokens. */
  digits: number;
  /** The highest first. */
  bands: readonly CompiledBand[];
}

const perMillionDigits = 6;
const aRate = /^(\d+)(?:\.(\d+))?$/;
const compiled = new WeakMap<RateCard, CompiledCard>();

/**
 * What tokens cost by a card, exact to the last digit. A kind without a price is named in `missing`; it never counts as free. `requests`: how many
 * calls they are the sum of. Bands of long prompts are chosen by the usual prompt of one call; where nobody counted calls, the first band holds.
 */
export function priceTokens(tokens: TokenCounts, card: RateCard | null, requests = 1): PricedTokens {
  if (card === null) return { state: 'unpriced', amount: null, currency: null, missing: counted(tokens), card: null };
  const { digits, bands } = compiledOf(card);
  const rates = bandOf(bands, tokens, requests)?.rates ?? {};
  let sum = 0n;
  let kinds = 0;
  let missing: TokenKind[] | null = null;
  for (const kind of tokenKinds) {
    const count = tokens[kind];
    if (count === undefined || count === 0) continue;
    kinds++;
    const rate = rates[kind] ?? (kind === 'reasoning' ? rates.output : undefined);
    if (rate !== undefined) sum += BigInt(count) * rate;
    else if (missing === null) missing = [kind];
    else missing.push(kind);
  }
  if (missing === null) return { state: 'priced', amount: decimalOf(sum, digits), currency: card.currency, missing: [], card };
  if (missing.length === kinds) return { state: 'unpriced', amount: null, currency: null, missing, card };
  return { state: 'partly', amount: decimalOf(sum, digits), currency: card.currency, missing, card };
}

const counted = (tokens: TokenCounts): TokenKind[] => tokenKinds.filter((k) => (tokens[k] ?? 0) > 0);

function bandOf(bands: readonly CompiledBand[], tokens: TokenCounts, requests: number): CompiledBand | undefined {
  if (bands.length === 1) return bands[0];
  const size = requests > 0 ? promptTokens(tokens) / requests : 0;
  return bands.find((b) => size > b.above) ?? bands.at(-1);
}

function compiledOf(card: RateCard): CompiledCard {
  const known = compiled.get(card);
  if (known) return known;
  const decimals = Math.max(0, ...card.bands.flatMap((b) => Object.values(b.rates).map((r) => aRate.exec(r)?.[2]?.length ?? 0)));
  const bands = card.bands
    .map(({ above, rates }) => ({
      above,
      rates: Object.fromEntries(Object.entries(rates).map(([kind, rate]) => [kind, wholeOf(rate, decimals)])),
    }))
    .sort((a, b) => b.above - a.above);
  const made = { digits: decimals + perMillionDigits, bands };
  compiled.set(card, made);
  return made;
}

function wholeOf(rate: string, decimals: number): bigint {
  const match = aRate.exec(rate);
  if (!match) throw new Error(`not a rate: ${rate}`);
  return BigInt((match[1] ?? '0') + (match[2] ?? '').padEnd(decimals, '0'));
}

/** `10n` with 3 digits is `0.01`: no exponent, no zeros at the end. */
function decimalOf(whole: bigint, digits: number): string {
  if (whole === 0n) return '0';
  const text = whole.toString().padStart(digits + 1, '0');
  let end = text.length;
  const point = text.length - digits;
  while (end > point && text.charCodeAt(end - 1) === 48) end--;
  return end === point ? text.slice(0, point) : `${text.slice(0, point)}.${text.slice(point, end)}`;
}
