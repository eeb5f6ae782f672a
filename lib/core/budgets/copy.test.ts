import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyBudget, growthShare } from './copy';
import { limitOf } from './limit';
import { readBudget } from './read';
import { windowOn } from './windows';

const read = (fields: Record<string, unknown>) => readBudget({ name: 'b', currency: 'USD', ...fields });
const years = { fromYear: 2026, toYear: 2027, grow: '0.05' };
const limitOn = (b: ReturnType<typeof read>, day: string) => {
  const window = windowOn(b.window, day);
  return window && limitOf(b, window, () => '0');
};

test('a fixed amount grows from the first day of the other year on, and no day before', () => {
  const b = copyBudget(read({ amount: '8000' }), years);
  expect(['2020-05-01', '2026-12-31', '2027-01-01', '2028-06-01'].map((d) => limitOn(b, d))).toEqual(['8000', '8000', '8400', '8400']);
});

test('without growth a fixed amount goes on by itself, and so do amounts that grow or carry over', () => {
  const same = [
    { amount: '8000' },
    { amount: '100', growth: '0.05', since: '2026-01-01' },
    { amount: '100', carry: 'true', since: '2026-01-01' },
  ];
  for (const fields of same) {
    const b = read(fields);
    expect(copyBudget(b, { ...years, grow: '0' })).toEqual(b);
  }
  const growing = read({ amount: '100', growth: '0.05', since: '2026-01-01' });
  expect(copyBudget(growing, years)).toEqual(growing);
});

test('dated amounts come again a year later, with what held at the beginning', () => {
  const amounts = [
    { from: '2025-07-01', amount: '100' },
    { from: '2026-03-01', amount: '200.01' },
    { from: '2026-09-01', amount: '150' },
  ];
  const b = copyBudget(read({ amounts }), years);
  expect(b.amount).toEqual({
    kind: 'dated',
    amounts: [
      ...amounts,
      { from: '2027-01-01', amount: '105' },
      { from: '2027-03-01', amount: '210.01' },
      { from: '2027-09-01', amount: '157.5' },
    ],
  });
});

test('periods of a calendar of its own come again, under the name of the other year', () => {
  const periods = [
    { name: 'Spring 2026', from: '2026-02-01', to: '2026-06-30' },
    { name: 'Autumn', from: '2026-09-01', to: '2026-12-20' },
  ];
  const b = copyBudget(read({ period: 'custom', periods, amount: '1000' }), years);
  expect(b.window.periods.slice(2)).toEqual([
    { name: 'Spring 2027', from: '2027-02-01', to: '2027-06-30' },
    { name: 'Autumn 2027', from: '2027-09-01', to: '2027-12-20' },
  ]);
  expect(['2026-03-01', '2027-03-01', '2027-10-01'].map((d) => limitOn(b, d))).toEqual(['1000', '1050', '1050']);
});

test('a fiscal year is copied to the one that begins in the other year', () => {
  const b = copyBudget(read({ period: 'year', fiscal_start: '7', amount: '1000' }), years);
  expect(['2026-12-31', '2027-06-30', '2027-07-01'].map((d) => limitOn(b, d))).toEqual(['1000', '1000', '1050']);
});

test('tokens are whole, yen have no decimals', () => {
  expect(limitOn(copyBudget(read({ measure: 'tokens', currency: null, amount: '101' }), years), '2027-01-01')).toBe('106');
  expect(limitOn(copyBudget(read({ currency: 'JPY', amount: '101' }), years), '2027-01-01')).toBe('106');
});

test('copying twice is copying once, and the year that was copied stays as it was', () => {
  const amounts = fc.uniqueArray(fc.record({ from: fc.nat(800), amount: fc.nat(9_999_999) }), {
    minLength: 1,
    maxLength: 6,
    selector: (a) => a.from,
  });
  fc.assert(
    fc.property(amounts, fc.integer({ min: -5000, max: 5000 }), (list, g) => {
      const dated = list
        .sort((a, b) => a.from - b.from)
        .map((a) => ({
          from: new Date(Date.UTC(2024, 10, 1) + a.from * 86_400_000).toISOString().slice(0, 10),
          amount: String(a.amount / 100),
        }));
      const b = read({ amounts: dated });
      const how = { ...years, grow: String(g / 10_000) };
      const once = copyBudget(b, how);
      expect(copyBudget(once, how)).toEqual(once);
      for (const day of ['2025-01-01', '2026-01-01', '2026-05-01', '2026-12-01']) expect(limitOn(once, day)).toBe(limitOn(b, day));
    }),
  );
});

test('growth is a percentage', () => {
  expect(['5%', '5', ' -2.5 % ', '+10%', '0', '-100%', 'x', '5%%'].map(growthShare)).toEqual([
    '0.05',
    '0.05',
    '-0.025',
    '0.1',
    '0',
    null,
    null,
    null,
  ]);
});
