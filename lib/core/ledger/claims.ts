/** A complete load as far as claims are concerned. Days are `YYYY-MM-DD`; the range is half-open. */
export interface ActivatedLoad {
  id: number;
  provider: string;
  /** Null where the file does not say: such a load competes with every account of its provider. */
  billingAccount: string | null;
  /** Accounts below it; empty = unknown, which overlaps with everything. */
  subAccounts: readonly string[];
  billingPeriod: string;
  dataset: 'cost' | 'actual' | 'amortized' | 'usage' | 'contract';
  /** `period`: an export restates its billing period as a whole. `day`: each day stands for itself. */
  replaces: 'period' | 'day';
  fromDay: string;
  toDay: string;
  /** The order in which loads were activated. */
  activation: number;
}

/** Days of a load that count, and for which measure. */
export interface Claim {
  loadId: number;
  fromDay: string;
  toDay: string;
  countsBilled: boolean;
  countsEffective: boolean;
}

type Range = readonly [from: string, to: string];

/**
 * Who speaks for which day. Later activations win over earlier ones of the same scope, never beside them; Azure's actual export speaks for
 * billed cost and, until an amortized one covers the day, for effective cost. Derived from the whole list, so undoing a load gives exactly
 * what was there before it. Rules: FOCUS §4 "double counting", Azure §1–2, ARCHITECTURE §3.
 */
export function claimsOf(loads: readonly ActivatedLoad[]): Claim[] {
  const newestFirst = loads.filter((l) => l.dataset !== 'usage' && l.dataset !== 'contract').sort((a, b) => b.activation - a.activation);
  const claims: Claim[] = [];
  for (const load of newestFirst) {
    const newer = newestFirst.filter((other) => other.activation > load.activation && competes(other, load));
    const billed =
      load.dataset === 'amortized'
        ? []
        : uncovered(
            load,
            newer.filter((o) => o.dataset !== 'amortized'),
          );
    const effective =
      load.dataset === 'amortized'
        ? uncovered(
            load,
            newer.filter((o) => o.dataset !== 'actual'),
          )
        : load.dataset === 'actual'
          ? uncovered(load, [...newer, ...newestFirst.filter((o) => o.dataset === 'amortized' && competes(o, load))])
          : uncovered(load, newer);
    claims.push(...merge(load.id, billed, effective));
  }
  return claims.sort((a, b) => a.loadId - b.loadId || (a.fromDay < b.fromDay ? -1 : 1));
}

const competes = (a: ActivatedLoad, b: ActivatedLoad): boolean =>
  a.provider === b.provider &&
  (a.billingAccount === b.billingAccount || a.billingAccount === null || b.billingAccount === null) &&
  overlaps([a.fromDay, a.toDay], [b.fromDay, b.toDay]) &&
  (a.subAccounts.length === 0 || b.subAccounts.length === 0 || a.subAccounts.some((s) => b.subAccounts.includes(s))) &&
  (a.replaces === 'day' || b.replaces === 'day' || a.billingPeriod === b.billingPeriod);

const overlaps = ([a, b]: Range, [c, d]: Range) => a < d && c < b;

/** The days of a load that no other takes from it. A restated billing period takes them all. */
function uncovered(load: ActivatedLoad, others: readonly ActivatedLoad[]): Range[] {
  if (others.some((o) => o.replaces === 'period' && load.replaces === 'period')) return [];
  return others.reduce<Range[]>((left, o) => left.flatMap((r) => without(r, [o.fromDay, o.toDay])), [[load.fromDay, load.toDay]]);
}

const without = ([from, to]: Range, [cutFrom, cutTo]: Range): Range[] =>
  (
    [
      [from, to < cutFrom ? to : cutFrom],
      [from > cutTo ? from : cutTo, to],
    ] as Range[]
  ).filter(([a, b]) => a < b);

/** One claim per stretch of days with the same answer for both measures. */
function merge(loadId: number, billed: readonly Range[], effective: readonly Range[]): Claim[] {
  const edges = [...new Set([...billed, ...effective].flat())].sort();
  const inside = (ranges: readonly Range[], day: string) => ranges.some(([a, b]) => a <= day && day < b);
  const pieces = edges.slice(0, -1).flatMap((fromDay, i) => {
    const toDay = edges[i + 1] ?? fromDay;
    const claim = { loadId, fromDay, toDay, countsBilled: inside(billed, fromDay), countsEffective: inside(effective, fromDay) };
    return claim.countsBilled || claim.countsEffective ? [claim] : [];
  });
  const merged: Claim[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last?.toDay === piece.fromDay && last.countsBilled === piece.countsBilled && last.countsEffective === piece.countsEffective)
      last.toDay = piece.toDay;
    else merged.push(piece);
  }
  return merged;
}
