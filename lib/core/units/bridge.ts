import { decimalOf, isZero, minus, one, over, plus, type Ratio, ratio, ratioOf, sum, times, zero } from './ratio';

/**
 * What one kind of token of a model on a channel came to. `quantity` and `cost` are decimals; all quantities are in one unit. What has no positive
 * quantity (a fee, a correction) has no price.
 */
export interface BridgeCell {
  model: string | null;
  channel: string | null;
  kind: string;
  quantity: string | bigint;
  cost: string;
  currency: string;
}

/** One side of the comparison. */
export interface BridgeSide {
  cells: readonly BridgeCell[];
  /** What the cost is of: 1,200 tasks make it a cost per task. Without it the whole. */
  units?: bigint;
  /** Calls of a model. On both sides: volume is told apart into calls and the size of a call. */
  calls?: bigint;
  /** What one of a currency is worth in the one that is shown. Without rates all cells have to be in one currency. */
  rates?: Readonly<Record<string, string>>;
}

/**
 * Causes, in the order in which they are applied: each is what changes when, after those before it, this one becomes what it is now.
 * `calls` and `callSize` take the place of `volume` where calls are known. `other` is cost without a quantity.
 */
export const bridgeTerms = [
  'volume',
  'calls',
  'callSize',
  'modelMix',
  'channelMix',
  'tokenMix',
  'cacheRatio',
  'price',
  'other',
  'currency',
] as const;
export type BridgeTerm = (typeof bridgeTerms)[number];

export const bridgeWords: Record<BridgeTerm, string> = {
  volume: 'Volume',
  calls: 'Calls',
  callSize: 'Tokens per call',
  modelMix: 'Choice of models',
  channelMix: 'Choice of channels',
  tokenMix: 'Input and output',
  cacheRatio: 'Cache',
  price: 'Prices',
  other: 'Cost without tokens',
  currency: 'Exchange rates',
};

/** `before` + Σ terms = `after`, exactly. */
export interface Bridge {
  before: Ratio;
  after: Ratio;
  terms: Record<BridgeTerm, Ratio>;
}

const cacheKinds = new Set(['input', 'cached_input', 'cache_write', 'cache_write_5m', 'cache_write_1h']);
/** What is read, however much of it came from a cache, is one group; every other kind is one of its own. */
const groupOf = (kind: string): string => (cacheKinds.has(kind) ? 'text read' : kind);

/**
 * Why a cost, or a cost per unit, moved. Cost is taken as volume × share of the model × share of the channel × share of the kinds of tokens × what of
 * the input was cached × price, and each factor is changed from then to now in turn: volume at the old mix and prices, mix at the old
 * prices, prices at the new quantities. What was not there before, or is gone, has the only price it has and is a matter of mix. Costs in another
 * currency count at the old rates until the last step. Nothing is rounded and the terms add up to the difference.
 */
export function bridge(before: BridgeSide, after: BridgeSide): Bridge {
  const { sides, worth, stages } = walk(before, after);
  const terms = Object.fromEntries(bridgeTerms.map((t) => [t, zero])) as Record<BridgeTerm, Ratio>;
  const [start = zero, ...ends] = stages.map(({ costs }) => sum(costs));
  let last = start;
  for (const [i, next] of ends.entries()) {
    const term = stages[i + 1]?.term;
    if (term) terms[term] = minus(next, last);
    last = next;
  }
  const [otherBefore, otherAtOldRates, otherAfter] = [
    worthOf(sides[0].other, worth[0]),
    worthOf(sides[1].other, worth[0]),
    worthOf(sides[1].other, worth[1]),
  ];
  terms.other = minus(otherAtOldRates, otherBefore);
  terms.currency = plus(terms.currency, minus(otherAfter, otherAtOldRates));
  return { before: plus(start, otherBefore), after: plus(last, otherAfter), terms };
}

/** One kind of token of a model on a channel, and what it costs at each stage of the bridge: the first is what it did cost, the last what it does. */
export interface BridgePath {
  of: Pick<BridgeCell, 'model' | 'channel' | 'kind'>;
  costs: Ratio[];
}

/** The bridge of each kind of token by itself. The terms name the stages after the first. Cells without a positive quantity are in none. */
export function bridgePaths(before: BridgeSide, after: BridgeSide): { terms: BridgeTerm[]; paths: BridgePath[] } {
  const { cells, stages } = walk(before, after);
  return {
    terms: stages.flatMap(({ term }) => term ?? []),
    paths: cells.map(({ of }, i) => ({ of, costs: stages.map(({ costs }) => costs[i] ?? zero) })),
  };
}

/** The costs of all cells while one factor after the other becomes what it is now. */
function walk(before: BridgeSide, after: BridgeSide) {
  if (!before.rates && !after.rates && new Set([...before.cells, ...after.cells].map((c) => c.currency)).size > 1)
    throw new RangeError('Two currencies cannot be added without their rates');
  const sides: Sides = [sideOf(before), sideOf(after)];
  const worth = [rateOf(before, after), rateOf(after, before)] as const;
  const cells = [...new Map(sides.flatMap((s) => [...s.cells.values()]).map((c) => [c.key, c])).values()];
  const now: Partial<Record<Factor, true>> = {};
  const costs = (): Ratio[] => {
    const volume = volumeAt(sides, now);
    return cells.map((cell) =>
      isZero(volume) ? zero : times(volume, times(shareAt(sides, cell, now), priceAt(sides, worth, cell.key, now))),
    );
  };
  const stages: { term: BridgeTerm | null; costs: Ratio[] }[] = [{ term: null, costs: costs() }];
  const step = (term: BridgeTerm, ...factors: Factor[]) => {
    for (const f of factors) now[f] = true;
    stages.push({ term, costs: costs() });
  };
  if (sides.every((s) => s.calls !== null)) {
    step('calls', 'calls');
    step('callSize', 'callSize');
  } else step('volume', 'calls', 'callSize');
  for (const factor of ['modelMix', 'channelMix', 'tokenMix', 'cacheRatio', 'price', 'currency'] as const) step(factor, factor);
  return { sides, worth, cells, stages };
}

/**
 * The bridge as decimals that still add up: each bar ends where the exact sum so far, rounded, ends. Terms that do not apply are left out; those that
 * apply and are nothing stay, as 0.
 */
export function bridgeSteps({ before, after, terms }: Bridge, digits: number) {
  const applies = (t: BridgeTerm) => !isZero(terms[t]) || !['volume', 'calls', 'callSize', 'other', 'currency'].includes(t);
  let exact = before;
  let end = decimalOf(before, digits);
  const steps = bridgeTerms.filter(applies).map((term) => {
    exact = plus(exact, terms[term]);
    const [from, to] = [end, decimalOf(exact, digits)];
    end = to;
    return { term, amount: decimalOf(minus(ratioOf(to), ratioOf(from)), digits), from, to };
  });
  return { before: decimalOf(before, digits), after: decimalOf(after, digits), steps };
}

/** What can be as it was or as it is. */
type Factor = 'calls' | 'callSize' | 'modelMix' | 'channelMix' | 'tokenMix' | 'cacheRatio' | 'price' | 'currency';
type Costs = Map<string, Ratio>;
type Worth = (currency: string) => Ratio;
interface Cell {
  key: string;
  of: BridgePath['of'];
  /** Where it hangs: all, its model, its channel there, the group of its kind there, itself. */
  path: readonly [string, string, string, string, string];
  quantity: Ratio;
  costs: Costs;
}
interface Side {
  quantity: Ratio;
  calls: Ratio | null;
  /** Quantities of every place of the tree. */
  places: Map<string, Ratio>;
  cells: Map<string, Cell>;
  other: Costs;
}
type Sides = readonly [Side, Side];

const ALL = 'all';
const part = (word: string | null) => (word === null ? '-' : `=${word}`);
const addTo = (map: Map<string, Ratio>, key: string, value: Ratio) => map.set(key, plus(map.get(key) ?? zero, value));

function sideOf({ cells: list, units, calls }: BridgeSide): Side {
  const by = units === undefined ? one : ratio(1n, units);
  const cells = new Map<string, Cell>();
  for (const c of list) {
    const model = [ALL, part(c.model)].join('\0');
    const channel = [model, part(c.channel)].join('\0');
    const group = [channel, groupOf(c.kind)].join('\0');
    const key = [group, c.kind].join('\0');
    const of = { model: c.model, channel: c.channel, kind: c.kind };
    const cell = cells.get(key) ?? { key, of, path: [ALL, model, channel, group, key] as const, quantity: zero, costs: new Map() };
    cells.set(key, cell);
    cell.quantity = plus(cell.quantity, times(ratioOf(c.quantity), by));
    addTo(cell.costs, c.currency, times(ratioOf(c.cost), by));
  }
  const places = new Map<string, Ratio>();
  const other: Costs = new Map();
  for (const cell of [...cells.values()]) {
    if (cell.quantity.n > 0n) for (const place of cell.path) addTo(places, place, cell.quantity);
    else {
      for (const [currency, cost] of cell.costs) addTo(other, currency, cost);
      cells.delete(cell.key);
    }
  }
  const hasCalls = calls !== undefined && calls > 0n;
  return { quantity: places.get(ALL) ?? zero, calls: hasCalls ? times(ratio(calls), by) : null, places, cells, other };
}

/** A currency whose rate only one side knows has that rate on both. */
const rateOf =
  (side: BridgeSide, otherwise: BridgeSide): Worth =>
  (currency) => {
    if (!side.rates && !otherwise.rates) return one;
    const rate = side.rates?.[currency] ?? otherwise.rates?.[currency];
    if (rate === undefined) throw new RangeError(`There is no rate for ${currency}`);
    return ratioOf(rate);
  };

const worthOf = (costs: Costs, worth: Worth): Ratio => sum([...costs].map(([currency, cost]) => times(cost, worth(currency))));

function volumeAt([was, is]: Sides, now: Partial<Record<Factor, true>>): Ratio {
  if (!was.calls || !is.calls) return now.calls && now.callSize ? is.quantity : was.quantity;
  const calls = now.calls ? is.calls : was.calls;
  const side = now.callSize ? is : was;
  return times(calls, over(side.quantity, side.calls ?? one));
}

const levels = ['modelMix', 'channelMix', 'tokenMix', 'cacheRatio'] as const;

/** A cell's share of all, with each level as it was or as it is. Below a place that one side does not have, the other side tells the shares. */
function shareAt(sides: Sides, { path }: Cell, now: Partial<Record<Factor, true>>): Ratio {
  let share = one;
  for (const [i, level] of levels.entries()) {
    const [parent, place] = [path[i] as string, path[i + 1] as string];
    const [side, otherwise] = now[level] ? [sides[1], sides[0]] : sides;
    const known = side.places.has(parent) ? side : otherwise;
    const whole = known.places.get(parent);
    if (!whole) return zero;
    share = times(share, over(known.places.get(place) ?? zero, whole));
    if (isZero(share)) return zero;
  }
  return share;
}

/** What one of it costs. What only one side has costs the same on both. */
function priceAt([was, is]: Sides, worth: readonly [Worth, Worth], key: string, now: Partial<Record<Factor, true>>): Ratio {
  const [before, after] = [was.cells.get(key), is.cells.get(key)];
  const cell = now.price ? (after ?? before) : (before ?? after);
  return cell ? over(worthOf(cell.costs, worth[now.currency ? 1 : 0]), cell.quantity) : zero;
}
