/** An exact amount, price or quantity: a whole number of 10⁻¹⁸. */
export type Exact = bigint;

const digits = 18;
const one = 10n ** BigInt(digits);

/** `exact('0.0025')`. Refuses more digits than can be kept. */
export function exact(text: string): Exact {
  const parts = /^(-?)(\d+)(?:\.(\d{1,18}))?$/.exec(text);
  if (!parts) throw new Error(`Not an exact decimal: ${text}`);
  const units = BigInt(`${parts[2]}${(parts[3] ?? '').padEnd(digits, '0')}`);
  return parts[1] === '-' ? -units : units;
}

/** `units` counted at that many decimals: 72334 at 3 decimals is 72.334. */
export function scaled(units: bigint, decimals: number): Exact {
  return units * 10n ** BigInt(digits - decimals);
}

/** The whole product; throws instead of rounding. */
export function times(left: Exact, right: Exact): Exact {
  const product = left * right;
  if (product % one !== 0n) throw new Error(`${decimal(left)} × ${decimal(right)} has more than ${digits} decimals`);
  return product / one;
}

/** Plain digits without trailing zeros, the way exports print a number. */
export function decimal(value: Exact): string {
  const size = value < 0n ? -value : value;
  const fraction = (size % one).toString().padStart(digits, '0').replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${size / one}${fraction === '' ? '' : `.${fraction}`}`;
}
