import { expect, test } from 'vitest';
import { stateWords, takenWords } from './rule-use-words';

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
  const usd = (charges: number) => [{ currency: 'USD', amount: '12', charges }];
  expect(takenWords({ taken: usd(4), takenBy: [71, 90] }, placeOf)).toEqual({
    before: '4 more charges fit, ',
    after: ': rules 1 and 2 take them.',
  });
  expect(takenWords({ taken: usd(1), takenBy: [90] }, placeOf)?.after).toBe(': rule 1 takes it.');
  expect(takenWords({ taken: [], takenBy: [] }, placeOf)).toBeNull();
});
