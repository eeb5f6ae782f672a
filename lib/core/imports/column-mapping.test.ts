import { describe, expect, test } from 'vitest';
import { ColumnMapping, MappingDraft, missingIn } from './column-mapping';
import { columnInWords, columnsRead, placeOf, refsOf } from './headings';
import { targetKeys, targets } from './targets';

const whole = {
  name: 'Reseller bill',
  fields: { BilledCost: { column: 'Cost' }, BillingCurrency: { constant: 'eur' }, ChargePeriodStart: { column: 'Date' } },
  options: { dates: 'iso', decimals: 'point', amountUnit: 'whole' },
};

test('a mapping names an amount, a currency and a day; the rest has a beginning', () => {
  const mapping = ColumnMapping.parse(whole);
  expect(mapping.fields.BillingCurrency).toEqual({ constant: 'EUR' });
  expect(mapping).toMatchObject({ tags: [], options: { sign: 'as_is', periodEnd: 'excluded' } });
  expect(columnsRead(mapping)).toEqual([
    { column: 'Cost', nth: 1 },
    { column: 'Date', nth: 1 },
  ]);
  expect(missingIn(mapping)).toEqual([]);
  for (const key of ['BilledCost', 'BillingCurrency', 'ChargePeriodStart'] as const) {
    const { [key]: _, ...fields } = whole.fields;
    expect(ColumnMapping.safeParse({ ...whole, fields }).success, key).toBe(false);
  }
});

test('a draft says sentence by sentence what it lacks', () => {
  const draft = MappingDraft.parse({ fields: {} });
  expect(missingIn(draft)).toHaveLength(6);
  expect(missingIn({ ...draft, options: { ...draft.options, sign: 'credits_negative' } }).at(-1)).toContain('a credit');
});

test.each([
  ['a key that nobody knows', { ...whole, sql: 'x' }],
  ['a target that is none', { ...whole, fields: { ...whole.fields, Secret: { column: 'x' } } }],
  ['a NUL in a heading', { ...whole, fields: { ...whole.fields, BilledCost: { column: 'a\u0000' } } }],
  ['half a character in a constant', { ...whole, fields: { ...whole.fields, ServiceName: { constant: '\ud800' } } }],
  ['a currency of four letters', { ...whole, fields: { ...whole.fields, BillingCurrency: { constant: 'EURO' } } }],
  ['a category that is none', { ...whole, fields: { ...whole.fields, ChargeCategory: { constant: 'Gift' } } }],
  ['a column that counts from nothing', { ...whole, fields: { ...whole.fields, BilledCost: { column: 'a', nth: 0 } } }],
  ['a constant amount', { ...whole, fields: { ...whole.fields, BilledCost: { constant: '1' } } }],
  ['two tags of one key', { ...whole, tags: ['a', 'b'].map((column) => ({ column, key: 'team' })) }],
  ['a date format that is none', { ...whole, options: { ...whole.options, dates: "%Y'); --" } }],
  ['no name', { ...whole, name: ' ' }],
])('%s is refused', (_, input) => {
  expect(ColumnMapping.safeParse(input).success).toBe(false);
});

describe('columns by their headings', () => {
  const headings = ['Date', 'Amount (EUR)', '', 'amount  (eur)', 'Amount (USD)', ''];

  test('of two alike and of those without a heading each has its number', () => {
    expect(refsOf(headings).map((r) => r.nth)).toEqual([1, 1, 1, 2, 1, 2]);
    expect(refsOf(headings).map((r) => placeOf(headings, r))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(placeOf(headings, { column: 'AMOUNT (EUR)', nth: 2 })).toBe(3);
    expect(placeOf(headings, { column: 'Amount', nth: 1 })).toBe(-1);
    expect(placeOf(headings, { column: '', nth: 3 })).toBe(-1);
  });

  test('and is called so that a person finds it', () => {
    expect(headings.map((_, i) => columnInWords(headings, i))).toEqual([
      '"Date"',
      '"Amount (EUR)"',
      'column 3',
      '"amount  (eur)", number 2',
      '"Amount (USD)"',
      'column 6',
    ]);
  });
});

test('every target has a title and is told once', () => {
  expect(new Set(targets.map((t) => t.title)).size).toBe(targetKeys.length);
  expect(targets.filter((t) => t.required).map((t) => t.key)).toEqual(['BilledCost', 'BillingCurrency', 'ChargePeriodStart']);
});
