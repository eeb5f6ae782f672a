import { expect, test } from 'vitest';
import { cacheHitRate, netCacheSaving, perMillion } from './unit-price';

test('finops-math §1: 26.00 for 11M tokens is 2.3636 a million', () => expect(perMillion('26.00', '11000000')).toBe('2.363636'));
test('without tokens there is no price', () => {
  expect(perMillion('1', '0')).toBeNull();
  expect(perMillion('1', null)).toBeNull();
});
test('finops-math §2: 600,000 cached of 1M at 2.50 and 0.25 save 1.35', () =>
  expect(netCacheSaving({ cachedInput: '600000', cacheWrite: '0' }, { input: '2.5', cachedInput: '0.25', cacheWrite: null })).toBe('1.35'));
test('more writes than hits cost more than they save', () =>
  expect(netCacheSaving({ cachedInput: '100000', cacheWrite: '1000000' }, { input: '3', cachedInput: '0.3', cacheWrite: '3.75' })).toBe(
    '-0.48',
  ));
test('an unknown price is no saving', () =>
  expect(netCacheSaving({ cachedInput: '1', cacheWrite: '0' }, { input: '3', cachedInput: null, cacheWrite: null })).toBeNull());
test('hits of the whole prompt', () => {
  expect(cacheHitRate({ input: '400', cachedInput: '500', cacheWrite: '100' })).toBe(0.5);
  expect(cacheHitRate({ input: '0', cachedInput: '0', cacheWrite: '0' })).toBeNull();
});
