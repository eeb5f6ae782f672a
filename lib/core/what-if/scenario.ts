import Big from 'big.js';
import { sumOf } from '../money/round';
import type { PriceBook } from '../pricing/price-book';
import { priceTokens } from '../pricing/price-tokens';
import type { PriceKey } from '../pricing/types';
import type { Channel } from '../usage/channels';
import { promptTokens, type TokenCounts, type TokenKind, tokenKinds } from '../usage/tokens';
import type { Assumption } from './assumptions';
import { writesAsInput } from './cache-writes';
import { brokenConditions, type Conditions } from './conditions';
import type { UsageCell } from './usage-cell';

export interface ScenarioLine {
  taskType: string | null;
  currency: string;
  /** List cost of what could be priced on both sides. */
  actual: string;
  scenario: string;
  difference: string;
  /** Null where the actual cost is zero or negative. */
  change: number | null;
  events: number;
}

export interface Scenario {
  lines: ScenarioLine[];
  totals: Omit<ScenarioLine, 'taskType'>[];
  /** What is left out of both sides, never counted as a saving. */
  unpriced: { why: string; events: number; tokens: number; actual: string | null; currency: string | null }[];
  broken: { condition: string; events: number }[];
  /** What had to be assumed to price it, in words. */
  assumed: { words: string; events: number }[];
}

interface Moved {
  key: PriceKey;
  tokens: TokenCounts;
  requests: number;
  isSame: boolean;
}

/** Where a cell would be and what it would cost there, part by part; or why that cannot be told. */
export type Outcome = { amount: string; parts: { key: PriceKey; amount: string }[]; assumed: string[] } | { why: string };
export interface Repriced {
  cell: UsageCell;
  outcome: Outcome;
}

/** Every cell priced under the assumptions. */
export const repriceCells = (
  cells: readonly UsageCell[],
  assumptions: readonly Assumption[],
  book: PriceBook,
  priceDay: string | null = null,
): Repriced[] => cells.map((cell) => ({ cell, outcome: reprice(cell, assumptions, book, priceDay) }));

/**
 * The same tokens under other assumptions, at list price on both sides. Use that no assumption touches keeps its list cost to the last digit, so
 * that without assumptions the scenario is the actual list cost. What has no price on one side is on neither.
 */
export const runScenario = (
  cells: readonly UsageCell[],
  assumptions: readonly Assumption[],
  book: PriceBook,
  { priceDay = null, conditions = null }: { priceDay?: string | null; conditions?: Conditions | null } = {},
): Scenario => sumScenario(repriceCells(cells, assumptions, book, priceDay), conditions);

/** What was priced, summed by task type and by currency. */
export function sumScenario(repriced: readonly Repriced[], conditions: Conditions | null): Scenario {
  const lines = new Map<string, ScenarioLine>();
  const unpriced = new Map<string, Scenario['unpriced'][number]>();
  const broken = new Map<string, number>();
  const assumed = new Map<string, number>();
  for (const { cell, outcome } of repriced) {
    if ('why' in outcome) {
      const known = unpriced.get(outcome.why) ?? { why: outcome.why, events: 0, tokens: 0, actual: null, currency: cell.currency };
      known.events += cell.events;
      known.tokens += sumTokens(cell.tokens);
      known.actual = cell.list === null ? known.actual : new Big(known.actual ?? 0).plus(cell.list).toFixed();
      unpriced.set(outcome.why, known);
      continue;
    }
    for (const { key } of outcome.parts)
      for (const b of brokenConditions(key, cell, conditions)) broken.set(b, (broken.get(b) ?? 0) + cell.events);
    for (const words of outcome.assumed) assumed.set(words, (assumed.get(words) ?? 0) + cell.events);
    const at = `${cell.currency}\0${cell.taskType ?? ''}`;
    const line = lines.get(at) ?? {
      taskType: cell.taskType,
      currency: cell.currency ?? '',
      actual: '0',
      scenario: '0',
      difference: '0',
      change: null,
      events: 0,
    };
    line.actual = new Big(line.actual).plus(cell.list ?? 0).toFixed();
    line.scenario = new Big(line.scenario).plus(outcome.amount).toFixed();
    line.events += cell.events;
    lines.set(at, line);
  }
  const done = [...lines.values()].map(compared).sort((a, b) => new Big(b.actual).cmp(a.actual));
  const totals = [...new Set(done.map((l) => l.currency))].map((currency) => {
    const own = done.filter((l) => l.currency === currency);
    const sum = (key: 'actual' | 'scenario') => own.reduce((s, l) => s.plus(l[key]), new Big(0)).toFixed();
    const { taskType: _, ...total } = compared({
      taskType: null,
      currency,
      actual: sum('actual'),
      scenario: sum('scenario'),
      difference: '0',
      change: null,
      events: own.reduce((n, l) => n + l.events, 0),
    });
    return total;
  });
  return {
    lines: done,
    totals,
    unpriced: [...unpriced.values()].sort((a, b) => b.events - a.events),
    broken: [...broken].map(([condition, events]) => ({ condition, events })).sort((a, b) => b.events - a.events),
    assumed: [...assumed].map(([words, events]) => ({ words, events })).sort((a, b) => b.events - a.events),
  };
}

const compared = (l: ScenarioLine): ScenarioLine => {
  const difference = new Big(l.scenario).minus(l.actual);
  return { ...l, difference: difference.toFixed(), change: new Big(l.actual).gt(0) ? Number(difference.div(l.actual).toFixed(6)) : null };
};

/** What a cell costs under the assumptions, or why that cannot be told. */
function reprice(cell: UsageCell, assumptions: readonly Assumption[], book: PriceBook, priceDay: string | null): Outcome {
  if (cell.model === null || cell.channel === null) return { why: 'the events name no model or channel' };
  if (cell.list === null || cell.unpriced > 0 || cell.currency === null)
    return { why: `${cell.model} on ${cell.channel} has no list price` };
  const { model, channel, region, deployment, tier } = cell;
  const start: Moved = { key: { model, channel, region, deployment, tier }, tokens: cell.tokens, requests: cell.requests, isSame: true };
  let parts: { share: Big; moved: Moved }[] = [{ share: new Big(1), moved: start }];
  let volume = new Big(1);
  for (const a of assumptions) {
    if (a.kind === 'volume' && applies(a.from, cell)) volume = volume.times(a.to);
    parts = parts.flatMap(({ share, moved }) => split(share, moved, a));
  }
  const priced: { key: PriceKey; amount: Big }[] = [];
  const assumed = new Set<string>();
  for (const { share, moved } of parts) {
    if (share.eq(0)) continue;
    const isElsewhere = moved.key.model !== model || moved.key.channel !== channel;
    const price =
      moved.isSame && priceDay === null
        ? { amount: cell.list, assumed: null }
        : amountOf(moved, { book, day: priceDay ?? cell.day, currency: cell.currency, isElsewhere });
    if ('why' in price) return price;
    if (price.assumed !== null) assumed.add(price.assumed);
    priced.push({ key: moved.key, amount: share.times(discounted(price.amount, moved.key.channel, assumptions)).times(volume) });
  }
  return {
    amount: sumOf(priced.map((p) => p.amount)).toFixed(),
    parts: priced.map(({ key, amount }) => ({ key, amount: amount.toFixed() })),
    assumed: [...assumed],
  };
}

const applies = (from: string | null, { model, channel, taskType }: Pick<UsageCell, 'model' | 'channel' | 'taskType'>): boolean =>
  from === null || from === model || from === channel || from === taskType?.toLowerCase();

function split(share: Big, moved: Moved, a: Assumption): { share: Big; moved: Moved }[] {
  const { key } = moved;
  const stays = [{ share, moved }];
  const goes = (change: Partial<PriceKey>, part: string) => {
    const away = { share: share.times(part), moved: { ...moved, key: { ...key, ...change }, isSame: false } };
    return part === '1' ? [away] : [away, { share: share.times(new Big(1).minus(part)), moved }];
  };
  switch (a.kind) {
    case 'model':
      return (a.from === null || key.model === a.from) && key.model !== a.to ? goes({ model: a.to }, a.share) : stays;
    case 'channel':
      // a region and a deployment belong to the channel they were said of
      return (a.from === null || key.channel === a.from) && key.channel !== a.to
        ? goes({ channel: a.to, region: null, deployment: null }, a.share)
        : stays;
    case 'tier':
      return (a.from === null || key.tier === a.from) && key.tier !== a.to ? goes({ tier: a.to }, a.share) : stays;
    case 'region':
      return (a.from === null || key.region === a.from) && key.region !== a.to ? goes({ region: a.to }, a.share) : stays;
    case 'deployment':
      return (a.from === null || key.deployment === a.from) && key.deployment !== a.to ? goes({ deployment: a.to }, a.share) : stays;
    case 'tokens':
      return a.from === null || key.model === a.from
        ? [{ share, moved: { ...moved, tokens: times(moved.tokens, a.to), isSame: moved.isSame && a.to === '1' } }]
        : stays;
    case 'cache':
      return a.from === null || key.model === a.from
        ? [{ share, moved: { ...moved, tokens: withCache(moved.tokens, a.to), isSame: false } }]
        : stays;
    default:
      return stays;
  }
}

interface At {
  book: PriceBook;
  day: string;
  currency: string;
  /** Another model or channel: what was written to a cache here need not cost anything of its own there. */
  isElsewhere: boolean;
}

function amountOf(
  { key, tokens, requests }: Moved,
  { book, day, currency, isElsewhere }: At,
): { amount: string; assumed: string | null } | { why: string } {
  const found = book.find(key, day);
  const plain = isElsewhere && found ? writesAsInput(tokens, found.card, book) : null;
  const priced = priceTokens(plain?.tokens ?? tokens, found?.card ?? null, requests);
  if (priced.state === 'priced' && priced.amount !== null && (priced.currency === currency || priced.amount === '0'))
    return { amount: priced.amount, assumed: plain?.words ?? null };
  if (priced.state === 'priced') return { why: `${key.model} on ${key.channel} is priced in ${priced.currency}, the use in ${currency}` };
  return {
    why: found
      ? `${key.model} on ${key.channel} has no price for ${priced.missing.map((k) => k.replaceAll('_', ' ')).join(', ')}`
      : book.whyUnpriced(key, day),
  };
}

const discounted = (amount: string, channel: Channel, assumptions: readonly Assumption[]): Big =>
  assumptions.reduce(
    (sum, a) => (a.kind === 'discount' && (a.from === null || a.from === channel) ? sum.times(new Big(1).minus(a.to)) : sum),
    new Big(amount),
  );

const times = (tokens: TokenCounts, factor: string): TokenCounts =>
  Object.fromEntries(
    Object.entries(tokens).map(([k, n]) => [k, Number(new Big(n).times(factor).round(0, Big.roundHalfEven).toFixed())]),
  ) as TokenCounts;

/** The same prompt with another part of it read from the cache; what is written to the cache stays. */
function withCache(tokens: TokenCounts, ratio: string): TokenCounts {
  const text = (tokens.input ?? 0) + (tokens.cached_input ?? 0);
  const cached = Math.min(text, Number(new Big(promptTokens(tokens)).times(ratio).round(0, Big.roundHalfEven).toFixed()));
  return { ...tokens, input: text - cached, cached_input: cached };
}

const sumTokens = (tokens: TokenCounts): number => tokenKinds.reduce((sum, k: TokenKind) => sum + (tokens[k] ?? 0), 0);
