import { expect, test } from 'vitest';
import { aMeter, meaningOf } from './meters.fixture';
import type { Meaning, MeterUse } from './types';

type Row = [text: string, model: string | null, tokenType: string | null, more?: Partial<Meaning>, said?: Partial<MeterUse>];

/** ai-meters §3, rows 63 to 70. */
const openAi: Row[] = [
  ['gpt-5.5-2026-04-23, cached input', 'gpt-5.5-2026-04-23', 'cached_input', { serviceTier: 'standard', modelFamily: 'gpt-5' }],
  ['priority | gpt-5.6-sol, output, long context', 'gpt-5.6-sol', 'output', { serviceTier: 'priority', contextBand: 'long' }],
  ['gpt-audio-mini-2025-12-15 audio, input', 'gpt-audio-mini-2025-12-15', 'input', { modality: 'audio' }],
  ['gpt-image-2.5-sunburst text, cached input', 'gpt-image-2.5-sunburst', 'cached_input', { modality: 'text' }],
  ['whisper-1, audio', 'whisper-1', null, { modality: 'audio' }],
  ['ft-gpt-4o-2024-08-06, input', 'gpt-4o-2024-08-06', 'input', { lifecycle: 'fine_tuned_inference' }],
  ['web search tool calls', null, null, { modelClass: 'not_ai' }],
  ['Vector storage', null, null, { modelClass: 'not_ai', lifecycle: 'storage' }],
];

/** ai-meters §4, rows 71 to 76. */
const google: Row[] = [
  ['Gemini 2.5 Flash GA Text Input - Predictions', 'gemini-2.5-flash', 'input', { modality: 'text', modelFamily: 'gemini-flash' }],
  ['Gemini 2.5 Flash GA Thinking Text Output - Predictions', 'gemini-2.5-flash', 'reasoning'],
  ['Gemini 3.7 Flash Global Text Input - Predictions', 'gemini-3.7-flash', 'input', { deploymentType: 'global' }],
  ['Gemini 3 Flash Text Input Caching', 'gemini-3-flash', 'cached_input'],
  ['Gemini 3 Flash Text Input Caching Storage', 'gemini-3-flash', null, { lifecycle: 'storage', tokensPerUnit: null }],
  ['Vertex AI: Provisioned Throughput 1 month', null, null, { serviceTier: 'provisioned', modelClass: 'not_ai' }],
];

/** ai-meters §5, rows 77 to 79. */
const rest: Row[] = [
  ['Claude Sonnet 4.5, input_cache_read', 'claude-sonnet-4-5', 'cached_input', {}, { serviceProviderName: 'Anthropic' }],
  ['copilot_ai_credit', 'claude-haiku-4-5', null, {}, { serviceProviderName: 'GitHub', chargeDescription: 'Auto: Claude Haiku 4.5' }],
  ['OCI Generative AI - Large Cohere', 'command', null, { modelVendor: 'cohere' }, { serviceProviderName: 'Oracle', skuId: 'B108077' }],
];

const check = (said: Partial<MeterUse>, [skuMeter, model, tokenType, more = {}]: Row) => {
  const modelClass = model === null ? 'not_ai' : 'classified';
  expect(meaningOf(aMeter({ skuMeter, ...said }))).toMatchObject({ isAi: true, modelClass, model, tokenType, ...more });
};

test('the tables have every example', () => {
  expect([openAi.length, google.length, rest.length]).toEqual([8, 6, 3]);
});

test.each(openAi)('OpenAI reads %s', (...row) => check({ serviceProviderName: 'OpenAI' }, row));
test.each(openAi)('OpenAI reads %s from the SkuId', (...row) =>
  check({ serviceProviderName: 'OpenAI', skuId: `openai/${row[0]}`, skuMeter: 'input' }, [...row.slice(0, 3), row[3]] as unknown as Row),
);
test.each(google)('Google reads %s', (...row) => check({ serviceProviderName: 'Google Cloud', serviceName: 'Vertex AI' }, row));
test.each(rest)('%s is read by its own provider', (...row) => check(row[4] ?? {}, row));

test.each<Row>([
  ['Gemini 2.5 Flash GA Input Text Caching', 'gemini-2.5-flash', 'cached_input'],
  ['Gemini 2.5 Flash GA Text Output (Thinking On) - Predictions', 'gemini-2.5-flash', 'output'],
  ['Gemini 3.0 Pro Image Output - Predictions', 'gemini-3-pro', 'output', { modality: 'image' }],
  ['Gemini 2.5 Flash Lite Batch Text Input - Predictions', 'gemini-2.5-flash-lite', 'input', { serviceTier: 'batch' }],
  ['Imagen 3 Generation (output)', 'imagen-3', null, { modality: 'image', tokensPerUnit: null }],
  ['Vertex AI: ReasoningEngine management fee on CPU', null, null, { modelClass: 'not_ai' }],
])('Google also reads %s', (...row) => check({ serviceProviderName: 'Google', serviceName: 'Vertex AI', consumedUnit: 'count' }, row));

test('an OpenAI line without a direction is listed and keeps its model', () => {
  const meaning = meaningOf(aMeter({ serviceProviderName: 'OpenAI', skuMeter: 'GPT-4 Turbo' }));
  expect(meaning).toMatchObject({
    isAi: true,
    modelClass: 'unclassified',
    model: 'gpt-4-turbo',
    tokenType: null,
    serviceName: 'OpenAI API',
  });
});

test('older OpenAI casings and suffixes are the same lines', () => {
  expect(meaningOf(aMeter({ serviceProviderName: 'OpenAI', skuMeter: 'gpt-4o-2024-08-06, Input' }))).toMatchObject({ tokenType: 'input' });
  expect(meaningOf(aMeter({ serviceProviderName: 'OpenAI', skuMeter: 'gpt-5-nano, input_tokens', consumedUnit: 'tokens' }))).toMatchObject({
    model: 'gpt-5-nano',
    tokensPerUnit: '1',
  });
});

test('Anthropic ids carry model, token type, window and tier', () => {
  const meaning = meaningOf(
    aMeter({ serviceProviderName: 'Anthropic', skuId: 'anthropic/Claude Opus 4.6/input_cache_write_1h/≤ 200k/batch' }),
  );
  expect(meaning).toMatchObject({
    model: 'claude-opus-4-6',
    tokenType: 'cache_write',
    cacheTtl: '1h',
    contextBand: 'default',
    serviceTier: 'batch',
  });
  const input = meaningOf(aMeter({ serviceProviderName: 'Anthropic', skuMeter: 'Claude Haiku 4.5, input_no_cache' }));
  expect(input).toMatchObject({ tokenType: 'input', model: 'claude-haiku-4-5' });
});

test('a Copilot feature or seat names no model, and Actions minutes are no AI', () => {
  const feature = { serviceProviderName: 'GitHub', skuMeter: 'copilot_ai_credit', chargeDescription: 'Copilot Code Review' };
  expect(meaningOf(aMeter(feature))).toMatchObject({ isAi: true, modelClass: 'not_ai' });
  expect(meaningOf(aMeter({ serviceProviderName: 'GitHub', skuMeter: 'copilot_for_business' }))).toMatchObject({
    isAi: true,
    modelClass: 'not_ai',
  });
  expect(meaningOf(aMeter({ serviceProviderName: 'GitHub', skuMeter: 'actions_linux' }))).toMatchObject({ isAi: false });
});

test('a Claude SKU of another cloud is read by its words', () => {
  const meaning = meaningOf(
    aMeter({ serviceProviderName: 'Google', serviceName: 'Vertex AI', skuMeter: 'Claude Sonnet 4.5 Input Tokens', consumedUnit: 'count' }),
  );
  expect(meaning).toMatchObject({ modelClass: 'classified', model: 'claude-sonnet-4-5', tokenType: 'input', tokensPerUnit: '1' });
});

test.each<Row>([
  ['Gemini 2.5 Flash GA Text Input - Predictions', 'gemini-2.5-flash', 'input'],
  ['Gemini 2.5 Pro Input Text Caching', 'gemini-2.5-pro', 'cached_input'],
  ['Gemini 2.5 Pro Thinking Text Output - Predictions', 'gemini-2.5-pro', 'reasoning'],
  ['Gemini 2.5 Pro Long Text Input - Batch Predictions', 'gemini-2.5-pro', 'input', { contextBand: 'long', serviceTier: 'batch' }],
  ['Gemini 2.5 Flash Live API Audio Input', 'gemini-2.5-flash', 'input', { modality: 'audio' }],
  ['Gemini Embedding 001 Text Input', 'gemini-embedding-001', 'input', { modality: 'embedding' }],
  [
    'Claude Opus 4.1 - Global - Batch Cache Write Tokens',
    'claude-opus-4-1',
    'cache_write',
    { deploymentType: 'global', serviceTier: 'batch' },
  ],
  ['Llama 4 Maverick Output Tokens', 'llama-4-maverick', 'output', { modelVendor: 'meta', tokensPerUnit: '1' }],
])('a Google bill names %s', (...row) =>
  check({ serviceProviderName: 'Google Cloud', serviceName: 'Vertex AI', consumedUnit: 'count' }, row),
);

test.each<Row>([
  ['OCI Generative AI - Meta Llama 3.3 70B - Input Tokens', 'llama-3.3-70b', 'input', { tokensPerUnit: '1000000' }],
  ['OCI Generative AI - xAI - Grok 4 - Output Tokens', 'grok-4', 'output', { modelVendor: 'xai' }],
  ['OCI Generative AI - Google Gemini 2.5 Pro Input Tokens', 'gemini-2.5-pro', 'input', { modelVendor: 'google' }],
  ['OCI Generative AI - Dedicated Unit Hour', null, null],
])('an Oracle bill names %s', (...row) =>
  check({ serviceProviderName: 'Oracle', serviceName: 'GENERATIVE_AI', consumedUnit: '1M Tokens' }, row),
);

test.each<Row>([
  [
    'claude-opus-5, uncached_input_tokens',
    'claude-opus-5',
    'input',
    {},
    { skuId: 'anthropic/claude-opus-5/uncached_input_tokens/0-200k/standard/global' },
  ],
  ['claude-opus-5, cache_creation.ephemeral_5m_input_tokens', 'claude-opus-5', 'cache_write', { cacheTtl: '5m' }],
  [
    'claude-opus-5, output_tokens',
    'claude-opus-5',
    'output',
    { serviceTier: 'latency_optimized', deploymentType: 'geo' },
    { skuId: 'anthropic/claude-opus-5/output_tokens/200k-1M/standard/us/fast' },
  ],
  ['web_search', null, null],
])('an Anthropic bill names %s', (...row) => check({ serviceProviderName: 'Anthropic', ...row[4] }, row));

test.each<Row>([
  ['anthropic/claude-opus-4.7', 'claude-opus-4-7', null, { modelVendor: 'anthropic' }],
  ['google/gemini-2.5-pro', 'gemini-2.5-pro', null, { modelVendor: 'google' }],
  ['deepseek/deepseek-r1:free', 'deepseek-r1', null, { modelVendor: 'deepseek' }],
  ['newlab/brand-new-1', 'brand-new-1', null, { modelVendor: 'newlab', tokensPerUnit: null }, { publisherName: 'newlab' }],
])('an OpenRouter bill names %s', (...row) =>
  check({ serviceProviderName: 'OpenRouter', serviceName: 'OpenRouter', consumedUnit: 'Requests', ...row[4] }, row),
);

test('a model in fast mode is another tier of it', () => {
  const meter = { serviceProviderName: 'GitHub', skuMeter: 'copilot_ai_credit', chargeDescription: 'Claude Opus 4.8 (fast mode)' };
  expect(meaningOf(aMeter(meter))).toMatchObject({ model: 'claude-opus-4-8', serviceTier: 'latency_optimized' });
});

test('a seat of Microsoft 365 Copilot is AI without a model, and other licences are none', () => {
  const seat = (serviceName: string) =>
    meaningOf(aMeter({ serviceProviderName: 'Microsoft 365', serviceName, chargeCategory: 'Purchase' }));
  expect(seat('Microsoft 365 Copilot')).toMatchObject({ provider: 'microsoft-365', isAi: true, modelClass: 'not_ai' });
  expect(seat('Microsoft 365 E5')).toMatchObject({ provider: 'microsoft-365', isAi: false });
});
