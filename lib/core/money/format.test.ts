import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCompact, formatExact, formatMoney, formatPercent, formatPlain, formatSigned } from './format';

const digits = (min: number, max: number) => fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));
const decimals = fc
  .tuple(fc.constantFrom('', '-'), digits(1, 30), digits(0, 20))
  .map(([sign, whole, fraction]) => `${sign}${whole.replace(/^0+(?=\d)/, '')}${fraction ? `.${fraction}` : ''}`);

/** The shown figure as a decimal string again. */
const parseBack = (figure: string) => figure.replaceAll(',', '').replace(/^[<>]/, '').replace('−', '-').replace('+', '');
const canonical = (text: string) => {
  const plain = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return /[1-9]/.test(plain) ? plain : '0';
};

const halfCent = 5n * 10n ** 17n;
/** As a whole number of 10⁻²⁰. */
const scaled = (text: string): bigint => {
  const [whole = '', fraction = ''] = text.split('.');
  return BigInt(whole + fraction.padEnd(20, '0'));
};

test('the exact form read back is the same decimal, whatever its length', () => {
  fc.assert(
    fc.property(decimals, (d) => {
      expect(canonical(parseBack(formatExact(d, 'USD').figure))).toBe(canonical(d));
    }),
  );
});

test('the shown form is never further than half a minor unit from the amount', () => {
  fc.assert(
    fc.property(decimals, (d) => {
      const difference = scaled(parseBack(formatMoney(d, 'USD').figure)) - scaled(d);
      expect(difference <= halfCent && difference >= -halfCent).toBe(true);
    }),
  );
});

test('amounts are grouped, carry a true minus and the minor units of their currency', () => {
  expect(formatMoney('4210.5', 'USD').figure).toBe('4,210.50');
  expect(formatMoney('-1234567.891', 'USD').figure).toBe('−1,234,567.89');
  expect(formatMoney('999.995', 'USD').figure).toBe('1,000.00');
  expect(formatMoney('1200.4', 'JPY').figure).toBe('1,200');
  expect(formatMoney('0.0055', 'KWD').figure).toBe('0.006');
  expect(formatMoney('1.5e+3', 'USD').figure).toBe('1,500.00');
});

test('an amount below the minor units keeps digits that say something, and only nothing is shown as nothing', () => {
  expect(formatMoney('0.00383598', 'USD').figure).toBe('0.0038');
  expect(formatMoney('0.00999', 'USD').figure).toBe('0.01');
  expect(formatMoney('-0.001', 'USD')).toEqual({ figure: '−0.001', currency: 'USD', negative: true });
  expect(formatMoney('0.4', 'JPY').figure).toBe('0.4');
  expect(formatMoney('1e-9', 'USD').figure).toBe('<0.000001');
  expect(formatMoney('-1e-9', 'USD').figure).toBe('>−0.000001');
  expect(formatSigned('0.001', 'USD').figure).toBe('+0.001');
  expect(formatCompact('0.00383598', 'USD').figure).toBe('0.0038');
  expect(formatMoney('-0', 'USD')).toEqual({ figure: '0.00', currency: 'USD', negative: false });
  fc.assert(
    fc.property(decimals, (d) => {
      expect(/[1-9]/.test(formatMoney(d, 'USD').figure)).toBe(canonical(d) !== '0');
    }),
  );
});

test('the plain form has every digit, no exponent and no zeros at its end', () => {
  expect(formatPlain('0.00383598000000000000000000000000000')).toBe('0.00383598');
  expect(formatPlain('4.4450735368910374e-05')).toBe('0.000044450735368910374');
  expect(formatPlain('1200.10')).toBe('1,200.1');
  expect(formatPlain('twelve')).toBe('twelve');
});

test('the compact form keeps three significant digits and never says 1,000k', () => {
  expect(formatCompact('1240000', 'USD').figure).toBe('1.24M');
  expect(formatCompact('-18400', 'USD').figure).toBe('−18.4k');
  expect(formatCompact('999.5', 'USD').figure).toBe('999.50');
  expect(formatCompact('999999', 'USD').figure).toBe('1.00M');
  expect(formatCompact('3200000000', 'USD').figure).toBe('3.20B');
});

test('a change carries its sign, and so does its percent', () => {
  expect(formatSigned('412', 'USD').figure).toBe('+412.00');
  expect(formatSigned('-18.2', 'USD').figure).toBe('−18.20');
  expect(formatPercent('0.081', { signed: true })).toBe('+8.1 %');
  expect(formatPercent('-0.0815', { signed: true })).toBe('−8.2 %');
  expect(formatPercent('1.2', { digits: 0 })).toBe('120 %');
});

test('anything but a decimal is refused', () => {
  expect(() => formatMoney('NaN', 'USD')).toThrow('not a decimal');
});
