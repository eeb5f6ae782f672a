import { expect, test } from 'vitest';
import { stateWords, takenIn, takenWords } from './rule-use-words';

const always = { since: null, until: null };

test('a rule that is used says nothing, one that is not says for how long, and one of other days says which', () => {
  expect(stateWords({ state: 'used', latest: '2026-08-01' }, always)).toBeNull();
  expect(stateWords({ state: 'idle', latest: '2026-06-01' }, always)).toEqual({ words: 'matches nothing for 30 days', tone: 'warn' });
  expect(stateWords({ state: 'idle', latest: null }, always)).toEqual({ words: 'matches nothing for 90 days', tone: 'warn' });
  expect(stateWords({ state: 'ended', latest: null }, { since: null, until: '2026-07-01' })?.words).toBe('ended before 2026-07-01');
  expect(stateWords({ state: 'later', latest: null }, { since: '2027-01-01', until: null })?.words).toBe('begins on 2027-01-01');
});

test('what rules before take is told with their places in the list', () => {
  const placeOf = (id: number) => ({ 71: 2, 90: 1 })[id] ?? 0;
  const usd = (charges: number, by: number[]) => [{ charges, by }];
  expect(takenWords(usd(4, [71, 90]), placeOf)).toEqual({
    before: '4 more charges fit, ',
    after: ': rules 1 and 2 take them.',
  });
  expect(takenWords(usd(1, [90]), placeOf)?.after).toBe(': rule 1 takes it.');
  expect(takenWords([], placeOf)).toBeNull();
});

test('what rules before take is counted in the currency of the row, and only the rules that take that are named', () => {
  const taken = [
    { currency: 'USD', amount: '12', charges: 61, by: [7] },
    { currency: 'EUR', amount: '9', charges: 1800, by: [8] },
  ];
  const words = (currency: string, figures: readonly string[]) =>
    takenWords(
      takenIn(
        taken,
        figures.map((f) => ({ currency: f })),
        currency,
      ),
      (id) => id,
    );
  expect(words('USD', ['USD'])).toEqual({ before: '61 more charges fit, ', after: ': rule 7 takes them.' });
  expect(words('EUR', [])?.before).toBe('1,800 more charges fit, ');
  expect(words('GBP', ['GBP'])).toBeNull();
  // a row that has only other currencies says so of both
  expect(words('GBP', ['EUR'])?.after).toBe(': rules 7 and 8 take them.');
});
