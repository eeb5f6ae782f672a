import { minorUnitsOf } from '../money/format';
import { roundedTo, scaled, scaleOf, unscaled } from '../units/spread';
import { fold } from './fold';
import type { Share } from './pools';

/** What one value came to in a month and a currency, from the ledger, with every digit. */
export interface MonthCost {
  value: string | null;
  currency: string;
  /** Everything but credits. */
  usage: string;
  credits: string;
}

export interface Adjustment {
  /** The closed month that has changed since. */
  month: string;
  amount: string;
}

/** One target's month in one currency. All amounts are whole minor units. */
export interface StatementLine {
  /** Null is what nobody owns. */
  target: string | null;
  /** Names above it in the tree as it stood on the first day of the month; null where it is not in the tree. */
  path: string[] | null;
  currency: string;
  direct: string;
  credits: string;
  /** What it carries of shared costs. */
  shared: Share[];
  /** What others carry of it, negative: it is a pool. */
  passedOn: string;
  adjustments: Adjustment[];
  total: string;
}

export interface MonthStatement {
  month: string;
  lines: StatementLine[];
}

const keyOf = (target: string | null, currency: string) => JSON.stringify([target === null ? null : fold(target), currency]);

/**
 * The statements of a month. Direct cost and credits of all targets are rounded together by largest remainder, so that they add up to the month's
 * effective cost as it is rounded; who has nothing has no statement. Shares are whole already, and what a target carries its pool passes on.
 */
export function statementOf(
  month: string,
  costs: readonly MonthCost[],
  shares: readonly Share[],
  pathOf: (value: string) => string[] | null,
  adjustments: ReadonlyMap<string, AdjustedLine> = new Map(),
): MonthStatement {
  const lines = new Map<string, StatementLine>();
  const lineOf = (target: string | null, currency: string): StatementLine => {
    const key = keyOf(target, currency);
    const found = lines.get(key);
    if (found) return found;
    const made: StatementLine = {
      ...{ target, currency, path: target === null ? null : pathOf(target) },
      ...{ direct: '0', credits: '0', shared: [], passedOn: '0', adjustments: [], total: '0' },
    };
    lines.set(key, made);
    return made;
  };
  for (const currency of new Set(costs.map((c) => c.currency))) {
    const own = costs.filter((c) => c.currency === currency);
    const rounded = roundTogether(
      own.flatMap((c) => [c.usage, c.credits]),
      minorUnitsOf(currency),
    );
    for (const [i, c] of own.entries()) {
      const line = lineOf(c.value, currency);
      line.direct = plus(line.direct, rounded[2 * i] ?? '0');
      line.credits = plus(line.credits, rounded[2 * i + 1] ?? '0');
    }
  }
  for (const s of shares) {
    lineOf(s.target, s.currency).shared.push(s);
    const source = lineOf(s.source, s.currency);
    source.passedOn = minus(source.passedOn, s.amount);
  }
  for (const { target, currency, adjustments: list } of adjustments.values()) lineOf(target, currency).adjustments = list;
  for (const line of lines.values())
    line.total = [
      line.direct,
      line.credits,
      line.passedOn,
      ...line.shared.map((s) => s.amount),
      ...line.adjustments.map((a) => a.amount),
    ].reduce(plus, '0');
  const says = (l: StatementLine) =>
    /[1-9]/.test([l.direct, l.credits, l.passedOn, l.total, ...l.shared.map((s) => s.amount)].join()) || l.adjustments.length > 0;
  return { month, lines: [...lines.values()].filter(says).sort(byTarget) };
}

/** By place in the tree, then by name; what nobody owns is last. */
const byTarget = (a: StatementLine, b: StatementLine): number => {
  if ((a.target === null) !== (b.target === null)) return a.target === null ? 1 : -1;
  if ((a.path === null) !== (b.path === null)) return a.path === null ? 1 : -1;
  const [x, y] = [a, b].map((l) => [...(l.path ?? []), l.target ?? '', l.currency].join('\u0001')) as [string, string];
  return x < y ? -1 : x > y ? 1 : 0;
};

interface AdjustedLine {
  target: string | null;
  currency: string;
  adjustments: Adjustment[];
}

/** What a month itself comes to for a target, without true-ups of others. */
const ownTotal = (line: StatementLine): string => line.adjustments.reduce((sum, a) => minus(sum, a.amount), line.total);

/** What closed months come to today and was not told yet, by target: as they were closed, plus the true-ups that later closed months carry. */
export function adjustmentsOf(closed: readonly MonthStatement[], today: readonly MonthStatement[]): Map<string, AdjustedLine> {
  const found = new Map<string, AdjustedLine>();
  for (const was of closed) {
    const told = new Map<string, { target: string | null; currency: string; amount: string }>();
    const add = (line: Pick<StatementLine, 'target' | 'currency'>, amount: string) => {
      const key = keyOf(line.target, line.currency);
      told.set(key, { target: line.target, currency: line.currency, amount: plus(told.get(key)?.amount ?? '0', amount) });
    };
    for (const line of was.lines) add(line, ownTotal(line));
    for (const later of closed)
      for (const line of later.lines) for (const a of line.adjustments) if (a.month === was.month) add(line, a.amount);
    for (const line of today.find((t) => t.month === was.month)?.lines ?? []) add(line, minus('0', ownTotal(line)));
    for (const [key, { target, currency, amount }] of told) {
      if (amount === '0') continue;
      const line = found.get(key) ?? { target, currency, adjustments: [] };
      line.adjustments.push({ month: was.month, amount: minus('0', amount) });
      found.set(key, line);
    }
  }
  return found;
}

/** Rounds parts to minor units so that they add up to their rounded sum: floors, then one unit more for those that lost most; ties to the earlier. */
export function roundTogether(parts: readonly string[], digits: number): string[] {
  const scale = Math.max(digits, ...parts.map(scaleOf));
  const unit = 10n ** BigInt(scale - digits);
  const exact = parts.map((p) => scaled(p, scale));
  const floors = exact.map((v) => (v >= 0n || v % unit === 0n ? v / unit : v / unit - 1n));
  const lost = exact.map((v, i) => v - (floors[i] as bigint) * unit);
  const sum = roundedTo(
    exact.reduce((a, b) => a + b, 0n),
    scale - digits,
  );
  const missing = Number(sum - floors.reduce((a, b) => a + b, 0n));
  const order = exact.map((_, i) => i).sort((a, b) => compare(lost[b] as bigint, lost[a] as bigint) || a - b);
  for (const i of order.slice(0, missing)) floors[i] = (floors[i] as bigint) + 1n;
  return floors.map((v) => unscaled(v, digits));
}

const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0);

/** Exact sums of decimal texts. */
export function plus(a: string, b: string): string {
  const scale = Math.max(scaleOf(a), scaleOf(b));
  return unscaled(scaled(a, scale) + scaled(b, scale), scale);
}

export const minus = (a: string, b: string): string => plus(a, b.startsWith('-') ? b.slice(1) : b === '0' ? b : `-${b}`);
