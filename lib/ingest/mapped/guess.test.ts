import { describe, expect, test } from 'vitest';
import { guessMapping } from './guess';
import { amountUnitOf, dateFormatOf, decimalsOf, isAmount, lookAt } from './values';

/** A small file: headings, then rows. */
const guess = (...lines: string[]) => {
  const [headings = [], ...rows] = lines.map((l) => l.split('|').map((c) => c.trim()));
  return guessMapping(headings, rows);
};
const columnsOf = ({ draft }: ReturnType<typeof guess>) =>
  Object.fromEntries(Object.entries(draft.fields).map(([key, part]) => [key, 'column' in part ? part.column : `=${part.constant}`]));

describe('headings in other languages', () => {
  test('German', () => {
    const found = guess(
      'Leistungsdatum|Produkt|Menge|Einheit|Einzelpreis|Nettobetrag|MwSt|Bruttobetrag|Währung|Kundennummer|Kostenstelle',
      '13.02.2026|GPT-Anfragen|12|Stück|1,00|12,00|2,28|14,28|EUR|K-77|4711',
    );
    expect(found.open.BilledCost).toBe('"Nettobetrag" and "Bruttobetrag" could both be it. Say which one you pay.');
    expect(columnsOf(found)).toEqual({
      ChargePeriodStart: 'Leistungsdatum',
      ServiceName: 'Produkt',
      ConsumedQuantity: 'Menge',
      ConsumedUnit: 'Einheit',
      BillingCurrency: 'Währung',
      BillingAccountId: 'Kundennummer',
    });
    expect(found.draft.options).toMatchObject({ dates: 'dmy', decimals: 'comma' });
    expect(found.draft.tags).toEqual([{ column: 'Kostenstelle', nth: 1, key: 'kostenstelle' }]);
  });

  test('Spanish', () => {
    const found = guess(
      'Fecha|Servicio|Descripción|Cantidad|Unidad|Importe|IVA|Moneda|Proyecto',
      '13/02/2026|Inferencia|Llamadas al modelo|3|1K tokens|1.234,50|259,25|EUR|Buscador',
    );
    expect(columnsOf(found)).toEqual({
      ChargePeriodStart: 'Fecha',
      ServiceName: 'Servicio',
      ChargeDescription: 'Descripción',
      ConsumedQuantity: 'Cantidad',
      ConsumedUnit: 'Unidad',
      BilledCost: 'Importe',
      BillingCurrency: 'Moneda',
      SubAccountName: 'Proyecto',
    });
    expect(found.draft.options).toMatchObject({ dates: 'dmy', decimals: 'comma', amountUnit: 'whole' });
    expect(found.reasons.dates).toBe('day first: 13/02/2026 occurs');
  });
});

test('a day that no calendar has proves no order', () => {
  const found = guess('Date|Cost|Currency', '32/10/2026|1.50|EUR', '3/2/2026|2.50|EUR', '40/40/2026|1.00|EUR');
  expect(found.draft.options.dates ?? null).toBeNull();
});

test('the reasons are words about the file', () => {
  const found = guess(
    'Usage Date|Model|Token Type|Cost (EUR)|tag:team',
    '2026-02-03|gpt-4.1|input|1.50|search',
    '2026-02-04|gpt-4.1|output|0.25|',
  );
  expect(found.reasons).toMatchObject({
    BilledCost: 'its name says billed cost; 2 of 2 values are numbers',
    ChargePeriodStart: 'its name says day; 2 of 2 values are days',
    BillingCurrency: '"Cost (EUR)" says EUR',
    decimals: 'decimals stand after a point: 1.50',
    dates: 'days are written like 2026-02-03',
  });
  expect(found.open).toEqual({});
  expect(columnsOf(found)).toMatchObject({ Model: 'Model', TokenType: 'Token Type', BillingCurrency: '=EUR' });
  expect(found.draft.tags).toEqual([{ column: 'tag:team', nth: 1, key: 'team' }]);
});

test('headings that stand twice, or not at all', () => {
  const twice = guess('Date|Amount|Amount|Currency', '2026-02-03|1.50|2.00|EUR');
  expect(twice.open.BilledCost).toBe('"Amount" and "Amount", number 2 could both be it. Say which one you pay.');
  const blank = guess('||Service|Cost', '2026-02-03|x|Search|1.50');
  expect(blank.draft.fields).toMatchObject({ ChargePeriodStart: { column: '', nth: 1 }, BilledCost: { column: 'Cost', nth: 1 } });
  expect(blank.open).toEqual({ BillingCurrency: 'The file names no currency. Say which one its amounts are in.' });
  const nothing = guess('||', '||');
  expect(nothing.draft.fields).toEqual({});
});

test('unit prices, taxes, discounts, list prices and identifiers are no billed cost', () => {
  const found = guess(
    'Date|Unit Price|Tax Amount|Discount|List Cost|Cost Center|Price ID|Total Cost|Currency',
    '2026-02-03|0.01|0.19|0.10|2.00|4711|99|1.00|USD',
  );
  expect(columnsOf(found)).toMatchObject({ BilledCost: 'Total Cost', ListCost: 'List Cost' });
  expect(found.draft.tags).toEqual([{ column: 'Cost Center', nth: 1, key: 'cost_center' }]);
});

test('a total at the end says nothing against a column, and a day is known by its cells where no heading tells', () => {
  const found = guess('Wann|Netto|Währung|Fällig', '03.02.2026|1,50|EUR|01.03.2026', '13.02.2026|2,50|EUR|01.03.2026', 'Summe|4,00|EUR|');
  expect(columnsOf(found)).toEqual({ ChargePeriodStart: 'Wann', BilledCost: 'Netto', BillingCurrency: 'Währung' });
  expect(found.reasons.ChargePeriodStart).toBe('"Wann" has days; 2 of 3 values are days');
  expect(found.open).toEqual({});
});

test('the billing currency goes before the one that prices are in, and two that differ are asked for', () => {
  const row = '2026-02-03|1.00|EUR|USD';
  expect(columnsOf(guess('Date|Cost|Billing Currency|Pricing Currency', row))).toMatchObject({ BillingCurrency: 'Billing Currency' });
  expect(guess('Date|Cost|Currency A|Currency B', row).open.BillingCurrency).toContain('both name currencies');
});

test('a period that begins and ends on one day means its last day, and credits without a minus are asked for', () => {
  const found = guess(
    'Start|End|Amount|Type|Currency',
    '2026-02-03|2026-02-03|10.00|Usage|EUR',
    '2026-02-04|2026-02-05|2.00|Gutschrift|EUR',
  );
  expect(found.draft.options.periodEnd).toBe('included');
  expect(found.open.sign).toContain('without a minus');
  expect(found.draft.fields.ChargeCategory).toEqual({ column: 'Type', nth: 1, words: { Gutschrift: 'Credit' } });
});

test('a heading of a hundred thousand characters takes no time', () => {
  const started = Date.now();
  guessMapping(
    ['a '.repeat(50_000), 'usage '.repeat(20_000), `${'('.repeat(30_000)}cost`],
    [['1.'.repeat(40_000), '9'.repeat(90_000), '-'.repeat(90_000)]],
  );
  expect(Date.now() - started).toBeLessThan(2_000);
});

const column = (...values: string[]) =>
  lookAt(
    ['x'],
    values.map((v) => [v]),
  )[0] as NonNullable<ReturnType<typeof lookAt>[0]>;

test.each([
  [['2026-02-03', '2026-02-13T10:00:00Z'], 'iso'],
  [['3/2/2026', '13/2/2026'], 'dmy'],
  [['2/3/26', '2/13/26 14:05'], 'mdy'],
  [['3.2.2026', '4.2.2026'], 'dmy'],
  [['20260203', '20260204'], 'ymd'],
  [['2026-02', '2026-03'], 'month'],
  [['02/2026'], 'month'],
  [['Feb 2026'], 'month'],
  [['13 Feb 2026'], 'dmy'],
  [['Feb 13, 2026'], 'mdy'],
  [['1770076800'], 'unix'],
  [['1770076800000'], 'unix_ms'],
  [['3/2/2026', '4/2/2026'], null],
  [['13/2/2026', '2/13/2026'], null],
  [['soon'], null],
])('days %j are %s', (values, format) => {
  expect(dateFormatOf(column(...values)).value).toBe(format);
});

test.each([
  [['1.50', '2'], 'point'],
  [['1,5'], 'comma'],
  [['1.234,50'], 'comma'],
  [['1,234.50'], 'point'],
  [['1.234.567'], 'comma'],
  [['0.123'], 'point'],
  [['1,234'], null],
  [['1,50', '1.50'], null],
  [['10', '20'], 'point'],
] as const)('decimals of %j stand after a %s', (values, wanted) => {
  expect(decimalsOf([column(...values)]).value).toBe(wanted);
});

test('whole amounts are asked about, unless the heading says what they are', () => {
  const look = column('1200', '3400', '560', '7800', '9100');
  expect(amountUnitOf(look).value).toBeNull();
  expect(amountUnitOf({ ...look, heading: 'cost_in_cents' }).value).toBe('cents');
  expect(amountUnitOf({ ...look, heading: 'costMicros' }).value).toBe('millionths');
  expect(amountUnitOf(column('12.00', '3400')).value).toBe('whole');
});

test.each(['1', '-1.5', '1.234,50', '(2.50)', '3-', '−4', '$4.10', '5 USD', 'EUR 5', '1e-7', "1'234.50", '1 234,50'])(
  '%s is an amount',
  (v) => expect(isAmount(v)).toBe(true),
);
test.each(['', '-', 'x', '1.2.3', 'NaN', '2026-02-03', '=1+1', '0x10', '1_000', 'EUR', '(', '12 Feb'])('%s is none', (v) =>
  expect(isAmount(v)).toBe(false),
);
