import { describe, expect, it } from 'vitest';
import { decimal, exact, scaled, times } from './money';

describe('exact amounts', () => {
  it('print as they were read', () => {
    for (const text of ['0', '1', '-0.5', '0.000000285', '27792.14610620705', '-1500']) expect(decimal(exact(text))).toBe(text);
  });

  it('multiply without a rest', () => {
    expect(decimal(times(scaled(72_334n, 3), exact('0.0025')))).toBe('0.180835');
  });

  it('refuse to round', () => {
    expect(() => times(exact('0.0000000001'), exact('0.0000000001'))).toThrow(/decimals/);
    expect(() => exact('1e-7')).toThrow(/decimal/);
  });
});
