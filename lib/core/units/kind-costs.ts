import { type TokenKind, tokenKinds } from '../usage/tokens';
import type { BridgeCell } from './bridge';
import { scaled, scaleOf, spread, unscaled } from './spread';

/** What calls of one model on one channel used and cost. `rates`: list prices of a million tokens, where they are known. */
export interface ModelUse {
  model: string | null;
  channel: string | null;
  tokens: Partial<Record<TokenKind, bigint>>;
  cost: string;
  currency: string;
  rates: Partial<Record<TokenKind, string>>;
}

const rateDigits = 12;

/**
 * The cost of a model told apart by kinds of tokens: in the proportions of list prices, since an event's share of the invoice is one amount. The
 * parts add up to the cost. Without a single list price, by the number of tokens.
 */
export function kindCosts({ model, channel, tokens, cost, currency, rates }: ModelUse): BridgeCell[] {
  const used = tokenKinds.filter((k) => (tokens[k] ?? 0n) > 0n);
  if (used.length === 0) return [{ model, channel, kind: 'none', quantity: 0n, cost, currency }];
  const rateOf = (k: TokenKind) => rates[k] ?? (k === 'reasoning' ? rates.output : undefined);
  const weights = used.map((k) => (tokens[k] ?? 0n) * scaled(rateOf(k) ?? '0', rateDigits));
  const isPriced = weights.some((w) => w > 0n);
  const scale = Math.max(rateDigits, scaleOf(cost));
  const parts = spread(scaled(cost, scale), isPriced ? weights : used.map((k) => tokens[k] ?? 0n));
  return used.map((kind, i) => ({ model, channel, kind, quantity: tokens[kind] ?? 0n, cost: unscaled(parts[i] ?? 0n, scale), currency }));
}
