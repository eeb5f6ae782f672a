import { expect, test } from 'vitest';
import { listPrices } from './book/list-prices';
import { effectOf, priceChanges } from './price-changes';

const sol = listPrices().filter((c) => c.model === 'gpt-5.6-sol' && c.channel === 'openai' && c.tier === 'standard');

test('a change names the day, each rate before and after, and by how much', () => {
  const changes = priceChanges(sol);
  expect(changes).toHaveLength(1);
  expect(changes[0]?.day).toBe('2026-08-21');
  expect(changes[0]?.rates.filter((r) => r.above === 0)).toEqual([
    { kind: 'input', above: 0, before: '5', after: '4', ratio: '-0.2' },
    { kind: 'cached_input', above: 0, before: '0.5', after: '0.4', ratio: '-0.2' },
    { kind: 'cache_write_5m', above: 0, before: '6.25', after: '5', ratio: '-0.2' },
    { kind: 'output', above: 0, before: '30', after: '20', ratio: '-0.333333' },
  ]);
});

test('what it means in money, each call in its own band, exact', () => {
  const [change] = priceChanges(sol);
  if (!change) throw new Error('no change');
  const usages = [{ input: 1_000_001, output: 3 }, { input: 271_999 }];
  expect(effectOf(change, usages)).toEqual({
    before: '11.36014',
    after: '9.088094',
    difference: '-2.272046',
    currency: 'USD',
    missing: [],
  });
});

test('what has no price on one side makes no difference, rather than a wrong one', () => {
  const [change] = priceChanges(sol);
  if (!change) throw new Error('no change');
  expect(effectOf(change, [{ input: 10, input_audio: 5 }])).toMatchObject({ difference: null, missing: ['input_audio'] });
  const euros = { ...change, after: { ...change.after, currency: 'EUR' } };
  expect(effectOf(euros, [{ input: 10 }])).toMatchObject({ difference: null, currency: null });
});

test('cards of other places, tiers and channels are no succession', () => {
  const one = sol[1];
  if (!one) throw new Error('no card');
  const other = { ...one, tier: 'batch' as const, validFrom: '2026-09-01' };
  const own = { ...one, isOwn: true, validFrom: '2026-09-01' };
  expect(priceChanges([one, other, own])).toEqual([]);
});
