import { expect, test } from 'vitest';
import { listPrices } from './book/list-prices';
import { PriceBook } from './price-book';
import { priceTokens } from './price-tokens';
import type { PriceKey, RateCard } from './types';

const card = (given: Partial<RateCard> & { input: string }): RateCard => {
  const { input, ...rest } = given;
  return {
    model: 'gpt-4o',
    vendor: 'openai',
    channel: 'azure',
    region: null,
    deployment: null,
    tier: 'standard',
    currency: 'USD',
    bands: [{ above: 0, rates: { input } }],
    validFrom: null,
    validTo: null,
    source: 'test',
    isOwn: false,
    ...rest,
  };
};
const key = (given: Partial<PriceKey> = {}): PriceKey => ({
  model: 'gpt-4o',
  channel: 'azure',
  region: null,
  deployment: null,
  tier: 'standard',
  ...given,
});
const inputOf = (book: PriceBook, k: PriceKey, day = '2026-03-01') => book.find(k, day)?.card.bands[0]?.rates.input;

test('the more exact card wins: region and deployment, then deployment, then all', () => {
  const book = new PriceBook([
    card({ input: '1' }),
    card({ input: '2', deployment: 'regional' }),
    card({ input: '3', deployment: 'regional', region: 'eu' }),
    card({ input: '4', deployment: 'regional', region: 'swedencentral' }),
    card({ input: '5', region: 'swedencentral' }),
  ]);
  expect(inputOf(book, key({ region: 'swedencentral', deployment: 'regional' }))).toBe('4');
  expect(inputOf(book, key({ region: 'westeurope', deployment: 'regional' }))).toBe('3');
  expect(inputOf(book, key({ region: 'japaneast', deployment: 'regional' }))).toBe('2');
  expect(inputOf(book, key({ region: 'swedencentral', deployment: 'global' }))).toBe('5');
  expect(inputOf(book, key({ deployment: 'global' }))).toBe('1');
});

test('where the deployment is not known, the region decides before a guess does', () => {
  const bedrock = { channel: 'bedrock', region: 'sa-east-1' } as const;
  const book = new PriceBook([card({ ...bedrock, region: null, input: '1' }), card({ ...bedrock, deployment: 'in_region', input: '2' })]);
  expect(book.find(key(bedrock), '2026-03-01')).toMatchObject({
    card: { region: 'sa-east-1' },
    note: 'the deployment was not said: the in-region price',
  });
  expect(inputOf(book, key({ channel: 'bedrock', region: 'us-east-1' }))).toBe('1');
});

test('an own price goes before every list price, however exact, and only while it is valid', () => {
  const book = new PriceBook([
    card({ input: '9', deployment: 'global', region: 'eastus' }),
    card({ input: '2', isOwn: true, validFrom: '2026-01-01', validTo: '2026-07-01' }),
    card({ input: '3', isOwn: true, validFrom: '2026-04-01' }),
  ]);
  const k = key({ deployment: 'global', region: 'eastus' });
  expect(['2025-12-31', '2026-01-01', '2026-04-01', '2026-07-01'].map((day) => inputOf(book, k, day))).toEqual(['9', '2', '3', '3']);
});

test('no price crosses a channel, a tier or a deployment', () => {
  const book = new PriceBook([card({ input: '1', channel: 'openai' }), card({ input: '2', deployment: 'global' })]);
  expect(book.find(key({ channel: 'bedrock' }), '2026-03-01')).toBeNull();
  for (const tier of ['batch', 'flex', 'priority', 'latency_optimized', 'provisioned', 'reserved'] as const)
    expect(book.find(key({ tier, deployment: 'global' }), '2026-03-01')).toBeNull();
  for (const deployment of ['regional', 'data_zone'] as const) expect(book.find(key({ deployment }), '2026-03-01')).toBeNull();
  expect(book.whyUnpriced(key({ tier: 'batch' }), '2026-03-01')).toBe('gpt-4o on Azure has no batch price.');
  expect(book.whyUnpriced(key({ deployment: 'data_zone' }), '2026-03-01')).toBe('gpt-4o on Azure has no price for data zone.');
  expect(book.whyUnpriced(key({ tier: 'provisioned' }), '2026-03-01')).toContain('by the hour');
  expect(book.whyUnpriced(key({ model: 'gpt-9' }), '2026-03-01')).toBe('There is no price for gpt-9 on Azure.');
});

test('provisioned capacity has no price per token, even where somebody wrote one', () => {
  expect(new PriceBook([card({ input: '1', tier: 'provisioned' })]).find(key({ tier: 'provisioned' }), '2026-03-01')).toBeNull();
});

test('what was assumed is said: the deployment, or the snapshot', () => {
  const book = new PriceBook([
    card({ input: '2', deployment: 'global' }),
    card({ input: '5', model: 'gpt-4o-2024-05-13', deployment: 'global' }),
  ]);
  expect(book.find(key(), '2026-03-01')?.note).toBe('the deployment was not said: the global price');
  expect(book.find(key({ model: 'gpt-4o-2024-05-13', deployment: 'global' }), '2026-03-01')).toMatchObject({
    card: { model: 'gpt-4o-2024-05-13' },
    note: null,
  });
  expect(book.find(key({ model: 'gpt-4o-2024-11-20', deployment: 'global' }), '2026-03-01')).toMatchObject({
    card: { model: 'gpt-4o' },
    note: 'priced as gpt-4o',
  });
  expect(book.find(key({ model: 'gpt-4o-latest', deployment: 'global' }), '2026-03-01')?.note).toBe('priced as gpt-4o');
});

const list = new PriceBook(listPrices());
const cost = (k: PriceKey, tokens: Parameters<typeof priceTokens>[0], day = '2026-09-15') =>
  priceTokens(tokens, list.find(k, day)?.card ?? null).amount;

test('the list: each tier, place and length of prompt has its own price', () => {
  const openAi = (model: string, tier: PriceKey['tier'] = 'standard') => key({ model, channel: 'openai', tier });
  expect(cost(openAi('gpt-5.4'), { input: 250_000, output: 1_000 })).toBe('0.64');
  expect(cost(openAi('gpt-5.4'), { input: 272_000, output: 1_000 })).toBe('1.3825');
  expect(cost(openAi('gpt-5.4', 'priority'), { input: 1_000_000 })).toBeNull();
  expect(cost(openAi('gpt-5.4', 'priority'), { input: 100_000 })).toBe('0.5');
  expect(cost(openAi('gpt-5', 'batch'), { input: 1_000_000, output: 1_000_000 })).toBe('5.625');
  expect(cost(openAi('gpt-4.1', 'batch'), { input: 1_000_000, output: 1_000_000 })).toBe('5');
  expect(cost(openAi('gpt-5.6-sol'), { input: 1_000, output: 1_000 }, '2026-08-20')).toBe('0.035');
  expect(cost(openAi('gpt-5.6-sol'), { input: 1_000, output: 1_000 }, '2026-08-21')).toBe('0.024');
  const haiku = (deployment: PriceKey['deployment']) =>
    key({ model: 'claude-haiku-4-5-20251001', channel: 'bedrock', region: 'eu-west-1', deployment });
  expect((['global', 'geo', 'in_region'] as const).map((d) => cost(haiku(d), { input: 1_000_000 }))).toEqual(['1', '1.1', '1.1']);
  expect(cost(key({ model: 'nova-pro', channel: 'bedrock', region: 'eu-west-3', deployment: 'geo' }), { input: 1_000_000 })).toBe('1.05');
  const azure = (deployment: PriceKey['deployment']) => key({ model: 'gpt-4o-2024-08-06', deployment });
  expect((['global', 'data_zone'] as const).map((d) => cost(azure(d), { input: 1_000_000 }))).toEqual(['2.5', '2.75']);
  expect(
    cost(key({ model: 'claude-opus-4-5', channel: 'anthropic', tier: 'batch' }), { cache_write_1h: 1_000_000, cached_input: 1_000_000 }),
  ).toBe('5.25');
});

test('the list holds prices that can be meant: plain decimals, in order, between 0.001 and 1,000 or free', () => {
  for (const { bands, model, currency } of listPrices()) {
    expect(currency).toBe('USD');
    expect(bands.map((b) => b.above)).toEqual([...bands.map((b) => b.above)].sort((a, b) => a - b));
    for (const rate of bands.flatMap((b) => Object.values(b.rates))) {
      expect(rate, model).toMatch(/^\d+(\.\d*[1-9])?$/);
      expect(Number(rate) <= 1000 && (rate === '0' || Number(rate) >= 0.001), `${model} ${rate}`).toBe(true);
    }
  }
});

test('a lookup and a price together take less than a hundred thousandth of a second', () => {
  const keys = listPrices()
    .slice(0, 500)
    .map((c) => ({ ...c }));
  const tokens = { input: 1234, cached_input: 50_000, output: 777 };
  const started = performance.now();
  let priced = 0;
  for (let i = 0; i < 200; i++)
    for (const k of keys) if (priceTokens(tokens, list.find(k, '2026-09-15')?.card ?? null).state !== 'unpriced') priced++;
  const microseconds = ((performance.now() - started) * 1000) / (200 * keys.length);
  expect(priced).toBeGreaterThan(0);
  expect(microseconds).toBeLessThan(10);
});

test('a model without a day takes the newest snapshot where a channel lists nothing else, and says so', () => {
  const book = new PriceBook([card({ input: '1', model: 'gpt-4o-2024-05-13' }), card({ input: '2', model: 'gpt-4o-2024-08-06' })]);
  expect(book.find(key(), '2026-03-01')).toMatchObject({
    note: 'priced as gpt-4o-2024-08-06',
    card: { bands: [{ rates: { input: '2' } }] },
  });
  expect(inputOf(new PriceBook([...book.cards, card({ input: '3' })]), key())).toBe('3');
});
