import Big from 'big.js';

/** Provisioned capacity of one provider over a period: what it cost, and what was called on it. Exact decimals as text. */
export interface Capacity {
  invoice: string;
  attributed: string;
  /** Hours in which nothing was called. */
  idle: string;
  tokens: string;
  /** What the same tokens cost by the token, in the same currency; null where that cannot be told. */
  payAsYouGo: string | null;
}

/** The share of what was paid that paid for hours in which events tell of calls, a ratio; null where they tell of none (finops-math §1). */
export function utilisation({ invoice, attributed }: Capacity): string | null {
  if (new Big(attributed).lte(0) || new Big(invoice).lte(0)) return null;
  return new Big(attributed).div(invoice).toFixed();
}

/**
 * Break-even tokens = what the capacity cost ÷ the pay-as-you-go price of one of its own tokens, whole tokens rounded up; `reached` is the share of
 * it that was used: from 1 on the capacity pays (finops-math §1). Null without tokens or without their price.
 */
export function breakEven({ invoice, tokens, payAsYouGo }: Capacity): { tokens: string; reached: string } | null {
  if (payAsYouGo === null || new Big(payAsYouGo).lte(0) || new Big(tokens).lte(0) || new Big(invoice).lte(0)) return null;
  return {
    tokens: new Big(invoice).times(tokens).div(payAsYouGo).round(0, Big.roundUp).toFixed(),
    reached: new Big(payAsYouGo).div(invoice).toFixed(),
  };
}
