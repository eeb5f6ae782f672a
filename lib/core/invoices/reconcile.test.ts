import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minorUnitsOf } from '../money/format';
import { type Compared, explain } from './explain';
import { chargeCategories } from './invoice';
import { type KeptInvoice, type LedgerSum, mayBeLate, reconcile } from './reconcile';

const cents = fc.integer({ min: -10_000_000, max: 10_000_000 }).map((n) => new Big(n).div(1000).toFixed());
const byCategory = fc.dictionary(fc.constantFrom(...chargeCategories), cents) as fc.Arbitrary<Compared['ledger']>;
const compared: fc.Arbitrary<Compared> = fc.record({
  currency: fc.constantFrom('USD', 'JPY', 'KWD'),
  ledger: byCategory,
  invoice: cents,
  categories: fc.option(byCategory),
  lines: fc.integer({ min: 1, max: 5_000 }),
  late: fc.option(cents),
});
const total = (list: Iterable<string>) => [...list].reduce((sum, a) => sum.plus(a), new Big(0));

test('explained and unexplained add up to the difference, to the last digit', () => {
  fc.assert(
    fc.property(compared, (c) => {
      const { difference, parts, unexplained } = explain(c);
      expect(difference).toBe(new Big(c.invoice).minus(total(Object.values(c.ledger) as string[])).toFixed());
      expect(
        total(parts.map((p) => p.amount))
          .plus(unexplained)
          .toFixed(),
      ).toBe(new Big(difference).toFixed());
    }),
  );
});

test('rounding explains no more than half of the smallest unit for each line', () => {
  fc.assert(
    fc.property(compared, (c) => {
      const part = explain(c).parts.find((p) => p.kind === 'rounding');
      const half = new Big(10).pow(-minorUnitsOf(c.currency)).div(2).times(c.lines);
      expect(new Big(part?.amount ?? 0).abs().lte(half)).toBe(true);
    }),
  );
});

test('what came late is taken only where it brings the two nearer', () => {
  fc.assert(
    fc.property(compared, (c) => {
      const left = (late: string | null) => new Big(explain({ ...c, late }).unexplained).abs();
      expect(left(c.late).lte(left(null))).toBe(true);
    }),
  );
});

const usd = { currency: 'USD', lines: 1, late: null };

test('tax on the invoice only, and credits applied on it, are named', () => {
  const asked = { ...usd, ledger: { Usage: '100' }, invoice: '109', categories: { Usage: '100', Tax: '19', Credit: '-10' } };
  expect(explain(asked)).toMatchObject({
    difference: '9',
    parts: [
      { kind: 'tax', amount: '19', why: 'Tax stands on the invoice and not in the ledger.' },
      { kind: 'credits', amount: '-10', why: 'Credits stand on the invoice and not in the ledger.' },
    ],
    unexplained: '0',
  });
});

test('a total alone that leaves out the tax or the credits of the ledger is told by its amount', () => {
  const ledger = { Usage: '100', Tax: '19', Credit: '-10' };
  const kinds = (invoice: string) => explain({ ...usd, ledger, invoice, categories: null }).parts.map((p) => p.kind);
  expect([kinds('90'), kinds('119'), kinds('100'), kinds('105'), kinds('109')]).toEqual([['tax'], ['credits'], ['tax', 'credits'], [], []]);
});

test('a part of a cent on each of three lines is rounding, on one line it is not', () => {
  const asked = { ...usd, ledger: { Usage: '100.014' }, invoice: '100.00', categories: null };
  expect(explain({ ...asked, lines: 3 })).toMatchObject({ parts: [{ kind: 'rounding', amount: '-0.014' }], unexplained: '0' });
  expect(explain(asked)).toMatchObject({ parts: [], unexplained: '-0.014' });
  expect(explain({ ...asked, ledger: { Usage: '100.4' }, currency: 'JPY' })).toMatchObject({ parts: [{ kind: 'rounding' }] });
});

test('charges that came after the invoice explain what is missing on it', () => {
  const asked = { ...usd, ledger: { Usage: '112' }, invoice: '100', categories: null };
  expect(explain({ ...asked, late: '10' })).toMatchObject({ parts: [{ kind: 'late', amount: '-10' }], unexplained: '-2' });
  expect(explain({ ...asked, invoice: '112', late: '10' })).toMatchObject({ parts: [], unexplained: '0' });
});

const charge = (of: Partial<LedgerSum> = {}): LedgerSum => ({
  ...{ provider: 'aws', account: '1', accountName: 'Payer', period: '2026-10-01', currency: 'USD', category: 'Usage', amount: '100' },
  ...of,
});
const invoice = (of: Partial<KeptInvoice> = {}): KeptInvoice => ({
  ...{
    id: 1,
    provider: 'aws',
    account: '1',
    number: 'N',
    period: '2026-10-01',
    currency: 'USD',
    amount: '100',
    categories: {},
    issued: null,
  },
  ...{ lines: 1, origin: 'typed', explanation: null, acceptedBy: null, acceptedAt: null, acceptedDifference: null, createdBy: 'Ada' },
  ...of,
});
const said = (ledger: LedgerSum[], invoices: KeptInvoice[]) =>
  reconcile(ledger, invoices).map((l) => [l.period.slice(0, 7), l.currency, l.ledger, l.invoice, l.difference, l.state]);

test('each account and month says where it stands; the newest month stands first and what is open first in it', () => {
  const lines = said(
    [charge(), charge({ account: '2' }), charge({ account: '3', period: '2026-09-01' }), charge({ category: 'Tax', amount: '0.004' })],
    [invoice(), invoice({ id: 2, account: '2', amount: '90' }), invoice({ id: 3, account: '4', period: '2026-08-01' })],
  );
  expect(lines).toEqual([
    ['2026-10', 'USD', '100', '90', '-10', 'open'],
    ['2026-10', 'USD', '100.004', '100', '-0.004', 'agrees'],
    ['2026-09', 'USD', '100', null, null, 'no-invoice'],
    ['2026-08', 'USD', null, '100', null, 'no-charges'],
  ]);
});

test('currencies that differ are never subtracted: both stand there open, each naming the other', () => {
  const lines = reconcile([charge()], [invoice({ currency: 'EUR', amount: '92' })]);
  expect(lines.map((l) => [l.currency, l.ledger, l.invoice, l.difference, l.unexplained, l.state, l.otherCurrencies])).toEqual([
    ['EUR', null, '92', null, null, 'open', ['USD']],
    ['USD', '100', null, null, null, 'open', ['EUR']],
  ]);
});

test('several invoices of a month are added', () => {
  expect(said([charge()], [invoice({ amount: '60' }), invoice({ id: 2, number: 'M', amount: '40' })])[0]).toEqual([
    ...['2026-10', 'USD', '100', '100', '0', 'agrees'],
  ]);
});

test('an accepted difference is explained until it becomes another one', () => {
  const accepted = invoice({ amount: '90', explanation: 'Discount by mail', acceptedDifference: '-10.00', acceptedBy: 'Ada' });
  expect(said([charge()], [accepted])[0]?.at(-1)).toBe('explained');
  expect(said([charge({ amount: '101' })], [accepted])[0]?.at(-1)).toBe('open');
});

test('by category both sides are there; without categories on the invoice only the ledger is', () => {
  const tax = invoice({ amount: '119', categories: { Usage: '100', Tax: '19' } });
  expect(reconcile([charge()], [tax])[0]?.categories).toEqual([
    { category: 'Usage', ledger: '100', invoice: '100', difference: '0' },
    { category: 'Tax', ledger: '0', invoice: '19', difference: '19' },
  ]);
  expect(reconcile([charge()], [invoice()])[0]?.categories).toEqual([
    { category: 'Usage', ledger: '100', invoice: null, difference: null },
  ]);
});

test('only a line that is not explained and whose invoices all say their day may be late', () => {
  const lines = (i: Partial<KeptInvoice>) => mayBeLate(reconcile([charge()], [invoice(i)])).map((l) => l.issued);
  expect([lines({ amount: '90', issued: '2026-11-03' }), lines({ amount: '90' }), lines({ issued: '2026-11-03' })]).toEqual([
    ['2026-11-03'],
    [],
    [],
  ]);
});
