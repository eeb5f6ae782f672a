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
  /** The order in which loads were activated; the same for all loads of one import. */
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
 * Who speaks for which day. Later activations win over earlier ones of the same scope, never beside them. Azure's actual export speaks for
 * billed cost and, until an amortized one covers the day, for effective cost: the two are views of one bill, so an amortized export takes
 * the days it holds and no others. Loads activated together come from one file and stand side by side. Derived from the whole list, so
 * undoing a load gives exactly what was there before it. Rules: FOCUS §4 "double counting", Azure §1–2, ARCHITECTURE §3.
 */
export function claimsOf(loads: readonly ActivatedLoad[]): Claim[] {
  const bills = loads.filter((l) => l.dataset !== 'usage' && l.dataset !== 'contract');
  const full = bills.filter((l) => l.dataset !== 'amortized');
  const amortized = bills
    .filter((l) => l.dataset === 'amortized')
    .map((load) => ({
      load,
      effective: uncovered(
        load,
        rivals(load, bills)
          .filter(isNewerThan(load))
          .filter((o) => o.dataset !== 'actual'),
      ),
    }));
  const claims = amortized.flatMap(({ load, effective }) => merge(load.id, [], effective));
  for (const load of full) {
    const billed = uncovered(load, rivals(load, full).filter(isNewerThan(load)));
    const spread = amortized.filter((a) => competes(a.load, load) && (load.dataset === 'actual' || isNewerThan(load)(a.load)));
    const effective = spread.flatMap((a) => a.effective).reduce<Range[]>((left, cut) => left.flatMap((r) => without(r, cut)), billed);
    claims.push(...merge(load.id, billed, effective));
  }
  return claims.sort((a, b) => a.loadId - b.loadId || (a.fromDay < b.fromDay ? -1 : 1));
}

const isNewerThan = (load: ActivatedLoad) => (other: ActivatedLoad) => other.activation > load.activation;
const rivals = (load: ActivatedLoad, among: readonly ActivatedLoad[]) => among.filter((o) => competes(o, load));

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
