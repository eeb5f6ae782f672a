import { expect, test } from 'vitest';
import { azureResource, channelOf, deploymentOf, modelOf, regionOf, tierOf } from './places';

test.each([
  ['openai', null, 'gpt-4o', 'openai'],
  ['azure', null, null, 'azure'],
  ['azure_ai', null, null, 'azure'],
  ['az.ai.inference', null, null, 'azure'],
  ['azure.ai.openai', null, null, 'azure'],
  ['bedrock_converse', null, null, 'bedrock'],
  ['aws.bedrock', null, null, 'bedrock'],
  ['vertex_ai', null, null, 'vertex'],
  ['gcp.vertex_ai', null, null, 'vertex'],
  ['gcp.gemini', null, null, 'gemini'],
  ['anthropic', null, null, 'anthropic'],
  ['openai.responses', null, null, 'openai'],
  ['x_ai', null, null, 'xai'],
  ['hosted_vllm', null, null, 'self'],
  ['openai', 'https://acme-prod.openai.azure.com/', null, 'azure'],
  [null, 'bedrock-runtime.eu-west-1.amazonaws.com', null, 'bedrock'],
  [null, 'https://eu-west4-aiplatform.googleapis.com', null, 'vertex'],
  ['somebody', null, null, null],
  [null, null, null, null],
] as const)('%s at %s is a channel', (provider, host, model, channel) => expect(channelOf(provider, host, model)).toBe(channel));

test('Claude on Bedrock is a model of Anthropic, however it is written', () => {
  for (const id of [
    'anthropic.claude-sonnet-4-5-20250929-v1:0',
    'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'bedrock/eu.anthropic.claude-sonnet-4-5-20250929-v1:0',
    'arn:aws:bedrock:us-east-1:111122223333:inference-profile/global.anthropic.claude-sonnet-4-5-20250929-v1:0',
  ])
    expect(modelOf(id)).toEqual({ model: 'claude-sonnet-4-5-20250929', vendor: 'anthropic' });
});

test.each([
  ['us.anthropic.claude-sonnet-4-5', 'geo'],
  ['global.anthropic.claude-sonnet-4-5', 'global'],
  ['anthropic.claude-sonnet-4-5', 'in_region'],
] as const)('%s is routed', (model, deployment) => expect(deploymentOf('bedrock', model, null)).toBe(deployment));

test.each([
  ['DataZoneStandard', 'data_zone'],
  ['GlobalStandard', 'global'],
  ['Standard', 'regional'],
] as const)("%s is one of Azure's deployments", (said, deployment) => expect(deploymentOf('azure', 'gpt-4o', said)).toBe(deployment));

test('regions and resources are read from hosts', () => {
  expect(regionOf('https://bedrock-runtime.eu-west-1.amazonaws.com')).toBe('eu-west-1');
  expect(regionOf(null, 'https://europe-west4-aiplatform.googleapis.com')).toBe('europe-west4');
  expect(regionOf('api.openai.com', null)).toBeNull();
  expect(azureResource('https://Acme-Prod.openai.azure.com/openai')).toBe('acme-prod');
  expect(azureResource('https://openai.azure.com.example.org')).toBeNull();
});

test.each([
  ['default', 'standard'],
  ['Batch', 'batch'],
  ['priority', 'priority'],
  ['fast', 'priority'],
  ['scale', 'provisioned'],
  ['flex', 'flex'],
  ['latency optimized', 'latency_optimized'],
] as const)('%s is a tier', (said, tier) => expect(tierOf(said)).toBe(tier));
