/**
 * A whole amount over weights by largest remainder: shares add up to it exactly, whatever its sign. Ties go to the earlier one. All zero where no
 * weight is above zero, and then nothing was spread: ask first (finops-math §3).
 */
export function spread(total: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n);
  if (sum <= 0n || total === 0n) return weights.map(() => 0n);
  const sign = total < 0n ? -1n : 1n;
  const whole = total * sign;
  const shares = weights.map((w) => (whole * w) / sum);
  const rest = weights.map((w) => (whole * w) % sum);
  const missing = Number(whole - shares.reduce((a, b) => a + b, 0n));
  const order = weights
    .map((_, i) => i)
    .sort((a, b) => ((rest[b] as bigint) > (rest[a] as bigint) ? 1 : (rest[b] as bigint) < (rest[a] as bigint) ? -1 : a - b));
  for (const i of order.slice(0, missing)) shares[i] = (shares[i] as bigint) + 1n;
  return shares.map((s) => s * sign);
}

/** An exact decimal as a whole number of 10^-scale. Throws where it has more digits than that. */
export function scaled(amount: string, scale: number): bigint {
  const [, sign, whole = '0', part = ''] = /^(-?)(\d*)\.?(\d*)$/.exec(amount) ?? [];
  if (sign === undefined) throw new Error(`no plain decimal: ${amount}`);
  const digits = part.replace(/0+$/, '');
  if (digits.length > scale) throw new Error(`${amount} has more than ${scale} decimals`);
  const value = BigInt((whole || '0') + digits.padEnd(scale, '0'));
  return sign ? -value : value;
}

export const scaleOf = (amount: string): number => (amount.split('.')[1] ?? '').replace(/0+$/, '').length;

/** Back to decimal text, without zeros at the end. */
export function unscaled(value: bigint, scale: number): string {
  const sign = value < 0n ? '-' : '';
  const text = (value < 0n ? -value : value).toString().padStart(scale + 1, '0');
  const part = scale === 0 ? '' : text.slice(-scale).replace(/0+$/, '');
  return `${sign}${scale === 0 ? text : text.slice(0, -scale)}${part ? `.${part}` : ''}`;
}

/** A whole number without its last digits, half to the even one. */
export function roundedTo(value: bigint, dropped: number): bigint {
  const unit = 10n ** BigInt(dropped);
  const sign = value < 0n ? -1n : 1n;
  const size = value * sign;
  const rest = size % unit;
  const whole = size / unit;
  const isUp = rest * 2n > unit || (rest * 2n === unit && whole % 2n === 1n);
  return sign * (isUp ? whole + 1n : whole);
}
