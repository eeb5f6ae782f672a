import { expect, test } from 'vitest';
import { aMeter, bedrockMeter, meaningOf } from './meters.fixture';
import type { Meaning, MeterUse } from './types';

type Row = [
  usageType: string,
  model: string | null,
  tokenType: string | null,
  deployment: string | null,
  more?: Partial<Meaning>,
  product?: string,
];

const haiku = 'Claude Haiku 4.5 (Amazon Bedrock Edition)';
const opus = 'Claude Opus 5.5 (Amazon Bedrock Edition)';
const standard = { serviceTier: 'standard' };
const terra = { modelVendor: 'openai', region: 'us-gov-west-1' };

/** ai-meters §2, rows 41 to 62. */
const rows: Row[] = [
  ['USE1-NovaPro-input-tokens', 'nova-pro', 'input', 'in_region', { ...standard, region: 'us-east-1', modelVendor: 'amazon' }],
  ['USE1-NovaPro-input-tokens-latency-optimized', 'nova-pro', 'input', 'in_region', { serviceTier: 'latency_optimized' }],
  ['USE1-NovaLite-input-tokens-custom-model', 'nova-lite', 'input', 'in_region', { lifecycle: 'fine_tuned_inference' }],
  ['USE1-Claude2.0-input-tokens', 'claude-2.0', 'input', 'in_region', standard],
  ['USE1-Claude4.6Sonnet-output-tokens', 'claude-sonnet-4-6', 'output', 'in_region', { modelFamily: 'claude-sonnet' }],
  ['USE1-Claude4Sonnet-output-tokens-long-context-cross-region-global', 'claude-sonnet-4', 'output', 'global', { contextBand: 'long' }],
  [
    'USE1-Llama4-Maverick-17B-input-tokens-batch',
    'llama-4-maverick-17b',
    'input',
    'in_region',
    { serviceTier: 'batch', modelVendor: 'meta' },
  ],
  ['USE1-gpt-oss-120b-input-tokens', 'gpt-oss-120b', 'input', 'in_region', standard],
  ['SAE1-gpt-oss-120b-output-tokens', 'gpt-oss-120b', 'output', 'in_region', { region: 'sa-east-1' }],
  [
    'USE1-openai.gpt-oss-120b-mantle-input-tokens-priority',
    'gpt-oss-120b',
    'input',
    'in_region',
    { serviceTier: 'priority', modelVendor: 'openai' },
  ],
  ['USE1-xai.grok-4.3-mantle-input-tokens-flex', 'grok-4.3', 'input', 'in_region', { serviceTier: 'flex', modelVendor: 'xai' }],
  [
    'APN1-zai.glm5-mantle-input-tokens-standard',
    'glm5',
    'input',
    'in_region',
    { ...standard, modelVendor: 'zai', region: 'ap-northeast-1' },
  ],
  [
    'UGW1-openai.gpt-5.6-terra-mantle-output-tokens-long-ctx-standard',
    'gpt-5.6-terra',
    'output',
    'in_region',
    { ...terra, contextBand: 'long' },
  ],
  [
    'UGW1-openai.gpt-5.6-terra-mantle-cache-write-tokens-30m-standard',
    'gpt-5.6-terra',
    'cache_write',
    'in_region',
    { ...terra, cacheTtl: '30m' },
  ],
  [
    'USE1-openai.gpt-5.6-luna-mantle-cache-write-tokens-5m-long-ctx-flex',
    'gpt-5.6-luna',
    'cache_write',
    'in_region',
    { cacheTtl: '5m', serviceTier: 'flex', contextBand: 'long' },
  ],
  ['USE1-MP:USE1_InputTokenCount-Units', 'claude-haiku-4-5', 'input', 'in_region', standard, haiku],
  ['USE1-MP:USE1_OutputTokenCount_Global-Units', 'claude-haiku-4-5', 'output', 'global', standard, haiku],
  ['USE1-MP:USE1_CacheWrite1hInputTokenCount_Global-Units', 'claude-haiku-4-5', 'cache_write', 'global', { cacheTtl: '1h' }, haiku],
  ['USW2-MP:USW2_input_tokens_standard-Units', 'claude-opus-5-5', 'input', 'in_region', { ...standard, region: 'us-west-2' }, opus],
  ['USW2-MP:USW2_output_tokens_global_standard-Units', 'claude-opus-5-5', 'output', 'global', standard, opus],
  ['USE1-NovaSonic-speech-input-tokens', 'nova-sonic', 'input', 'in_region', { modality: 'audio' }],
  ['UGW1-Guardrail-ContextualGroundingPolicyUnitsConsumed', null, null, null, { modelClass: 'not_ai', region: 'us-gov-west-1' }],
];

const serviceOf = (product?: string): Partial<MeterUse> => (product === undefined ? {} : { serviceName: product, productName: product });

test('the table has every Bedrock example', () => {
  expect(rows).toHaveLength(22);
});

test.each(rows)('Bedrock reads %s', (usageType, model, tokenType, deploymentType, more = {}, product = undefined) => {
  const meaning = meaningOf(bedrockMeter(usageType, serviceOf(product)));
  const modelClass = model === null ? 'not_ai' : 'classified';
  expect(meaning).toMatchObject({ isAi: true, serviceName: 'Amazon Bedrock', modelClass, model, tokenType, deploymentType, ...more });
});

test.each<Row>([
  ['USE1-Claude4.6Sonnet-cache-read-input-token-count', 'claude-sonnet-4-6', 'cached_input', 'in_region'],
  ['USE1-Claude4.6Sonnet-cache-write-input-token-count', 'claude-sonnet-4-6', 'cache_write', 'in_region'],
  ['USE1-Claude4.6Sonnet-output-tokens-cross-region-global', 'claude-sonnet-4-6', 'output', 'global'],
  ['USE1-Nova2.0Lite-input-tokens-flex', 'nova-2-lite', 'input', 'in_region', { serviceTier: 'flex' }],
  ['USE1-gpt-oss-120b-output-tokens-priority', 'gpt-oss-120b', 'output', 'in_region', { serviceTier: 'priority' }],
  ['USE1-openai.gpt-oss-120b-mantle-input-tokens-standard', 'gpt-oss-120b', 'input', 'in_region'],
  ['EUW1-Claude4.6Sonnet-input-tokens', 'claude-sonnet-4-6', 'input', 'in_region', { region: 'eu-west-1' }],
  ['USE1-MP:USE1_cache_read_tokens_standard-Units', 'claude-haiku-4-5', 'cached_input', 'in_region', {}, haiku],
  ['USW2-MP:USW2_InputTokenCount_Global-Units', 'claude-haiku-4-5', 'input', 'global', {}, haiku],
  ['USE1-MP:USE1_cache_write_tokens_1h_global_standard-Units', 'claude-haiku-4-5', 'cache_write', 'global', { cacheTtl: '1h' }, haiku],
  ['USE1-TitanEmbeddingsG1-Image-input-image', 'titan-embeddings-g1-image', null, 'in_region', { modality: 'image', tokensPerUnit: null }],
  ['USE1-InputTokenCount-anthropic.claude-3-sonnet-v1:0', 'claude-3-sonnet', 'input', 'in_region'],
  ['USE1-OutputTokenCount-anthropic.claude-3-sonnet-v1:0', 'claude-3-sonnet', 'output', 'in_region'],
])('Bedrock also reads %s', (usageType, model, tokenType, deploymentType, more = {}, product = undefined) => {
  expect(meaningOf(bedrockMeter(usageType, serviceOf(product)))).toMatchObject({
    modelClass: 'classified',
    model,
    tokenType,
    deploymentType,
    ...more,
  });
});

test('guardrails are AI spend without a model', () => {
  expect(meaningOf(bedrockMeter('USE1-GuardrailsTextUnit'))).toMatchObject({ isAi: true, modelClass: 'not_ai', tokensPerUnit: null });
});

test('a marketplace usage type without its product keeps its direction and is listed as unclassified', () => {
  const meaning = meaningOf(aMeter({ serviceProviderName: 'AWS', skuMeter: 'USE1-MP:USE1_InputTokenCount-Units', consumedUnit: 'Units' }));
  expect(meaning).toMatchObject({ isAi: true, modelClass: 'unclassified', model: null, tokenType: 'input', tokensPerUnit: '1000000' });
});

test('a model no catalogue knows is unclassified and not guessed', () => {
  expect(meaningOf(bedrockMeter('USE1-Zorblax9-input-tokens'))).toMatchObject({
    modelClass: 'unclassified',
    model: null,
    tokenType: 'input',
  });
});

test('a row that names only its seller keeps its cost, unclassified', () => {
  const meaning = meaningOf(aMeter({ serviceProviderName: 'AWS', publisherName: 'Anthropic', operation: 'InvokeModelInference' }));
  expect(meaning).toMatchObject({ isAi: true, modelClass: 'unclassified', model: null, modelVendor: 'anthropic' });
});

test('data transfer is no model, whatever comes in', () => {
  const meaning = meaningOf(aMeter({ serviceProviderName: 'AWS', serviceName: 'AmazonEC2', skuMeter: 'USE1-DataTransfer-In-Bytes' }));
  expect(meaning).toMatchObject({ isAi: false, modelClass: 'not_ai', model: null, tokenType: null, rule: 'not-ai' });
});
