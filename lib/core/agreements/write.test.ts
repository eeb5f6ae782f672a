import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../time/days';
import { readAgreements } from './read';
import type { Agreement, AgreementBase } from './types';
import { agreementsText } from './write';

const isNothing = (text: string) => ['', 'null', '~'].includes(text); // no file can say these words as a name
const words = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(...'ab1 :#"\'-{}[],&*!|>%@`\\?.~=\n\t€ü', '漢'),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 60,
  })
  .map((s) => s.trim())
  .filter((s) => !isNothing(s));
const long = fc.array(words, { minLength: 1, maxLength: 30 }).map((w) => w.join(' '));
const day = fc.nat(4000).map((n) => addDays('2024-01-01', n));
const cents = fc.nat(99_999_999).map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`);
const rate = fc.nat(999_999).map((n) => `0.${String(n).padStart(6, '0')}`);
const maybe = <T>(a: fc.Arbitrary<T>) => fc.option(a, { nil: null });
const list = <T>(a: fc.Arbitrary<T>) => fc.array(a, { maxLength: 3 });
const start = '2023-06-01';
const base: fc.Arbitrary<AgreementBase | null> = maybe(
  fc.oneof(
    words.map((series): AgreementBase => ({ series })),
    fc.constant<AgreementBase>({ filter: ['provider:aws,azure', '-team:search\\, and more'], measure: 'effective' }),
  ),
);
const fx = list(fc.record({ from: day, currency: fc.constantFrom('EUR', 'GBP'), rate }));
const common = {
  name: words,
  group: maybe(words),
  counterparty: maybe(words),
  direction: fc.constantFrom('pay' as const, 'receive' as const),
  currency: fc.constantFrom('USD', 'EUR'),
  start: fc.constant(start),
  end: maybe(day),
  milestones: list(fc.record({ name: words, date: maybe(day), remindDays: list(fc.nat(400)) })),
  rights: list(fc.record({ name: words, text: long, until: maybe(day) })),
  notes: maybe(long),
  unconfirmed: maybe(words),
};
const share: fc.Arbitrary<Agreement> = fc
  .record({
    ...common,
    kind: fc.constant('revenue_share' as const),
    terms: fc.uniqueArray(fc.record({ from: day, rate }), { minLength: 1, maxLength: 3, selector: (t) => t.from }),
    cap: maybe(cents),
    capPerYear: maybe(cents),
    capYear: fc.constantFrom('calendar' as const, 'contract' as const),
    prior: cents,
    mode: fc.constantFrom('net' as const, 'ratchet' as const),
    settlement: fc.constantFrom('month' as const, 'quarter' as const),
    rounding: fc.constantFrom('half-even' as const, 'half-up' as const),
    finalClaim: fc.constantFrom(null, '2040-01-01'),
    fx,
    base,
  })
  .map((a) => ({ ...a, terms: a.terms.sort((x, y) => (x.from < y.from ? -1 : 1)) }));
const commitment: fc.Arbitrary<Agreement> = fc.record({
  ...common,
  kind: fc.constant('committed_spend' as const),
  tranches: fc.array(fc.record({ from: fc.constant(start), to: day, amount: cents }), { minLength: 1, maxLength: 3 }),
  fx,
  base,
});
const lot = fc.record({ name: words, amount: cents, purchased: fc.constant(start), expires: maybe(day) });
const credits: fc.Arbitrary<Agreement> = fc.record({
  ...common,
  kind: fc.constant('prepaid_credits' as const),
  lots: fc.array(lot, { minLength: 1, maxLength: 3 }),
  fx,
  base,
});
const term: fc.Arbitrary<Agreement> = fc.record({
  ...common,
  kind: fc.constant('term' as const),
  noticeDays: maybe(fc.nat(400)),
  renewalMonths: maybe(fc.nat(60)),
  exclusive: maybe(fc.boolean()),
});

test('what is written is read back unchanged, whatever is agreed', () => {
  const some = fc.uniqueArray(fc.oneof(share, commitment, credits, term), { maxLength: 4, selector: (a) => a.name });
  fc.assert(
    fc.property(some, (agreements) => {
      expect(readAgreements(agreementsText(agreements), 'x.yaml')).toEqual(agreements);
    }),
    { numRuns: 300 },
  );
});

test('the file of a file is the same file', () => {
  const again = (text: string) => agreementsText(readAgreements(text, 'x.yaml'));
  fc.assert(
    fc.property(share, (a) => {
      const file = again(agreementsText([a]));
      expect(again(file)).toBe(file);
    }),
  );
});
