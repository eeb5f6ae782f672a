import { expect, test } from 'vitest';
import { listPrices } from './book/list-prices';
import { PriceBook } from './price-book';
import { priceMoves, priceMoveWords } from './price-moves';
import type { PriceKey, RateCard } from './types';

const card = (more: Partial<RateCard>): RateCard => ({
  ...{ model: 'm-1', vendor: null, channel: 'openai', region: null, deployment: null, tier: 'standard', currency: 'USD' },
  ...{ bands: [{ above: 0, rates: { input: '5', output: '30' } }], validFrom: null, validTo: null, source: 'test', isOwn: false },
  ...more,
});
const use = (more: Partial<PriceKey> = {}): PriceKey => ({
  ...{ model: 'm-1', channel: 'openai', region: null, deployment: null, tier: 'standard' },
  ...more,
});
const cheaper = card({ bands: [{ above: 0, rates: { input: '4', output: '20' } }], validFrom: '2026-10-10' });
const october = { from: '2026-10-01', to: '2026-11-01' };
const told = (cards: RateCard[], uses = [use()], range = october) =>
  priceMoves(new PriceBook(cards), uses, range).map((m) => `${m.day} ${priceMoveWords(m)}`);

test('the day, both prices, the unit and the channel are said', () => {
  expect(told([card({}), cheaper])).toEqual(['2026-10-10 m-1 on OpenAI: input 5 → 4 USD, output 30 → 20 USD per 1M tokens (list price).']);
});

test('what is not in use, on another channel or tier, or of other days has no flag', () => {
  const book = [card({}), cheaper];
  expect(told(book, [use({ model: 'm-2' })])).toEqual([]);
  expect(told(book, [use({ channel: 'azure' })])).toEqual([]);
  expect(told(book, [use({ tier: 'batch' })])).toEqual([]);
  expect(told(book, [use()], { from: '2026-10-11', to: '2026-11-01' })).toEqual([]);
  expect(told(book, [use()], { from: '2026-10-10', to: '2026-10-11' })).toHaveLength(1);
});

test('the same rates under a new card are no change, and neither is a first price', () => {
  expect(told([card({}), card({ validFrom: '2026-10-10', bands: [{ above: 0, rates: { input: '5.0', output: '30' } }] })])).toEqual([]);
  expect(told([card({ validFrom: '2026-10-10' })])).toEqual([]);
});

test('an own price that begins or ends changes what applies, although the list stays', () => {
  const own = card({
    isOwn: true,
    validFrom: '2026-10-05',
    validTo: '2026-10-20',
    bands: [{ above: 0, rates: { input: '3', output: '30' } }],
  });
  expect(told([card({}), own])).toEqual([
    '2026-10-05 m-1 on OpenAI: input 5 → 3 USD per 1M tokens (list price before, own price now).',
    '2026-10-20 m-1 on OpenAI: input 3 → 5 USD per 1M tokens (own price before, list price now).',
  ]);
  // a list price under a lasting own one changes nothing
  expect(told([card({}), cheaper, card({ isOwn: true })])).toEqual([]);
});

test('several places with the same change are told once, with another change each', () => {
  const regional = card({ region: 'eu', bands: [{ above: 0, rates: { input: '9', output: '33' } }], validFrom: '2026-10-10' });
  const before = card({ region: 'eu', bands: [{ above: 0, rates: { input: '8', output: '33' } }] });
  const uses = [use({ region: 'us-east-1' }), use({ region: 'us-west-2' }), use({ region: 'eu' })];
  expect(told([card({}), cheaper, before, regional], uses)).toEqual([
    expect.stringContaining('input 5 → 4 USD'),
    expect.stringContaining('input 8 → 9 USD'),
  ]);
});

test('another currency is said with both, and rates of long prompts with their size', () => {
  const euros = card({ currency: 'EUR', validFrom: '2026-10-10', bands: [{ above: 0, rates: { input: '5', output: '30' } }] });
  expect(told([card({}), euros])).toEqual([
    '2026-10-10 m-1 on OpenAI: input 5 USD → 5 EUR, output 30 USD → 30 EUR per 1M tokens (list price).',
  ]);
  const bands = (output: string) => [
    { above: 0, rates: { input: '5' } },
    { above: 200_000, rates: { input: '5', output } },
  ];
  expect(told([card({ bands: bands('30') }), card({ bands: bands('40'), validFrom: '2026-10-10' })])).toEqual([
    '2026-10-10 m-1 on OpenAI: output 30 → 40 USD per 1M tokens for prompts above 200,000 tokens (list price).',
  ]);
});

test('a real change of the list is found under a dated name too', () => {
  const book = new PriceBook(listPrices());
  const moves = priceMoves(book, [use({ model: 'gpt-5.6-sol' }), use({ model: 'gpt-5.6-sol-2026-07-01' })], {
    from: '2026-08-01',
    to: '2026-09-01',
  });
  expect(moves.map(priceMoveWords)).toEqual([
    'gpt-5.6-sol on OpenAI: input 5 → 4 USD, cached input 0.5 → 0.4 USD, cache write, 5 min 6.25 → 5 USD, output 30 → 20 USD per 1M tokens (list price).',
    expect.stringMatching(/^gpt-5\.6-sol-2026-07-01 on OpenAI: input 5 → 4 USD, /),
  ]);
});
