import Big from 'big.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { promptTokens, type TokenCounts, type TokenKind, tokenKinds } from '../usage/tokens';
import { priceTokens } from './price-tokens';
import type { PriceBand, RateCard } from './types';

const card = (...bands: PriceBand[]): RateCard => ({
  model: 'm',
  vendor: null,
  channel: 'openai',
  region: null,
  deployment: null,
  tier: 'standard',
  currency: 'USD',
  bands,
  validFrom: null,
  validTo: null,
  source: 'test',
  isOwn: false,
});

const sonnet = card(
  { above: 0, rates: { input: '3', cached_input: '0.3', cache_write_5m: '3.75', output: '15' } },
  { above: 200_000, rates: { input: '6', cached_input: '0.6', cache_write_5m: '7.5', output: '22.5' } },
);

test('every kind at its own price, to the last digit', () => {
  const priced = priceTokens({ input: 1_000, cached_input: 90_001, cache_write_5m: 7, output: 333 }, sonnet);
  expect(priced).toMatchObject({ state: 'priced', amount: '0.03502155', currency: 'USD', missing: [] });
});

test('a band begins above its threshold, counted over the whole prompt, and prices all of the call', () => {
  expect(priceTokens({ input: 100_000, cached_input: 100_000, output: 1 }, sonnet).amount).toBe('0.330015');
  expect(priceTokens({ input: 100_001, cached_input: 100_000, output: 1 }, sonnet).amount).toBe('0.6600285');
});

test('reasoning is output; nothing else is lent a price', () => {
  expect(priceTokens({ reasoning: 1_000_000 }, sonnet).amount).toBe('15');
  expect(priceTokens({ reasoning: 1_000_000 }, card({ above: 0, rates: { output: '15', reasoning: '2' } })).amount).toBe('2');
  expect(priceTokens({ input: 10, cache_write_1h: 10 }, sonnet)).toMatchObject({
    state: 'partly',
    amount: '0.00003',
    missing: ['cache_write_1h'],
  });
  const plain = card({ above: 0, rates: { input: '2', output: '8' } });
  for (const kind of ['cached_input', 'input_audio', 'output_audio', 'input_image', 'output_image'] as const)
    expect(priceTokens({ [kind]: 5 }, plain)).toMatchObject({ state: 'unpriced', amount: null, currency: null, missing: [kind] });
});

test('a kind that was not counted is never missing, and no price is not zero', () => {
  expect(priceTokens({ input: 1, cache_write_1h: 0, input_audio: 0 }, sonnet)).toMatchObject({ state: 'priced', amount: '0.000003' });
  expect(priceTokens({}, sonnet)).toMatchObject({ state: 'priced', amount: '0', missing: [] });
  expect(priceTokens({ output: 4 }, null)).toEqual({ state: 'unpriced', amount: null, currency: null, missing: ['output'], card: null });
  expect(priceTokens({ input: 1 }, card({ above: 0, rates: { input: '0' } }))).toMatchObject({ state: 'priced', amount: '0' });
});

const count = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000_000 }));
const counts = (kinds: readonly TokenKind[]): fc.Arbitrary<TokenCounts> =>
  fc.tuple(...kinds.map(() => count)).map((n) => Object.fromEntries(kinds.map((k, i) => [k, n[i] ?? 0])));
const rate = fc
  .tuple(fc.integer({ min: 0, max: 2_000 }), fc.stringMatching(/^[0-9]{0,12}$/))
  .map(([whole, digits]) => (digits ? `${whole}.${digits}` : String(whole)));
const band = (above: number) =>
  fc
    .tuple(...tokenKinds.map(() => rate))
    .map((r): PriceBand => ({ above, rates: Object.fromEntries(tokenKinds.map((k, i) => [k, r[i] ?? '0'])) }));
const cards = fc.oneof(
  band(0).map((b) => card(b)),
  fc.tuple(band(0), band(200_000)).map(([a, b]) => card(a, b)),
);

const byBig = (tokens: TokenCounts, { bands }: RateCard): string => {
  const size = promptTokens(tokens);
  const rates = [...bands].reverse().find((b) => size > b.above)?.rates ?? bands[0]?.rates ?? {};
  return tokenKinds
    .reduce((sum, k) => sum.plus(new Big(tokens[k] ?? 0).times(rates[k] ?? 0)), new Big(0))
    .times('0.000001')
    .toFixed();
};

test('the same as with big.js, whatever the numbers', () => {
  fc.assert(
    fc.property(counts(tokenKinds), cards, (tokens, c) => {
      expect(priceTokens(tokens, c).amount).toBe(byBig(tokens, c));
    }),
  );
});

test('within a band, the price of a sum is the sum of the prices, in any order', () => {
  fc.assert(
    fc.property(counts(tokenKinds), counts(tokenKinds), band(0), (a, b, rates) => {
      const c = card(rates);
      const both = Object.fromEntries([...tokenKinds].reverse().map((k) => [k, (a[k] ?? 0) + (b[k] ?? 0)]));
      const sum = new Big(priceTokens(a, c).amount ?? 0).plus(priceTokens(b, c).amount ?? 0);
      expect(priceTokens(both, c).amount).toBe(sum.toFixed());
    }),
  );
});

test('a bucket of calls is priced by the usual prompt of one, not by their sum', () => {
  const c = card({ above: 0, rates: { input: '1' } }, { above: 200_000, rates: { input: '2' } });
  expect(priceTokens({ input: 1_000_000 }, c, 10).amount).toBe('1');
  expect(priceTokens({ input: 1_000_000 }, c, 1).amount).toBe('2');
  expect(priceTokens({ input: 1_000_000 }, c, 0).amount).toBe('1');
});
