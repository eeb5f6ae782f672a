/** An exact fraction: `n / d`, in lowest terms, `d` above zero. For figures that a decimal cannot hold, such as a third of a cost. */
export interface Ratio {
  n: bigint;
  d: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** Throws where `d` is zero. */
export function ratio(n: bigint, d = 1n): Ratio {
  if (d === 0n) throw new RangeError('A ratio to zero has no value');
  const by = (gcd(n, d) || 1n) * (d < 0n ? -1n : 1n);
  return { n: n / by, d: d / by };
}

export const zero: Ratio = { n: 0n, d: 1n };
export const one: Ratio = { n: 1n, d: 1n };

export const plus = (a: Ratio, b: Ratio): Ratio => (a.d === b.d ? ratio(a.n + b.n, a.d) : ratio(a.n * b.d + b.n * a.d, a.d * b.d));
export const minus = (a: Ratio, b: Ratio): Ratio => plus(a, { n: -b.n, d: b.d });
export const times = (a: Ratio, b: Ratio): Ratio => (a.n === 0n || b.n === 0n ? zero : ratio(a.n * b.n, a.d * b.d));
export const over = (a: Ratio, b: Ratio): Ratio => ratio(a.n * b.d, a.d * b.n);
export const sum = (list: readonly Ratio[]): Ratio => list.reduce(plus, zero);
export const isZero = (a: Ratio): boolean => a.n === 0n;

/** A decimal as it is written, `-1.25` or `5e-7`, exactly. Throws for what is none. */
export function ratioOf(decimal: string | bigint): Ratio {
  if (typeof decimal === 'bigint') return { n: decimal, d: 1n };
  const [, sign, whole = '', part = '', power = '0'] = /^([+-]?)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/.exec(decimal.trim()) ?? [];
  if (sign === undefined || whole + part === '') throw new RangeError(`no decimal: ${decimal}`);
  const shift = BigInt(power) - BigInt(part.length);
  const digits = BigInt(whole + part) * (sign === '-' ? -1n : 1n);
  return shift < 0n ? ratio(digits, 10n ** -shift) : ratio(digits * 10n ** shift);
}

/** As decimal text with at most `digits` behind the point, half to even, without zeros at its end. */
export function decimalOf({ n, d }: Ratio, digits: number): string {
  const unit = 10n ** BigInt(digits);
  const whole = (n < 0n ? -n : n) * unit;
  const twice = (whole % d) * 2n;
  const floor = whole / d;
  const rounded = twice > d || (twice === d && floor % 2n === 1n) ? floor + 1n : floor;
  const text = rounded.toString().padStart(digits + 1, '0');
  const part = digits === 0 ? '' : text.slice(-digits).replace(/0+$/, '');
  return `${n < 0n && rounded !== 0n ? '-' : ''}${digits === 0 ? text : text.slice(0, -digits)}${part && `.${part}`}`;
}
