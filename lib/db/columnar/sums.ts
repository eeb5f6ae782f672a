import type { ExploreMeasure } from '../../core/explore/measures';
import { type FactAmount, partsOf } from './schema';

/** One exact sum: an amount of the facts, over those rows where `when` holds. */
interface SumOf {
  amount: FactAmount;
  /** Another amount that has to be known too, where two are set against each other. */
  beside?: FactAmount;
}

interface MeasureSums {
  sums: readonly SumOf[];
  /** The sums, in thousandths of 10^-36, to the figure; null for unknown. */
  figure: (sums: readonly (bigint | null)[]) => string | null;
  /** Whose charges are counted: of Azure's two exports each speaks for one measure. */
  counting: 'counts_billed' | 'counts_effective';
}

const one = (amount: FactAmount, counting: MeasureSums['counting']): MeasureSums => ({
  sums: [{ amount }],
  figure: ([sum]) => (sum === null || sum === undefined ? null : decimalOf(sum)),
  counting,
});

export const measureSums: Record<Exclude<ExploreMeasure, 'charges'>, MeasureSums> = {
  effective: one('effective', 'counts_effective'),
  billed: one('billed', 'counts_billed'),
  list: one('list', 'counts_effective'),
  contracted: one('contracted', 'counts_effective'),
  tokens: one('tokens', 'counts_billed'),
  quantity: one('quantity', 'counts_billed'),
  savings: {
    sums: [
      { amount: 'list', beside: 'effective' },
      { amount: 'effective', beside: 'list' },
    ],
    figure: ([list, effective]) => (list == null || effective == null ? null : decimalOf(list - effective)),
    counting: 'counts_effective',
  },
  'per-million': {
    sums: [
      { amount: 'effective', beside: 'tokens' },
      { amount: 'tokens', beside: 'effective' },
    ],
    figure: ([cost, tokens]) => (cost == null || tokens == null || tokens <= 0n ? null : ratioOf(cost * 1_000_000n, tokens)),
    counting: 'counts_effective',
  },
};

/** The columns that add up one amount: two, or three where an amount of this ledger has more than 21 digits after the point. */
export function sumColumns({ amount, beside }: SumOf, tiny: boolean, where: string, named: string): string[] {
  const [hi] = partsOf(beside ?? amount);
  const also = beside ? ` and f.${hi} is not null` : '';
  return partsOf(amount)
    .slice(0, tiny ? 3 : 2)
    .map((column, i) => `sum(f.${column}) filter (where ${where}${also}) as ${named}_${i}`);
}

/** What the columns of `sumColumns` came back with, as one whole number in units of 10^-39. */
export function sumFrom(row: Record<string, unknown>, named: string): bigint | null {
  const part = (i: number) => row[`${named}_${i}`];
  if (part(0) === null || part(0) === undefined) return null;
  return BigInt(String(part(0))) * 10n ** 36n + BigInt(String(part(1) ?? 0)) * 10n ** 18n + BigInt(String(part(2) ?? 0));
}

const places = 39;

/** A whole number in units of 10^-39 as a plain decimal without idle zeros. */
export function decimalOf(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
  const fraction = digits.slice(-places).replace(/0+$/, '');
  const whole = digits.slice(0, -places);
  return `${units < 0n ? '-' : ''}${whole}${fraction ? `.${fraction}` : ''}`;
}

const ratioDigits = 20n;

/** A quotient to 20 digits after the point, rounded half away from zero. */
function ratioOf(a: bigint, b: bigint): string {
  const scaled = (a < 0n ? -a : a) * 10n ** ratioDigits * 2n;
  const rounded = (scaled / b + 1n) / 2n;
  return decimalOf((a < 0n ? -rounded : rounded) * 10n ** (BigInt(places) - ratioDigits));
}
