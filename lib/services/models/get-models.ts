import Big from 'big.js';
import { type Actor, requirePermission } from '../../core/access/actor';
import { groupBy } from '../../core/list/group-by';
import type { Range } from '../../core/time/period';
import { modelBase } from '../../core/units/calibrate';
import { cacheHitRate, netCacheSaving, perMillion } from '../../core/units/unit-price';
import { type ModelCost, type ModelDay, modelCosts, modelDays } from '../../db/queries/model-costs';

export interface KindSums {
  input: string;
  cachedInput: string;
  cacheWrite: string;
  output: string;
  reasoning: string;
}

/** What was bought of a model, or of it in one place. Exact decimals as text; `perMillion` over all tokens that are billed as such. */
export interface Bought {
  cost: string;
  tokens: string;
  kinds: KindSums;
  perMillion: string | null;
  perMillionInput: string | null;
  perMillionCached: string | null;
  perMillionOutput: string | null;
  cacheHit: number | null;
  cacheSaving: string | null;
}
export interface ModelPlace extends Bought {
  provider: string;
  /** As the bill names it, with its snapshot. */
  model: string | null;
  region: string | null;
  deployment: string | null;
  tier: string | null;
}
export interface ModelLine extends Bought {
  model: string | null;
  vendor: string | null;
  firstDay: string;
  lastDay: string;
  places: ModelPlace[];
}
/** What was bought on one service tier and in one kind of deployment. */
export interface MixLine extends Bought {
  tier: string | null;
  deployment: string | null;
}
export interface ModelBook {
  currency: string;
  total: Bought;
  mix: MixLine[];
  models: ModelLine[];
  days: { day: string; group: string | null; currency: string; amount: string }[];
  tokenDays: { day: string; group: string; amount: string }[];
}

/** Models as a market, from the bills: what is used of each, in which kinds of tokens, at what effective price, on which channel. */
export async function getModels(actor: Actor, period: Range): Promise<ModelBook[]> {
  requirePermission(actor, 'events:read');
  const [rows, days] = await Promise.all([modelCosts(actor.organizationId, period), modelDays(actor.organizationId, period)]);
  const currencies = [...new Set(rows.map((r) => r.currency))];
  return currencies
    .map((currency) =>
      bookOf(
        currency,
        rows.filter((r) => r.currency === currency),
        days.filter((d) => d.currency === currency),
      ),
    )
    .sort((a, b) => b.models.length - a.models.length || (a.currency < b.currency ? -1 : 1));
}

/** One model's effective price for a million tokens by day and channel, for the currency asked. */
export async function getModelPrices(
  actor: Actor,
  model: string,
  period: Range,
): Promise<{ day: string; provider: string; currency: string; perMillion: string | null; tokens: string }[]> {
  requirePermission(actor, 'events:read');
  const days = (await modelDays(actor.organizationId, period)).filter((d) => modelBase(d.model) === model && d.tokens !== null);
  const by = groupBy(days, (d) => [d.day, d.provider, d.currency].join('\0'));
  return [...by.values()].map((list) => {
    const [first] = list as [ModelDay, ...ModelDay[]];
    const tokens = sumOf(list.map((d) => d.tokens));
    return {
      day: first.day,
      provider: first.provider,
      currency: first.currency,
      tokens,
      perMillion: perMillion(sumOf(list.map((d) => d.effective)), tokens),
    };
  });
}

function bookOf(currency: string, rows: readonly ModelCost[], days: readonly ModelDay[]): ModelBook {
  const models = [...groupBy(rows, (r) => modelBase(r.model) ?? '\0').values()].map((list): ModelLine => {
    const [first] = list as [ModelCost, ...ModelCost[]];
    const places = [...groupBy(list, (r) => [r.provider, r.model, r.region, r.deployment, r.tier].join('\0')).values()].map(
      (some): ModelPlace => {
        const [{ provider, model, region, deployment, tier }] = some as [ModelCost, ...ModelCost[]];
        return { provider, model, region, deployment, tier, ...bought(some) };
      },
    );
    return {
      model: modelBase(first.model),
      vendor: list.find((r) => r.vendor !== null)?.vendor ?? null,
      firstDay: list.map((r) => r.firstDay).sort()[0] ?? '',
      lastDay:
        list
          .map((r) => r.lastDay)
          .sort()
          .at(-1) ?? '',
      places: places.sort(byCost),
      ...bought(list),
    };
  });
  return {
    currency,
    total: bought(rows),
    mix: [...groupBy(rows, (r) => `${r.tier}\0${r.deployment}`).values()]
      .map((list): MixLine => ({ tier: list[0]?.tier ?? null, deployment: list[0]?.deployment ?? null, ...bought(list) }))
      .sort(byCost),
    models: models.sort(byCost),
    days: summed(
      days,
      (d) => modelBase(d.model),
      (d) => d.effective,
    ).map((d) => ({ ...d, currency })),
    tokenDays: summed(
      days.filter((d) => d.tokens !== null),
      (d) => d.tokenType ?? 'other',
      (d) => d.tokens ?? '0',
    ).map((d) => ({ ...d, group: d.group ?? 'other' })),
  };
}

function bought(rows: readonly ModelCost[]): Bought {
  const of = (type: string) => rows.filter((r) => r.tokenType === type && r.tokens !== null);
  const tokens = (type: string) => sumOf(of(type).map((r) => r.tokens));
  const price = (type: string) => perMillion(sumOf(of(type).map((r) => r.effective)), tokens(type));
  const counted = rows.filter((r) => r.tokenType !== null && r.tokens !== null);
  const all = sumOf(counted.map((r) => r.tokens));
  const kinds: KindSums = {
    input: tokens('input'),
    cachedInput: tokens('cached_input'),
    cacheWrite: tokens('cache_write'),
    output: tokens('output'),
    reasoning: tokens('reasoning'),
  };
  return {
    cost: sumOf(rows.map((r) => r.effective)),
    tokens: all,
    kinds,
    perMillion: perMillion(sumOf(counted.map((r) => r.effective)), all),
    perMillionInput: price('input'),
    perMillionCached: price('cached_input'),
    perMillionOutput: price('output'),
    cacheHit: cacheHitRate(kinds),
    cacheSaving: new Big(kinds.cachedInput).plus(kinds.cacheWrite).eq(0)
      ? null
      : netCacheSaving(kinds, { input: price('input'), cachedInput: price('cached_input'), cacheWrite: price('cache_write') }),
  };
}

const sumOf = (list: readonly (string | null)[]): string => list.reduce((sum, n) => sum.plus(n ?? 0), new Big(0)).toFixed();
const byCost = (a: Bought, b: Bought) => new Big(b.cost).cmp(a.cost);

function summed<T extends { day: string }>(days: readonly T[], groupOf: (d: T) => string | null, amountOf: (d: T) => string) {
  return [...groupBy(days, (d) => `${d.day}\0${groupOf(d) ?? ''}`).values()].map((list) => {
    const [first] = list as [T, ...T[]];
    return { day: first.day, group: groupOf(first), amount: sumOf(list.map(amountOf)) };
  });
}
