import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AppError } from '../app-error';
import { lastOfEach, readRates } from './read-rates';

const refusal = (text: string): string => {
  try {
    readRates(text, 'rates.csv');
  } catch (e) {
    if (e instanceof AppError) return e.message;
    throw e;
  }
  throw new Error('it was read');
};

test('the bank’s history is read as it is published: N/A, a comma at the end of each line', () => {
  const file = readRates('Date,USD,JPY,CYP,\n2026-10-30,1.1634,175.21,N/A,\n2026-10-29,1.1601,N/A,0.5842,\n', 'eurofxref-hist.csv');
  expect(file.kind).toBe('ecb');
  expect(file.rates.map((r) => `${r.base}${r.quote} ${r.day} ${r.rate} ${r.source}`)).toEqual([
    'EURUSD 2026-10-30 1.1634 ECB',
    'EURJPY 2026-10-30 175.21 ECB',
    'EURUSD 2026-10-29 1.1601 ECB',
    'EURCYP 2026-10-29 0.5842 ECB',
  ]);
});

test('so is its daily file, with blanks and the month in words', () => {
  const { rates } = readRates('Date, USD, JPY, \n30 October 2026, 1.1634, 175.21, \n', 'eurofxref.csv');
  expect(rates).toEqual([
    { base: 'EUR', quote: 'USD', day: '2026-10-30', rate: '1.1634', source: 'ECB' },
    { base: 'EUR', quote: 'JPY', day: '2026-10-30', rate: '175.21', source: 'ECB' },
  ]);
});

test('and its XML', () => {
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
<gesmes:subject>Reference rates</gesmes:subject>
<Cube><Cube time='2026-10-30'>
<Cube currency='USD' rate='1.1634'/>
</Cube><Cube time="2026-10-29"><Cube currency="USD" rate="1.1601"/></Cube></Cube></gesmes:Envelope>`;
  expect(readRates(xml, 'eurofxref-daily.xml').rates.map((r) => `${r.day} ${r.quote} ${r.rate}`)).toEqual([
    '2026-10-30 USD 1.1634',
    '2026-10-29 USD 1.1601',
  ]);
});

test('a list of rates is read with its columns in any order; an agreed one stands for its month', () => {
  const { kind, rates } = readRates(
    '\uFEFFday;rate;quote;base;source\n2026-10-17;0.0850;eur;NOK;contract\n2026-10-30;1.10;USD;EUR;\n',
    'rates.csv',
  );
  expect(kind).toBe('list');
  expect(rates).toEqual([
    { base: 'NOK', quote: 'EUR', day: '2026-10-01', rate: '0.085', source: 'contract' },
    { base: 'EUR', quote: 'USD', day: '2026-10-30', rate: '1.1', source: 'import' },
  ]);
});

test.each([
  ['', 'rates.csv is empty.'],
  ['base,quote,day\nEUR,USD,2026-10-30', 'rates.csv has no column "rate".'],
  ['base,quote,day,rate\n', 'rates.csv holds no rate.'],
  ['base,quote,day,rate\nEUR,USD,2026-10-30,1.1\nEUR,USD,2026-10-31,1,1', 'rates.csv, line 3'],
  ['base,quote,day,rate\nEUR,USD,30.10.2026,1.1', 'rates.csv, line 2, column day: "30.10.2026" is no day. Write it like 2026-10-30.'],
  ['base,quote,day,rate\nEUR,USD,2026-02-30,1.1', 'line 2, column day: "2026-02-30" is no day'],
  ['base,quote,day,rate\nEUR,USD,2026-10-30,0', 'line 2, column rate: "0" is no rate. A rate is larger than zero.'],
  ['base,quote,day,rate\nEUR,USD,2026-10-30,-1.1', 'column rate: "-1.1" is no rate'],
  ['base,quote,day,rate\nEUR,USD,2026-10-30,1e3', 'column rate: "1e3" is no rate'],
  ['base,quote,day,rate\nEUR,USD,2026-10-30,"1,1"', 'column rate: "1,1" is no rate. Write a decimal number with a point'],
  ['base,quote,day,rate\nEURO,USD,2026-10-30,1', 'column base: "EURO" is no currency. Write its three letters'],
  ['base,quote,day,rate\nEUR,EUR,2026-10-30,1', 'column quote: "EUR" is the same currency as base'],
  ['Date,USD,\n2026-10-30,abc,\n', 'rates.csv, line 2, column USD: "abc" is no rate.'],
  ['Date,Dollar,\n2026-10-30,1,\n', 'line 1, column 2: "Dollar" is no currency'],
  ['Date,USD,USD,\n2026-10-30,1,1,\n', 'line 1, column 3: "USD" heads two columns'],
  ['Date,USD,JPY,\n2026-10-30,1\n', 'line 2, column 3: "" is where the line breaks off'],
  ['Date,USD,\n2026-10-30,1,2,\n', 'line 2, column 3: "2" stands under no currency'],
  ['<Cube time="2026-10-30"/>', 'rates.csv is no file of reference rates'],
  ['<Cube currency="USD" rate="1"/>', 'stands under no day'],
  ['<!DOCTYPE x [<!ENTITY a "b">]><Cube time="2026-10-30"/>', 'declares a document type'],
  ['<a>\n<Cube time="2026-10-30"/>\n<Cube currency="USD" rate="one"/>', 'rates.csv, line 3, column rate: "one" is no rate'],
])('%j is refused in a sentence', (text, words) => {
  expect(refusal(text)).toContain(words);
});

test('no text makes it throw anything but a refusal', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('Date,USD,\n', 'base,quote,day,rate\n', 'EUR,USD,', '2026-10-30,', '1.1\n', '<Cube ', 'rate="', '"', ','),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      try {
        expect(readRates(pieces.join(''), 'x').rates.length).toBeGreaterThan(0);
      } catch (e) {
        expect(e).toBeInstanceOf(AppError);
      }
    }),
  );
});

test('of two rates for one day the later line counts', () => {
  const rates = ['1.1', '1.2'].map((rate) => ({ base: 'EUR', quote: 'USD', day: '2026-10-30', rate, source: 'bank' }));
  expect(lastOfEach(rates)).toEqual([rates[1]]);
});
