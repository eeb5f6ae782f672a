import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { converter } from './conversion';
import { CONTRACT, type FxRate, legsText, RATE_DIGITS, rateBook, rateSentence, rateText } from './rate';

const ecb = (quote: string, day: string, rate: string): FxRate => ({ base: 'EUR', quote, day, rate, source: 'ECB' });
const october = '2026-10-01';

test('a month is told with the last rate published in it: a weekend at its end takes the Friday before', () => {
  // 31 October 2026 is a Saturday
  const book = rateBook([ecb('USD', '2026-10-29', '1.16'), ecb('USD', '2026-10-30', '1.1634'), ecb('USD', '2026-11-02', '1.17')]);
  expect(book.monthRate('EUR', 'USD', october)).toMatchObject({ rate: '1.1634', day: '2026-10-30', source: 'ECB', closed: false });
  expect(book.monthRate('EUR', 'USD', '2026-11-01')).toMatchObject({ rate: '1.17', day: '2026-11-02' });
});

test('a month without a rate takes the last from before it, up to 31 days old at its beginning', () => {
  const book = (day: string) => rateBook([ecb('USD', day, '1.1')]).monthRate('EUR', 'USD', october)?.day ?? null;
  expect([book('2026-08-31'), book('2026-08-30'), book('2026-11-01')]).toEqual(['2026-08-31', null, null]);
});

test('the other way round it is divided, to twelve digits, half to even', () => {
  const back = rateBook([ecb('USD', '2026-10-30', '1.1634')]).monthRate('USD', 'EUR', october);
  expect(back).toMatchObject({ rate: '0.859549596012', legs: [{ base: 'EUR', quote: 'USD', rate: '1.1634' }] });
  expect(rateSentence(back as never)).toBe('1 USD = 0.8595496 EUR');
  // 1 / 1024 = 0.0009765625: short enough to be exact
  expect(rateBook([ecb('JPY', '2026-10-30', '1024')]).monthRate('JPY', 'EUR', october)?.rate).toBe('0.0009765625');
});

test('two currencies meet in the euro, both legs named, rounded once', () => {
  const found = rateBook([ecb('USD', '2026-10-30', '1.1634'), ecb('NOK', '2026-10-29', '11.7205')]).monthRate('USD', 'NOK', october);
  const exact = new Big('11.7205').div('1.1634').prec(RATE_DIGITS, Big.roundHalfEven).toFixed();
  expect(found).toMatchObject({ rate: exact, day: '2026-10-29' });
  expect(legsText(found as never)).toBe('1 EUR = 1.1634 USD (ECB, 2026-10-30); 1 EUR = 11.7205 NOK (ECB, 2026-10-29)');
});

test('a rate of a pair itself goes before a crossing, and one that was agreed before both, for its month and pair only', () => {
  const published = [
    ecb('USD', '2026-10-30', '1.2'),
    ecb('NOK', '2026-10-30', '12'),
    { base: 'USD', quote: 'NOK', day: '2026-10-28', rate: '9.5', source: 'bank' },
  ];
  expect(rateBook(published).monthRate('USD', 'NOK', october)).toMatchObject({ rate: '9.5', source: 'bank' });
  const agreed = { base: 'NOK', quote: 'USD', day: october, rate: '0.125', source: CONTRACT };
  const book = rateBook([...published, agreed]);
  expect(book.monthRate('USD', 'NOK', october)).toMatchObject({ rate: '8', source: CONTRACT });
  expect(book.monthRate('USD', 'NOK', '2026-11-01')).toMatchObject({ rate: '9.5' });
  expect(book.monthRate('EUR', 'NOK', october)).toMatchObject({ rate: '12' });
});

test('what nobody has a rate for has none', () => {
  expect(rateBook([ecb('USD', '2026-10-30', '1.2')]).monthRate('NOK', 'USD', october)).toBeNull();
  expect(rateBook([]).monthRate('EUR', 'USD', october)).toBeNull();
});

test('there and back is the same to the digits that are kept', () => {
  const aRate = fc
    .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 6 }))
    .map(([n, d]) => new Big(n).div(new Big(10).pow(d)).toFixed());
  fc.assert(
    fc.property(aRate, aRate, (usd, nok) => {
      const book = rateBook([ecb('USD', '2026-10-30', usd), ecb('NOK', '2026-10-30', nok)]);
      const [there, back] = [book.monthRate('USD', 'NOK', october), book.monthRate('NOK', 'USD', october)];
      const error = new Big(there?.rate ?? 0)
        .times(back?.rate ?? 0)
        .minus(1)
        .abs();
      expect(error.lt('0.00000000002')).toBe(true);
    }),
  );
});

test('a charge and its reversal in one month are nothing, and parts add up to the whole', () => {
  const rates = [rateBook([ecb('USD', '2026-10-30', '1.1634')]).monthRate('USD', 'EUR', october)].flatMap((r) => r ?? []);
  const amount = fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 18 }))
    .map(([n, d]) => new Big(String(n)).times(new Big(10).pow(-d)).toFixed());
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 20 }), (amounts) => {
      const told = converter({ to: 'EUR', rates });
      const of = (a: string) => told.convert('USD', '2026-10-17', a).amount ?? '0';
      const sum = (list: readonly string[]) => list.reduce((all, a) => all.plus(a), new Big(0)).toFixed();
      expect(sum([...amounts, ...amounts.map((a) => new Big(a).times(-1).toFixed())].map(of))).toBe('0');
      expect(sum(amounts.map(of))).toBe(new Big(of(sum(amounts))).toFixed());
      expect(told.used()).toEqual(rates);
    }),
  );
});

test('what has no rate keeps its currency and its digits; what is unknown stays unknown', () => {
  const told = converter({ to: 'EUR', rates: [] });
  expect(told.convert('NOK', '2026-10-17', '18200.00')).toEqual({ currency: 'NOK', amount: '18200.00' });
  expect(told.convert('EUR', '2026-10-17', null)).toEqual({ currency: 'EUR', amount: null });
  expect(told.used()).toEqual([]);
});

test('a rate is shown with digits that say something', () => {
  expect(['1.1634', '0.859549596012', '0.00000384615384615', '26000'].map(rateText)).toEqual([
    '1.1634',
    '0.8595496',
    '0.000003846',
    '26000',
  ]);
});
