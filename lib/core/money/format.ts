// Figures from the decimal STRING to the screen. No number is parsed, so no digit is lost; only the compact form rounds, and it says so by its suffix.

/** The shown parts of an amount: sign and digits first, the unit apart, so that it can stand in a lighter tone. */
export interface MoneyParts {
  figure: string;
  currency: string;
  negative: boolean;
}

const decimal = /^([+-]?)(\d+)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

/** ISO 4217 minor units that are not two. */
const minorUnits: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, VND: 0, VUV: 0, XAF: 0, XOF: 0, XPF: 0,
  tokens: 0, charges: 0, // what is counted has none
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
}; // biome-ignore format: a table

export const minorUnitsOf = (currency: string): number => minorUnits[currency] ?? 2;

/**
 * "4,210.50": grouped, a true minus, rounded half up to the minor units of the currency, or to `digits`. What is less than the smallest of
 * these keeps two digits that say something, "0.0038": an amount is never shown as nothing.
 */
export function formatMoney(amount: string, currency: string, digits = minorUnitsOf(currency)): MoneyParts {
  const value = read(amount);
  const small = smallFigure(value, digits);
  if (small)
    return {
      figure: small.startsWith('<') && value.negative ? `>−${small.slice(1)}` : sign(value.negative) + small,
      currency,
      negative: value.negative,
    };
  const { negative, whole, fraction } = roundTo(value, digits);
  return { figure: sign(negative) + group(whole) + (digits > 0 ? `.${fraction}` : ''), currency, negative };
}

/** Every digit that is there: "4,210.503217". For tooltips and copies. */
export function formatExact(amount: string, currency: string): MoneyParts {
  const { negative, whole, fraction } = read(amount);
  const kept = fraction.replace(/0+$/, '').padEnd(minorUnitsOf(currency), '0');
  return { figure: sign(negative) + group(whole) + (kept ? `.${kept}` : ''), currency, negative };
}

/** No figure is longer than this behind the point; what is smaller still is said to be less than its last digit. */
const SMALLEST = 6;

function smallFigure(value: Decimal, digits: number): string | null {
  const zeros = /^0*/.exec(value.fraction)?.[0].length ?? 0;
  if (value.whole !== '0' || zeros < digits || zeros === value.fraction.length) return null;
  if (zeros >= SMALLEST) return `<0.${'1'.padStart(SMALLEST, '0')}`;
  const { whole, fraction } = roundTo(value, zeros + 2);
  const kept = fraction.replace(/0+$/, '').padEnd(digits, '0');
  return kept ? `${whole}.${kept}` : whole;
}

/** Every digit that is there and no more: "0.00383598". Text that is no number stays as it was written. */
export function formatPlain(text: string): string {
  return decimal.test(text.trim()) ? formatExact(text, 'JPY').figure : text;
}

const scales = [
  { power: 12, suffix: 'T' },
  { power: 9, suffix: 'B' },
  { power: 6, suffix: 'M' },
  { power: 3, suffix: 'k' },
] as const;

/** "1.24M": three significant digits for tiles and axes. Below a thousand the plain form. */
export function formatCompact(amount: string, currency: string): MoneyParts {
  const value = read(amount);
  const rounded = roundTo(value, minorUnitsOf(currency));
  const scale = scales.find((s) => value.whole.length > s.power);
  if (!scale) return formatMoney(amount, currency);
  const shifted = (power: number) => ({
    negative: value.negative,
    whole: value.whole.slice(0, -power) || '0',
    fraction: value.whole.slice(-power) + value.fraction,
  });
  const first = shifted(scale.power);
  const digits = Math.max(0, 3 - first.whole.length);
  const once = roundTo(first, digits);
  const next = scales[scales.findIndex((s) => s.power === scale.power) - 1];
  if (once.whole.length > 3 && next) return { figure: `${sign(value.negative)}1.00${next.suffix}`, currency, negative: rounded.negative };
  const text = group(once.whole) + (once.fraction ? `.${once.fraction}` : '');
  return { figure: `${sign(value.negative)}${text}${scale.suffix}`, currency, negative: rounded.negative };
}

/** "+412.00", "−18.20": a change carries its sign. Zero has none. */
export function formatSigned(amount: string, currency: string): MoneyParts {
  const parts = formatMoney(amount, currency);
  const zero = !/[1-9]/.test(parts.figure);
  return { ...parts, figure: parts.negative || zero || parts.figure.startsWith('<') ? parts.figure : `+${parts.figure}` };
}

/** "+8.1 %". The ratio is a decimal string, 0.081. */
export function formatPercent(ratio: string, { signed = false, digits = 1 } = {}): string {
  const { negative, whole, fraction } = read(ratio);
  const hundredfold = { negative, whole: strip(whole + fraction.padEnd(2, '0').slice(0, 2)), fraction: fraction.slice(2) };
  const rounded = roundTo(hundredfold, digits);
  const text = group(rounded.whole) + (digits > 0 ? `.${rounded.fraction}` : '');
  const plus = signed && !rounded.negative && /[1-9]/.test(text) ? '+' : '';
  return `${sign(rounded.negative)}${plus}${text} %`;
}

/** One line of text: "−4,210.50 USD". */
export const moneyText = (amount: string, currency: string): string => {
  const { figure } = formatMoney(amount, currency);
  return `${figure} ${currency}`;
};

interface Decimal {
  negative: boolean;
  whole: string;
  fraction: string;
}

function read(text: string): Decimal {
  const match = decimal.exec(text.trim());
  if (!match) throw new Error(`not a decimal: ${text}`);
  const [, minus, whole = '0', fraction = '', exponent = '0'] = match;
  const shifted = shift(whole, fraction, Number.parseInt(exponent, 10));
  return { negative: minus === '-' && /[1-9]/.test(shifted.whole + shifted.fraction), ...shifted };
}

/** Moves the decimal point: Big writes very small and very large values with an exponent. */
function shift(whole: string, fraction: string, by: number): Pick<Decimal, 'whole' | 'fraction'> {
  if (by >= 0) return { whole: strip(whole + fraction.slice(0, by).padEnd(by, '0')), fraction: fraction.slice(by) };
  const padded = whole.padStart(-by + 1, '0');
  return { whole: strip(padded.slice(0, by)), fraction: padded.slice(by) + fraction };
}

/** Half away from zero, as on an invoice. */
function roundTo({ negative, whole, fraction }: Decimal, digits: number): Decimal {
  const kept = fraction.slice(0, digits).padEnd(digits, '0');
  const up = (fraction[digits] ?? '0') >= '5';
  const units = up ? (BigInt(whole + kept) + 1n).toString().padStart(digits + 1, '0') : whole + kept;
  const split = units.length - digits;
  const rounded = { whole: strip(units.slice(0, split)), fraction: units.slice(split) };
  return { negative: negative && /[1-9]/.test(rounded.whole + rounded.fraction), ...rounded };
}

const strip = (digits: string) => digits.replace(/^0+(?=\d)/, '') || '0';
const group = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');
const sign = (negative: boolean) => (negative ? '−' : '');
