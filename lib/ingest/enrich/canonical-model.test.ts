import { expect, test } from 'vitest';
import { canonicalModel, knownModel, modelInText } from './canonical-model';
import { lookUpModel } from './catalogue';

test.each([
  ['azure/gpt-4o', 'gpt-4o'],
  ['azure/gpt-35-turbo', 'gpt-3.5-turbo'],
  ['bedrock/us.anthropic.claude-3-5-sonnet-20241022-v2:0', 'claude-3-5-sonnet-20241022'],
  ['anthropic.claude-3-sonnet-v1:0', 'claude-3-sonnet'],
  ['bedrock/ap-northeast-1/1-month-commitment/anthropic.claude-v2:1', 'claude-2.1'],
  ['anthropic.claude-instant-v1', 'claude-instant'],
  ['vertex_ai/claude-opus-4-1@20250805', 'claude-opus-4-1-20250805'],
  ['claude-4-sonnet-20250514', 'claude-sonnet-4-20250514'],
  ['global.anthropic.claude-haiku-4-5-20251001-v1:0', 'claude-haiku-4-5-20251001'],
  ['Claude Opus 4.6', 'claude-opus-4-6'],
  ['Claude 3.7 Sonnet', 'claude-3-7-sonnet'],
  ['Auto: Claude Haiku 4.5', 'claude-haiku-4-5'],
  ['Claude Opus 4.8 (fast mode)', 'claude-opus-4-8'],
  ['eu.amazon.nova-lite-v1:0', 'nova-lite'],
  ['meta.llama3-1-8b-instruct-v1:0', 'llama-3.1-8b-instruct'],
  ['azure_ai/Meta-Llama-3.1-8B-Instruct', 'llama-3.1-8b-instruct'],
  ['fireworks_ai/accounts/fireworks/models/llama-v3p1-405b-instruct', 'llama-3.1-405b-instruct'],
  ['us.meta.llama4-scout-17b-instruct-v1:0', 'llama-4-scout-17b-instruct'],
  ['mistral.mistral-7b-instruct-v0:2', 'mistral-7b-instruct'],
  ['openai.gpt-oss-120b-1:0', 'gpt-oss-120b'],
  ['amazon.titan-embed-text-v2:0', 'titan-embed-text-v2'],
  ['ft:gpt-4o-2024-08-06:acme::abc', 'gpt-4o-2024-08-06'],
  ['gemini/gemini-2.5-flash-lite', 'gemini-2.5-flash-lite'],
  ['openrouter/deepseek/deepseek-r1:free', 'deepseek-r1'],
  ['openai/gpt-4o-mini', 'gpt-4o-mini'],
  ['cohere.rerank-v3-5:0', 'rerank-v3.5'],
  ['databricks/databricks-meta-llama-3-1-70b-instruct', 'llama-3.1-70b-instruct'],
  ['my-own-deployment', 'my-own-deployment'],
])('%s is %s', (text, model) => {
  expect(canonicalModel(text)).toBe(model);
});

test('nothing is no model, and an unknown one is not known', () => {
  expect(canonicalModel('  ')).toBeNull();
  expect(knownModel('my-own-deployment')).toBeNull();
  expect(knownModel(null)).toBeNull();
});

test('prose gives up its model, an id keeps its date', () => {
  expect(modelInText('Claude Sonnet 4.5 Input Tokens')).toBe('claude-sonnet-4-5');
  expect(modelInText('anthropic/claude-sonnet-4-20250514')).toBe('claude-sonnet-4-20250514');
  expect(modelInText('Claude Platform on AWS')).toBeNull();
});

test('a canonical id stays what it is', () => {
  for (const model of ['gpt-4o-2024-08-06', 'claude-sonnet-4-5', 'claude-3-5-sonnet-20241022', 'llama-3.1-8b', 'o3-mini', 'nova-2-lite']) {
    expect(canonicalModel(model)).toBe(model);
  }
});

test.each([
  ['gpt-5.4-mini', 'gpt-5', 'openai'],
  ['gpt-4.1-nano', 'gpt-4.1', 'openai'],
  ['o4-mini', 'o4', 'openai'],
  ['claude-3-5-haiku-20241022', 'claude-haiku', 'anthropic'],
  ['gemini-2.5-flash-lite', 'gemini-flash-lite', 'google'],
  ['kimi-k2.5-thinking', 'kimi', 'moonshot'],
  ['qwen3-32b', 'qwen', 'alibaba'],
])('%s is of the family %s by %s', (model, family, vendor) => {
  expect(lookUpModel(model)).toMatchObject({ family, vendor });
});
