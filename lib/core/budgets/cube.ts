import type { CostFilter } from '../costs/cost-query';
import { NONE } from '../costs/cost-query';
import { type CostDimension, costDimensions } from '../costs/dimensions';
import type { Day } from '../time/days';
import type { Supplier } from './freshness';
import type { BudgetMeasure } from './types';

/** What counted, by slice and day: enough to answer any filter of any budget. Decimals as text, null where nothing said so. */
export interface CostCell {
  slice: number;
  day: Day;
  billed: string | null;
  effective: string | null;
  tokens: string | null;
  charges: number;
}
export interface CostSlice {
  currency: string;
  values: Readonly<Record<CostDimension, string | null>>;
}
export interface CostCube {
  slices: readonly CostSlice[];
  cells: readonly CostCell[];
}

/** One series, exact: what a filter comes to by day. */
export interface DaySeries {
  /** In units of 10^-scale. */
  days: Map<Day, bigint>;
  /** Charges by day, and those of them that carry no amount: they make the sum a lower bound. */
  counts: Map<Day, { charges: number; unpriced: number }>;
}

/** Cells that are read at a time where others may go first between: about a millisecond each. */
const AT_A_TIME = 1_000;

/** Sums a cube by filters. Built once per evaluation; every amount is read once, and added as whole numbers of its last digit. */
export class BudgetCube {
  scale = 0;
  /** The first day of which anything is known. */
  firstDay: Day | null = null;
  private readonly bySlice: { day: Day; units: Record<BudgetMeasure, bigint | null>; charges: number }[][];
  private readonly answers = new Map<string, DaySeries>();
  /** Which slices have a value, by dimension; made when it is first asked. */
  private readonly places = new Map<CostDimension, Map<string, number[]>>();

  private constructor(private readonly cube: CostCube) {
    this.bySlice = cube.slices.map(() => []);
  }

  /** At once; for many cells see `inTurns`. */
  static of(cube: CostCube): BudgetCube {
    const made = new BudgetCube(cube);
    for (const _ of made.read());
    return made;
  }

  /** The same, with a pause after every thousand cells. */
  static async inTurns(cube: CostCube, pause: () => Promise<void>): Promise<BudgetCube> {
    const made = new BudgetCube(cube);
    for (const _ of made.read()) await pause();
    return made;
  }

  private *read(): Generator<void> {
    const { cells } = this.cube;
    for (const [i, { day, billed, effective, tokens }] of cells.entries()) {
      if (i % AT_A_TIME === 0) yield;
      this.scale = Math.max(this.scale, decimals(billed), decimals(effective), decimals(tokens));
      if (this.firstDay === null || day < this.firstDay) this.firstDay = day;
    }
    for (const [i, { slice, day, billed, effective, tokens, charges }] of cells.entries()) {
      if (i % AT_A_TIME === 0) yield;
      this.bySlice[slice]?.push({
        day,
        charges,
        units: { billed: this.units(billed), effective: this.units(effective), tokens: this.units(tokens) },
      });
    }
  }

  /** By day, what passes the filters, in one currency (any, for tokens). */
  series(filters: readonly CostFilter[], measure: BudgetMeasure, currency: string | null): DaySeries {
    const key = JSON.stringify([filters, measure, currency]);
    const known = this.answers.get(key);
    if (known) return known;
    const answer: DaySeries = { days: new Map(), counts: new Map() };
    for (const i of this.passing(filters, currency)) {
      for (const { day, units, charges } of this.bySlice[i] ?? []) {
        const amount = units[measure];
        const count = answer.counts.get(day) ?? { charges: 0, unpriced: 0 };
        count.charges += charges;
        if (amount === null && measure !== 'tokens') count.unpriced += charges;
        answer.counts.set(day, count);
        if (amount === null) continue;
        answer.days.set(day, (answer.days.get(day) ?? 0n) + amount);
      }
    }
    this.answers.set(key, answer);
    return answer;
  }

  /** The values a dimension has among what passes the filters. */
  values(dimension: CostDimension, filters: readonly CostFilter[], currency: string | null): (string | null)[] {
    const found = new Set<string | null>();
    for (const i of this.passing(filters, currency)) found.add(this.cube.slices[i]?.values[dimension] ?? null);
    return [...found].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1));
  }

  /** Whose bills hold what passes the filters. */
  suppliers(filters: readonly CostFilter[], currency: string | null): Supplier[] {
    const found = new Map<string, Supplier>();
    for (const i of this.passing(filters, currency)) {
      const { provider = null, account = null } = this.cube.slices[i]?.values ?? {};
      found.set(JSON.stringify([provider, account]), { provider, account });
    }
    return [...found.values()];
  }

  /** Every currency that anything is in. */
  currencies(): string[] {
    return [...new Set(this.cube.slices.map((s) => s.currency))].filter((c) => c !== '-').sort();
  }

  /**
   * The places of the slices that pass, in order. Begins with those that have the rarest value asked for: looking at every slice for every one of
   * 5,000 teams takes minutes.
   */
  private passing(filters: readonly CostFilter[], currency: string | null): number[] {
    const { slices } = this.cube;
    const [rarest] = filters
      .filter((f) => !f.exclude)
      .map((f) => [...new Set(f.values)].map((value) => this.placesOf(f.dimension).get(value) ?? []))
      .map((lists) => ({ lists, length: lists.reduce((n, list) => n + list.length, 0) }))
      .sort((a, b) => a.length - b.length);
    const begin = rarest ? rarest.lists.flat().sort((a, b) => a - b) : [...slices.keys()];
    return begin.filter((i) => {
      const slice = slices[i];
      return slice && (currency === null || slice.currency === currency) && filters.every((f) => passes(f, slice.values[f.dimension]));
    });
  }

  private placesOf(dimension: CostDimension): Map<string, number[]> {
    const known = this.places.get(dimension);
    if (known) return known;
    const made = new Map<string, number[]>();
    this.cube.slices.forEach(({ values }, i) => {
      const value = values[dimension] ?? NONE;
      const at = made.get(value);
      if (at) at.push(i);
      else made.set(value, [i]);
    });
    this.places.set(dimension, made);
    return made;
  }

  /** Units as a decimal. */
  decimal(units: bigint): string {
    const digits = (units < 0n ? -units : units).toString().padStart(this.scale + 1, '0');
    const fraction = digits.slice(digits.length - this.scale).replace(/0+$/, '');
    const whole = digits.slice(0, digits.length - this.scale);
    return `${units < 0n ? '-' : ''}${whole}${this.scale > 0 && fraction ? `.${fraction}` : ''}`;
  }

  private units(text: string | null): bigint | null {
    if (text === null) return null;
    const [whole = '0', fraction = ''] = text.split('.');
    return BigInt(whole + fraction.padEnd(this.scale, '0'));
  }
}

const decimals = (text: string | null): number => {
  const at = text?.indexOf('.') ?? -1;
  return text === null || at < 0 ? 0 : text.length - at - 1;
};

const passes = ({ values, exclude }: CostFilter, value: string | null): boolean => values.includes(value ?? NONE) !== exclude;

/** The days of a series within `[from, to)`. */
export function sumBetween({ days }: DaySeries, from: Day, to: Day): bigint {
  let sum = 0n;
  for (const [day, amount] of days) if (day >= from && day < to) sum += amount;
  return sum;
}

/** The charges within `[from, to)`. */
export function countBetween({ counts }: DaySeries, from: Day, to: Day): { charges: number; unpriced: number } {
  const sum = { charges: 0, unpriced: 0 };
  for (const [day, count] of counts)
    if (day >= from && day < to) {
      sum.charges += count.charges;
      sum.unpriced += count.unpriced;
    }
  return sum;
}

export const cubeDimensions = Object.keys(costDimensions) as CostDimension[];
