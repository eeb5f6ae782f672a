import { expect, test } from 'vitest';
import { aMeter, meaningOf } from './meters.fixture';

const solora = {
  ModelDeveloper: 'Solora AI',
  ModelFamily: 'Solora Reasoning',
  ModelId: 'latticescale.solora-reasoning-pro',
  ModelVersion: '3.0',
};
const meter = (details: object, unit = 'Tokens') =>
  aMeter({
    serviceProviderName: 'LatticeScale',
    serviceName: 'LatticeScale Model Service',
    serviceCategory: 'AI and Machine Learning',
    serviceSubcategory: 'Generative AI',
    skuMeter: 'Cached Input Tokens',
    skuPriceDetails: JSON.stringify(details),
    consumedUnit: unit,
    pricingUnit: `1000000 ${unit}`,
  });

test('the keys of the FOCUS examples state model, developer and direction', () => {
  expect(meaningOf(meter({ ...solora, TokenCacheAction: 'Read', TokenDirection: 'Input' }))).toMatchObject({
    modelClass: 'classified',
    model: 'latticescale.solora-reasoning-pro',
    modelFamily: 'solora-reasoning',
    modelVendor: 'solora-ai',
    tokenType: 'cached_input',
    tokensPerUnit: '1',
    provider: 'latticescale',
  });
});

test('an uncached input is an input and a written cache a cache write', () => {
  expect(meaningOf(meter({ ...solora, TokenCacheAction: 'Uncached', TokenDirection: 'Input' })).tokenType).toBe('input');
  expect(meaningOf(meter({ ...solora, TokenCacheAction: 'Write', TokenDirection: 'Input' })).tokenType).toBe('cache_write');
  expect(meaningOf(meter({ ...solora, TokenType: 'Output' })).tokenType).toBe('output');
});

test('token-hours of a cache store count no tokens', () => {
  const meaning = meaningOf({ ...meter(solora, 'Token-Hours'), skuMeter: 'Context Cache Storage' });
  expect(meaning).toMatchObject({
    isAi: true,
    modelClass: 'classified',
    tokenType: null,
    tokensPerUnit: null,
    model: 'latticescale.solora-reasoning-pro',
  });
});

test('our own mirrored keys win over what the name suggests', () => {
  const details = {
    x_Model: 'bedrock/us.anthropic.claude-haiku-4-5-20251001-v1:0',
    x_TokenType: 'cache_write',
    x_CacheTtl: '5m',
    x_ServiceTier: 'flex',
  };
  expect(
    meaningOf(aMeter({ serviceProviderName: 'OpenAI', skuMeter: 'gpt-5, input', skuPriceDetails: JSON.stringify(details) })),
  ).toMatchObject({
    model: 'claude-haiku-4-5-20251001',
    modelVendor: 'anthropic',
    tokenType: 'cache_write',
    cacheTtl: '5m',
    serviceTier: 'flex',
    rule: 'sku-details',
  });
});

test('the model of a machine is no AI model', () => {
  const meaning = meaningOf(aMeter({ serviceProviderName: 'AWS', serviceName: 'AmazonRDS', skuPriceDetails: '{"Model":"db.r5"}' }));
  expect(meaning).toMatchObject({ isAi: false, model: null });
});

test('broken details are no details', () => {
  expect(meaningOf(aMeter({ serviceProviderName: 'AWS', skuPriceDetails: '{"ModelId":' }))).toMatchObject({ isAi: false, model: null });
});
