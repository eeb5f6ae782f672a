import { scaled, scaleOf, spread, unscaled } from '../units/spread';
import { type AllocatedCells, allocatedTags, methodDetails, methodId } from './allocated-columns';
import { fold } from './fold';
import type { Share } from './pools';

/** What one target carries of every charge of a value that is shared. */
export interface ChargePart {
  /** Null: it stays unallocated. */
  target: string | null;
  /** Of each amount of the charge; those of all parts add up to 1. */
  ratio: string;
  cells: AllocatedCells;
}

const DIGITS = 12;
const ONE = 10n ** BigInt(DIGITS);

const keyOf = (value: string, currency: string): string => JSON.stringify([fold(value), currency]);

/** The parts of a month's charges, by the value they belong to and their currency. */
export type MonthParts = ReadonlyMap<string, readonly ChargePart[]>;

/** The parts of one charge; none where its cost is not shared. */
export const partsOf = (parts: MonthParts | undefined, owner: string | null, currency: string): readonly ChargePart[] =>
  (owner === null ? undefined : parts?.get(keyOf(owner, currency))) ?? [];

/**
 * How each charge of a shared value is split so that all of them come to the shares of the month. The ratio is that of a share's whole minor units and
 * not that of its driver: then a target's parts, added up and rounded, are what Showback gives it. What goes to another pool goes on to those who carry that.
 */
export function chargeParts(
  shares: readonly Share[],
  dimension: string,
  pathOf: (value: string) => string[] | null,
): Map<string, ChargePart[]> {
  const bySource = new Map<string, Share[]>();
  for (const s of shares) {
    const key = keyOf(s.source, s.currency);
    bySource.set(key, [...(bySource.get(key) ?? []), s]);
  }
  return new Map(
    [...bySource].map(([key, own]) => {
      const ends = [...endsOf(own, bySource).values()];
      const ratios = spread(
        ONE,
        ends.map((e) => e.weight),
      );
      const way = waysOf(own, bySource).join('; ');
      const parts = ends.map(({ target, share }, i): ChargePart => {
        const ratio = unscaled(ratios[i] ?? 0n, DIGITS);
        return {
          target,
          ratio,
          cells: {
            AllocatedMethodId: way,
            AllocatedMethodDetails: methodDetails(ratio, share),
            AllocatedResourceId: target,
            AllocatedResourceName: target,
            AllocatedTags: allocatedTags(dimension, target, target === null ? null : pathOf(target)),
          },
        };
      });
      return [key, parts.filter((p) => p.ratio !== '0')];
    }),
  );
}

interface End {
  target: string | null;
  /** Of `ONE`. */
  weight: bigint;
  /** Where it came by this share alone. */
  share: Share | null;
}

/** Who carries it in the end, each once. */
function endsOf(own: readonly Share[], bySource: ReadonlyMap<string, readonly Share[]>): Map<string, End> {
  const ends = new Map<string, End>();
  const add = (end: End) => {
    const key = JSON.stringify(end.target === null ? null : fold(end.target));
    const known = ends.get(key);
    ends.set(key, known ? { ...known, weight: known.weight + end.weight, share: null } : end);
  };
  const weights = ratiosOf(own);
  for (const [i, share] of own.entries()) {
    const weight = weights[i] ?? 0n;
    const next = share.target === null ? undefined : bySource.get(keyOf(share.target, share.currency));
    if (!next) add({ target: share.target, weight, share });
    else for (const end of endsOf(next, bySource).values()) add({ ...end, weight: (weight * end.weight) / ONE, share: null });
  }
  return ends;
}

/** What each share is of the whole pool. */
function ratiosOf(own: readonly Share[]): bigint[] {
  const scale = Math.max(0, ...own.map((s) => scaleOf(s.amount)));
  const sizes = own.map((s) => scaled(s.amount.replace('-', ''), scale));
  return spread(ONE, sizes);
}

/** The words of all pools that it went through, the first one first. */
function waysOf(own: readonly Share[], bySource: ReadonlyMap<string, readonly Share[]>): string[] {
  const [first] = own;
  const further = own.flatMap((s) => (s.target === null ? [] : waysOf(bySource.get(keyOf(s.target, s.currency)) ?? [], bySource)));
  return [...new Set([...(first ? [methodId(first)] : []), ...further])];
}

/** A part of an exact amount, exact as well. */
export function partOf(amount: string, ratio: string): string {
  const scale = scaleOf(amount);
  return unscaled(scaled(amount, scale) * scaled(ratio, DIGITS), scale + DIGITS);
}
