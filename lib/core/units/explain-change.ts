import { byText } from '../text/by-text';
import { type BridgeCell, type BridgeTerm, bridgePaths } from './bridge';
import { decimalOf, isZero, minus, over, plus, type Ratio, ratioOf, sum, times, zero } from './ratio';

/** What charges of one kind came to: decimals of one currency and unit, null where no charge says anything of it. */
export interface ChangeFigures {
  cost: string | null;
  quantity: string | null;
  tokens: string | null;
}

/** The words of the explorer's dimensions that tell cells apart, in this order. */
export const changeDimensions = [
  'charge',
  'charge-class',
  'provider',
  'service',
  'meter',
  'region',
  'unit',
  'model',
  'token-type',
  'currency',
] as const;
type ChangeDimension = (typeof changeDimensions)[number];

export interface ChangeCell {
  of: Readonly<Record<ChangeDimension, string | null>>;
  before: ChangeFigures;
  after: ChangeFigures;
}

/** Causes, in the order in which they are applied; from `new` on they are whole costs, and the order means nothing. */
export const changeTerms = [
  'volume',
  'modelMix',
  'channelMix',
  'tokenMix',
  'cacheRatio',
  'price',
  'new',
  'gone',
  'other',
  'purchases',
  'credits',
  'corrections',
  'tax',
  'currency',
] as const;
export type ChangeTerm = (typeof changeTerms)[number];

/** A part of a cause: the charges that have these values of these dimensions. */
export interface ChangePart {
  of: { dimension: string; value: string | null }[];
  /** Exact decimal. */
  amount: string;
}

/** A cause with what stands behind it, largest first. Amounts are exact decimals and the parts add up to the whole. */
export interface ChangeStep {
  term: ChangeTerm;
  amount: string;
  parts: ChangePart[];
}

/** Places that a part of a cost is rounded to where it has no end, such as a third; what it was and what it is are never rounded. */
const PLACES = 12;
/** Behind the point of a decimal that costs or rates make; nothing is rounded by it. */
const EXACT = 80;

/**
 * Why costs moved, each cause with the charges behind it: before + Σ causes = after, exactly. Tokens of models go through the bridge (bridge.ts): volume,
 * choice of models and of channels, kinds of tokens, cache, price. Other usage that has a quantity then and now is volume at the old price and price at the
 * new quantity; what was not there before, or is gone, is that. Costs without a quantity, and what is no usage, stand for themselves.
 */
export function explainChange(cells: readonly ChangeCell[]): { before: string; after: string; steps: ChangeStep[] } {
  const ledger = new Ledger();
  const tokens = { before: [] as BridgeCell[], after: [] as BridgeCell[] };
  for (const cell of cells) {
    const [was, is] = [costOf(cell.before), costOf(cell.after)];
    const fixed = fixedTerm(cell);
    if (fixed) ledger.add(fixed, cell, minus(is, was), fixed === 'corrections' ? corrected : billed);
    else if (isCountedInTokens(cell)) for (const side of ['before', 'after'] as const) ofSide(ledger, tokens[side], cell, side);
    else ofQuantity(ledger, cell, was, is);
  }
  ofTokens(ledger, tokens.before, tokens.after);
  return {
    before: decimalOf(sum(cells.map((c) => costOf(c.before))), EXACT),
    after: decimalOf(sum(cells.map((c) => costOf(c.after))), EXACT),
    steps: ledger.steps(),
  };
}

/** Adds parts of one cause up by what they are called. */
class Ledger {
  readonly #parts = new Map<ChangeTerm, Map<string, { of: ChangePart['of']; amount: Ratio }>>();

  add(
    term: ChangeTerm,
    { of }: { of: Readonly<Record<string, string | null>> },
    amount: Ratio,
    dimensions: readonly string[] = billed,
  ): void {
    if (isZero(amount)) return;
    const named = dimensions.map((dimension) => ({ dimension, value: of[dimension] ?? null }));
    const key = JSON.stringify(named);
    const parts = this.#parts.get(term) ?? new Map<string, { of: ChangePart['of']; amount: Ratio }>();
    this.#parts.set(term, parts);
    parts.set(key, { of: named, amount: plus(parts.get(key)?.amount ?? zero, amount) });
  }

  /** A cause that is nothing in all its parts is left out. */
  steps(): ChangeStep[] {
    return changeTerms.flatMap((term): ChangeStep[] => {
      const parts = [...(this.#parts.get(term)?.values() ?? [])].filter((p) => !isZero(p.amount)).sort(largestFirst);
      if (parts.length === 0) return [];
      const written = parts.map(({ of, amount }) => ({ of, amount: decimalOf(amount, EXACT) }));
      return [{ term, amount: decimalOf(sum(parts.map((p) => p.amount)), EXACT), parts: written }];
    });
  }
}

/** What other costs are called by. */
const billed = ['service', 'meter'] as const;
/** What begins or ends may do so in one place and be there in others. */
const placed = ['service', 'meter', 'region', 'unit'] as const;
const corrected = ['service', 'meter', 'charge', 'charge-class'] as const;

/** What is no usage is not bought by quantity. */
const categories: Readonly<Record<string, ChangeTerm>> = {
  Purchase: 'purchases',
  Credit: 'credits',
  Tax: 'tax',
  Adjustment: 'corrections',
};
const fixedTerm = ({ of }: ChangeCell): ChangeTerm | null =>
  of['charge-class'] === 'Correction' ? 'corrections' : (categories[of.charge ?? ''] ?? null);

const isCountedInTokens = ({ of, before, after }: ChangeCell): boolean =>
  of['token-type'] !== null && (isPositive(before.tokens) || isPositive(after.tokens));

/** What has no tokens then, or now, has no price there either. */
function ofSide(ledger: Ledger, tokens: BridgeCell[], cell: ChangeCell, side: 'before' | 'after'): void {
  const { cost, tokens: quantity } = cell[side];
  const { model, provider, 'token-type': kind } = cell.of;
  if (quantity !== null && isPositive(quantity))
    tokens.push({ model, channel: provider, kind: kind ?? '', quantity, cost: cost ?? '0', currency: '' });
  else ledger.add('other', cell, side === 'after' ? costOf(cell.after) : minus(zero, costOf(cell.before)));
}

function ofQuantity(ledger: Ledger, cell: ChangeCell, was: Ratio, is: Ratio): void {
  const { before, after } = cell;
  if (isNothing(before)) ledger.add('new', cell, is, placed);
  else if (isNothing(after)) ledger.add('gone', cell, minus(zero, was), placed);
  else if (before.cost === null || after.cost === null || !isPositive(before.quantity) || !isPositive(after.quantity))
    ledger.add('other', cell, minus(is, was));
  else {
    const atOldPrice = rounded([was, is], times(was, over(ratioOf(after.quantity ?? '0'), ratioOf(before.quantity ?? '0'))));
    ledger.add('volume', cell, minus(atOldPrice, was));
    ledger.add('price', cell, minus(is, atOldPrice));
  }
}

const words: Partial<Record<BridgeTerm, { term: ChangeTerm; dimensions: readonly string[] }>> = {
  volume: { term: 'volume', dimensions: ['model'] },
  modelMix: { term: 'modelMix', dimensions: ['model'] },
  channelMix: { term: 'channelMix', dimensions: ['model', 'provider'] },
  tokenMix: { term: 'tokenMix', dimensions: ['model', 'token-type'] },
  cacheRatio: { term: 'cacheRatio', dimensions: ['model', 'token-type'] },
  price: { term: 'price', dimensions: ['model', 'provider'] },
};

/** Where only one side has tokens at all there is no mix to speak of. */
function ofTokens(ledger: Ledger, before: readonly BridgeCell[], after: readonly BridgeCell[]): void {
  const only = before.length === 0 ? 'new' : after.length === 0 ? 'gone' : null;
  const { terms, paths } = bridgePaths({ cells: before }, { cells: after });
  for (const { of, costs } of paths) {
    const cell = { of: { model: of.model, provider: of.channel, 'token-type': of.kind } };
    const [first = zero, last = zero] = [costs[0], costs.at(-1)];
    if (only) {
      ledger.add(only, cell, minus(last, first), ['model', 'provider']);
      continue;
    }
    const stages = costs.map((cost) => rounded([first, last], cost));
    for (const [i, term] of terms.entries()) {
      const known = words[term];
      if (known) ledger.add(known.term, cell, minus(stages[i + 1] ?? zero, stages[i] ?? zero), known.dimensions);
    }
  }
}

const costOf = ({ cost }: ChangeFigures): Ratio => (cost === null ? zero : ratioOf(cost));
const isPositive = (decimal: string | null): boolean => decimal !== null && ratioOf(decimal).n > 0n;
const isNothing = ({ cost, quantity, tokens }: ChangeFigures): boolean => cost === null && quantity === null && tokens === null;
/** A cost on the way; where it is what it was or what it is, that stays as it is, so the steps add up whatever is rounded between. */
const rounded = (ends: readonly Ratio[], amount: Ratio): Ratio =>
  ends.find((end) => isZero(minus(end, amount))) ?? ratioOf(decimalOf(amount, PLACES));

const sizeOf = ({ amount }: { amount: Ratio }): Ratio => (amount.n < 0n ? minus(zero, amount) : amount);
function largestFirst(a: { of: ChangePart['of']; amount: Ratio }, b: { of: ChangePart['of']; amount: Ratio }): number {
  const difference = minus(sizeOf(b), sizeOf(a)).n;
  if (difference !== 0n) return difference > 0n ? 1 : -1;
  return byText(JSON.stringify(a.of), JSON.stringify(b.of));
}
