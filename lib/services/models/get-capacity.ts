import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { priceTokens } from '../../core/pricing/price-tokens';
import type { Range } from '../../core/time/period';
import { breakEven, type Capacity, utilisation } from '../../core/units/capacity';
import { perMillion } from '../../core/units/unit-price';
import { channelOfProvider } from '../../core/usage/channels';
import { MoneySums } from '../../core/usage/summary';
import { allTokens } from '../../core/usage/tokens';
import type { UsageCell } from '../../core/what-if/usage-cell';
import { unattributedCosts } from '../../db/queries/unattributed';
import { usageCells } from '../../db/queries/usage-cells';
import { loadPriceBook } from '../prices/price-book';

export interface CapacityLine extends Capacity {
  provider: string;
  currency: string;
  accounts: string[];
  utilisation: string | null;
  perMillion: string | null;
  breakEven: { tokens: string; reached: string } | null;
  /** Why there is no break-even, in words; null where there is one. */
  why: string | null;
}

/** Provisioned capacity by provider and currency: used, idle, and the volume from which on it pays against buying by the token. */
export async function getCapacity(actor: Actor, period: Range): Promise<CapacityLine[]> {
  requirePermission(actor, 'events:read');
  const billed = await unattributedCosts(actor.organizationId, { ...period, tier: 'provisioned' });
  if (billed.length === 0) return [];
  const [cells, book] = await Promise.all([usageCells(actor.organizationId, period), loadPriceBook(actor.organizationId)]);
  // what runs on machines of one's own is capacity, whatever tier its calls name
  const used = cells.filter((c) => c.tier === 'provisioned' || c.channel === 'self');
  const places = [...new Set(billed.map((r) => `${r.provider}\0${r.currency}`))];
  return places.map((place) => {
    const rows = billed.filter((r) => `${r.provider}\0${r.currency}` === place);
    const [{ provider, currency }] = rows as [(typeof rows)[number]];
    const own = used.filter((c) => c.channel === channelOfProvider(provider));
    const elsewhere = payAsYouGo(own, book);
    const capacity: Capacity = {
      invoice: sum(rows.map((r) => r.invoice)),
      attributed: sum(rows.map((r) => r.attributed)),
      idle: sum(rows.map((r) => r.idle)),
      tokens: String(own.reduce((n, c) => n + allTokens(c.tokens), 0)),
      payAsYouGo: elsewhere.unpriced === 0 && elsewhere.currencies.every((c) => c === currency) ? elsewhere.amount : null,
    };
    return {
      ...{ provider, currency, ...capacity, utilisation: utilisation(capacity), breakEven: breakEven(capacity) },
      accounts: [...new Set(rows.map((r) => r.accountName ?? r.account ?? 'no account'))].sort(),
      perMillion: perMillion(capacity.invoice, capacity.tokens),
      why: whyNot(capacity, currency, elsewhere, channelOfProvider(provider) === 'self'),
    };
  });
}

interface Elsewhere {
  amount: string;
  currencies: string[];
  unpriced: number;
}

/** The same tokens on the same channel, bought by the token at the list price of their day. */
function payAsYouGo(cells: readonly UsageCell[], book: Awaited<ReturnType<typeof loadPriceBook>>): Elsewhere {
  const sums = new MoneySums();
  let unpriced = 0;
  for (const { model, channel, region, deployment, tokens, requests, day } of cells) {
    const card = model === null || channel === null ? null : book.find({ model, channel, region, deployment, tier: 'standard' }, day)?.card;
    const { state, amount, currency } = priceTokens(tokens, card ?? null, requests);
    if (state === 'priced' && amount !== null && currency !== null) sums.add(currency, amount);
    else unpriced++;
  }
  const list = sums.list();
  return { amount: list.length === 1 ? (list[0]?.amount ?? '0') : '0', currencies: list.map((s) => s.currency), unpriced };
}

function whyNot({ tokens }: Capacity, currency: string, { currencies, unpriced }: Elsewhere, isOwn: boolean): string | null {
  if (tokens === '0')
    return `No event says that it ran here: log its calls with the ${isOwn ? 'channel "self"' : 'service tier "provisioned"'}.`;
  if (unpriced > 0)
    return isOwn
      ? 'Own machines sell nothing by the token. What-if says what the same work costs elsewhere.'
      : 'Part of its tokens has no list price by the token.';
  const other = currencies.find((c) => c !== currency);
  return other ? `Prices by the token are in ${other}, the bill is in ${currency}: add own prices in ${currency}.` : null;
}

const sum = (amounts: readonly string[]): string => amounts.reduce((all, a) => all.plus(a), new Big(0)).toFixed();
