import type { ExploreMeasure } from '../../core/explore/measures';
import type { MonthAmount } from './schema';

interface MeasureSums {
  /** The exact sums it is made of. */
  sums: readonly MonthAmount[];
  /** The sums, in units of 10^-39 or, when they were multiplied, of as many digits as `places` says, to the figure; null for unknown. */
  figure: (sums: readonly (bigint | null)[], places?: number) => string | null;
  /** Whose charges are counted: of Azure's two exports each speaks for one measure. */
  counting: 'n_billed' | 'n_effective';
}

const one = (amount: MonthAmount, counting: MeasureSums['counting']): MeasureSums => ({
  sums: [amount],
  figure: ([sum], places) => (sum === null || sum === undefined ? null : decimalOf(sum, places)),
  counting,
});

export const measureSums: Record<Exclude<ExploreMeasure, 'charges'>, MeasureSums> = {
  effective: one('effective', 'n_effective'),
  billed: one('billed', 'n_billed'),
  list: one('list', 'n_effective'),
  contracted: one('contracted', 'n_effective'),
  tokens: one('tokens', 'n_billed'),
  quantity: one('quantity', 'n_billed'),
  savings: {
    sums: ['list_effective', 'effective_list'],
    figure: ([list, effective], places) => (list == null || effective == null ? null : decimalOf(list - effective, places)),
    counting: 'n_effective',
  },
  'per-million': {
    sums: ['effective_tokens', 'tokens'],
    figure: ([cost, tokens]) => (cost == null || tokens == null || tokens <= 0n ? null : ratioOf(cost * 1_000_000n, tokens)),
    counting: 'n_effective',
  },
};

/** A part of an amount holds so many units of the next. */
const word = 10n ** 18n;

/** The sums of an amount's parts, `NAME_0` and on, as one whole number in units of 10^-39. */
export function sumFrom(row: Record<string, unknown>, named: string): bigint | null {
  const [thousandths, rest, tiny] = [row[`${named}_0`], row[`${named}_1`], row[`${named}_2`]];
  if (thousandths === null || thousandths === undefined) return null;
  const sum = BigInt(String(thousandths)) * word + BigInt(String(rest ?? 0));
  return sum * word + (tiny ? BigInt(String(tiny)) : 0n);
}

/** Digits behind the point of a sum. */
export const decimalPlaces = 39;

/** A whole number in units of its last place as a plain decimal without idle zeros. */
export function decimalOf(units: bigint, places = decimalPlaces): string {
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
  return decimalOf((a < 0n ? -rounded : rounded) * 10n ** (BigInt(decimalPlaces) - ratioDigits));
}
