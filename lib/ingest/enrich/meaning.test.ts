import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meaningsOf } from './meaning';
import { aMeter, azureMeter, meaningOf } from './meters.fixture';
import type { MeterUse } from './types';

const words = fc.array(
  fc.constantFrom(
    'gpt',
    '4o',
    '5.4',
    'rt',
    'aud',
    'Inp',
    'cd',
    'wr',
    'glbl',
    'DZ',
    'L',
    'Tokens',
    '1M',
    'USE1-',
    'MP:',
    '-Units',
    '-mantle-',
    'claude',
    ',',
    '|',
    '-input-',
    '{',
  ),
);
const text = fc.option(
  fc.oneof(
    fc.string(),
    words.map((parts) => parts.join(' ')),
    words.map((parts) => parts.join('')),
  ),
  { nil: null },
);
const provider = fc.constantFrom(null, 'Microsoft', 'AWS', 'Google', 'OpenAI', 'Anthropic', 'GitHub', 'Oracle', 'Other');

const anyMeter: fc.Arbitrary<MeterUse> = fc.record({
  serviceProviderName: provider,
  publisherName: text,
  serviceName: fc.oneof(text, fc.constantFrom('AmazonBedrock', 'Foundry Models', 'Vertex AI')),
  serviceCategory: text,
  serviceSubcategory: text,
  skuMeter: text,
  skuId: text,
  skuPriceDetails: fc.oneof(text, fc.json()),
  chargeCategory: text,
  chargeDescription: text,
  pricingUnit: text,
  consumedUnit: fc.oneof(text, fc.constantFrom('1K', 'Tokens', 'Units')),
  resourceType: text,
  regionId: text,
  regionName: text,
  meterCategory: text,
  meterSubcategory: text,
  productName: text,
  operation: text,
  cost: fc.double(),
  quantity: fc.double(),
});

test('every meter gets a meaning, in order, and none throws', () => {
  fc.assert(
    fc.property(fc.array(anyMeter, { maxLength: 5 }), (meters) => {
      const meanings = meaningsOf(meters);
      expect(meanings).toHaveLength(meters.length);
      for (const meaning of meanings) {
        expect(meaning.rule).not.toBe('');
        expect(meaning.provider).not.toBe('');
        if (meaning.modelClass === 'unclassified') expect(meaning.isAi).toBe(true);
        if (meaning.tokensPerUnit !== null) expect(meaning.tokensPerUnit).toMatch(/^\d+$/);
      }
    }),
    { numRuns: 500 },
  );
});

test('an Azure meter that names a model nobody knows is listed with its direction', () => {
  expect(meaningOf(azureMeter('Frobnicator 9 Inp glbl Tokens'))).toMatchObject({
    modelClass: 'unclassified',
    model: null,
    tokenType: 'input',
  });
});

test('a bare version that two vendors share is not guessed', () => {
  expect(meaningOf(azureMeter('4.6 Outp DZ L Tokens'))).toMatchObject({ modelClass: 'unclassified', model: null, tokenType: 'output' });
});

test('a token meter without a direction keeps its model and is listed', () => {
  expect(meaningOf(azureMeter('gpt 4o 0806 glbl Tokens'))).toMatchObject({
    modelClass: 'unclassified',
    model: 'gpt-4o-2024-08-06',
    tokenType: null,
  });
});

test.each([
  ['gpt img 1.5 in cd txt DZ 1M Tokens', 'gpt-image-1.5', 'cached_input', 'text'],
  ['gpt aud mn txt in gl 1215 1M Tokens', 'gpt-audio-mini-2025-12-15', 'input', 'text'],
  ['gpt rt aud mini cchd Inp glbl Tokens', 'gpt-realtime-mini', 'cached_input', 'audio'],
  ['gpt4omini-rt-aud1217 Outp regnl Tokens', 'gpt-4o-mini-realtime-2024-12-17', 'output', 'audio'],
  ['gpt-4o-aud-0603-txt Inp glbl Tokens', 'gpt-4o-audio-2025-06-03', 'input', 'text'],
  ['gpt 4o tcrb d aud inp dz Tokens', 'gpt-4o-transcribe-diarize', 'input', 'audio'],
  ['gpt4o mn tts txt in dz 1215 1M Tokens', 'gpt-4o-mini-tts-2025-12-15', 'input', 'text'],
  ['gpt 4o mini0718 BatchOutp DataZone Tokens', 'gpt-4o-mini-2024-07-18', 'output', 'text'],
  ['gpt-35-turbo-16k-Input-regional Tokens', 'gpt-3.5-turbo-16k', 'input', 'text'],
  ['gpt 41 mn pp cd inp dz Tokens', 'gpt-4.1-mini', 'cached_input', 'text'],
  ['o3-deep research 0626-inp-cchd-glbl 1M Tokens', 'o3-deep-research-2025-06-26', 'cached_input', 'text'],
  ['embedding-ada-regional Tokens', 'text-embedding-ada-002', 'input', 'embedding'],
  ['Llama 4 Maverick 17B Inp glbl Tokens', 'llama-4-maverick-17b', 'input', 'text'],
])('Azure also reads %s', (meter, model, tokenType, modality) => {
  expect(meaningOf(azureMeter(meter))).toMatchObject({ modelClass: 'classified', model, tokenType, modality });
});

test('training tokens are counted and have no direction', () => {
  const meaning = meaningOf(azureMeter('gpt-4o-0806-FT-Trng-regnl tkn Tokens', { pricingUnit: '1K' }));
  expect(meaning).toMatchObject({
    modelClass: 'classified',
    model: 'gpt-4o-2024-08-06',
    tokenType: null,
    lifecycle: 'training',
    tokensPerUnit: '1000',
  });
});

test('other Cognitive Services are AI spend and no model', () => {
  const speech = aMeter({
    serviceProviderName: 'Microsoft',
    serviceName: 'Microsoft.CognitiveServices',
    meterCategory: 'Cognitive Services',
    skuMeter: 'S1 Speech to Text',
  });
  expect(meaningOf(speech)).toMatchObject({ isAi: true, modelClass: 'not_ai', rule: 'azure/ai-service' });
});

test('a credit for a service names no model and is not listed as unclassified', () => {
  const credit = aMeter({ serviceProviderName: 'OpenAI', chargeCategory: 'Credit', skuMeter: 'Promotional credit' });
  expect(meaningOf(credit)).toMatchObject({ isAi: true, modelClass: 'not_ai', tokensPerUnit: null });
});
