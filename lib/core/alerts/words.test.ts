import { expect, test } from 'vitest';
import { readSubscription } from './read-subscription';
import { conditionOf, scopeWords } from './rule-words';
import { ownRules, readRule, withOwnRules, writeRule } from './rules';
import { subscriptionWords } from './subscription-words';
import type { AlertKind } from './types';

test.each([
  [
    { kind: 'cost-above', amount: '5000', currency: 'USD', percent: '20' },
    'above 5,000.00 USD a month, and 20 % more than the month before',
  ],
  [{ kind: 'cost-above', amount: '5', per: 'day', measure: 'billed' }, 'billed cost above 5.00 a day'],
  [{ kind: 'burn-rate', times: '2.5', amount: '50' }, 'above 2.5 times the usual day, and 50.00 more'],
  [{ kind: 'anomaly', direction: 'up' }, 'by 20.00 and 10 % above the usual, score over 4'],
  [{ kind: 'new-value', dimension: 'sub-account', amount: '1' }, 'a new account above 1.00 in its first week'],
  [{ kind: 'unclassified', amount: '100', percent: '5' }, 'above 100.00 and 5 % of AI spend a month'],
  [{ kind: 'source-late', days: '1' }, 'nothing new for more than 1 day'],
])('a rule is said in words: %j', (input, words) => {
  const rule = readRule({ name: 'x', ...input });
  expect(conditionOf(rule)).toBe(words);
  expect(readRule(writeRule(rule))).toEqual(rule);
});

test('its scope too', () => {
  const rule = readRule({ name: 'x', kind: 'unclassified', filter: ['provider:openai,aws', '-team:(none)'], currency: 'EUR' });
  expect(scopeWords(rule)).toBe('Provider openai or aws, Team not none, in EUR');
  expect(scopeWords(readRule({ name: 'x', kind: 'unclassified' }))).toBe('Everything');
});

test("Headroom's own rules come first, each once, as they were changed", () => {
  const changed = { id: 7, enabled: false, rule: readRule({ ...ownRules[1], amount: '50' }) };
  const made = { id: 8, enabled: true, rule: readRule({ name: 'Mine', kind: 'burn-rate', times: '2', amount: '1' }) };
  const all = withOwnRules([made, changed]);
  expect(all).toHaveLength(ownRules.length + 1);
  expect(all[1]).toBe(changed);
  expect(all.at(-1)).toBe(made);
  expect(withOwnRules([]).every((r) => r.id === null && r.enabled)).toBe(true);
});

test('what a channel is sent is said in words', () => {
  const names = { budget: 'Budgets', anomaly: 'Anomalies' } as Record<AlertKind, string>;
  const words = (input: object) => subscriptionWords(readSubscription(input), names);
  expect(words({})).toBe('Everything, at once');
  expect(words({ severity: 'warning', group: 15 })).toBe('Warnings and critical ones, together within 15 min; critical ones at once');
  expect(words({ kinds: ['budget', 'anomaly'], when: { at: 'daily', hour: 8 }, zone: 'Europe/Berlin' })).toBe(
    'Budgets, Anomalies, as a digest daily at 08:00, Europe/Berlin; critical ones at once',
  );
  expect(words({ quiet: { from: '22:00', to: '07:00' }, criticalAtOnce: false })).toBe('Everything, at once; quiet 22:00 to 07:00, UTC');
});
