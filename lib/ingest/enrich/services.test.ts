import { expect, test } from 'vitest';
import { aMeter, meaningOf } from './meters.fixture';
import { focusCategories, servicesBySpelling } from './service-catalogue';
import { placeService } from './services';
import type { MeterUse } from './types';

const place = (said: Partial<MeterUse>, provider = 'aws') => placeService(aMeter(said), provider);

test.each([
  ['AmazonEC2', 'Amazon EC2', 'Compute', 'Virtual Machines'],
  ['Amazon Elastic Compute Cloud', 'Amazon EC2', 'Compute', 'Virtual Machines'],
  ['AmazonBedrock', 'Amazon Bedrock', 'AI and Machine Learning', 'Generative AI'],
  ['AmazonBedrockFoundationModels', 'Amazon Bedrock', 'AI and Machine Learning', 'Generative AI'],
  ['Claude Opus 5.5 (Amazon Bedrock Edition)', 'Amazon Bedrock', 'AI and Machine Learning', 'Generative AI'],
  ['AmazonS3', 'Amazon S3', 'Storage', 'Object Storage'],
  ['Microsoft.CognitiveServices', 'Azure AI Services', 'AI and Machine Learning', 'AI Platforms'],
  ['microsoft.compute', 'Virtual Machines', 'Compute', 'Virtual Machines'],
])('%s is the service %s', (serviceName, name, serviceCategory, serviceSubcategory) => {
  expect(place({ serviceName })).toEqual({ serviceName: name, serviceCategory, serviceSubcategory });
});

test('a FOCUS category the file gives is kept, and a subcategory only within it', () => {
  expect(place({ serviceName: 'Amazon Elastic Compute Cloud', serviceCategory: 'Storage' })).toEqual({
    serviceName: 'Amazon EC2',
    serviceCategory: 'Storage',
    serviceSubcategory: null,
  });
  expect(
    place({ serviceName: 'AWSLambda', serviceCategory: 'Compute', serviceSubcategory: 'Serverless Functions' }).serviceSubcategory,
  ).toBe('Serverless Compute');
  expect(place({ serviceName: 'Mystery', serviceCategory: 'Compute', serviceSubcategory: 'Containers' })).toMatchObject({
    serviceSubcategory: 'Containers',
  });
  expect(place({ serviceName: 'AmazonEC2', serviceCategory: 'Things' }).serviceCategory).toBe('Compute');
});

test('a meter category or a resource type stands in for a missing service name', () => {
  expect(place({ meterCategory: 'Azure OpenAI' }, 'azure')).toMatchObject({
    serviceName: 'Azure OpenAI',
    serviceSubcategory: 'Generative AI',
  });
  expect(place({ resourceType: 'microsoft.storage/storageaccounts' }, 'azure')).toMatchObject({ serviceName: 'Storage Accounts' });
  expect(place({}, 'openai')).toMatchObject({ serviceName: 'OpenAI API', serviceCategory: 'AI and Machine Learning' });
  expect(place({ serviceName: 'Mystery' })).toEqual({ serviceName: 'Mystery', serviceCategory: null, serviceSubcategory: null });
});

test('every service of the table stands in a FOCUS category and subcategory', () => {
  for (const { name, category, subcategory } of servicesBySpelling.values()) {
    expect(focusCategories.get(category), name).toContain(subcategory);
  }
});

test.each<[string, Partial<MeterUse>]>([
  ['a GPU instance', { serviceProviderName: 'AWS', serviceName: 'AmazonEC2', skuMeter: 'USW2-BoxUsage:p5.48xlarge' }],
  ['a spot GPU instance', { serviceProviderName: 'AWS', serviceName: 'AmazonEC2', skuMeter: 'USE1-SpotUsage:g6.xlarge' }],
  ['Trainium', { serviceProviderName: 'AWS', serviceName: 'AmazonEC2', skuPriceDetails: '{"InstanceType":"trn1.32xlarge"}' }],
  ['Blackwell', { serviceProviderName: 'AWS', serviceName: 'AmazonEC2', skuMeter: 'BoxUsage:p6-b200.48xlarge' }],
  ['SageMaker hosting', { serviceProviderName: 'AWS', serviceName: 'AmazonSageMaker', skuMeter: 'USE1-Host:ml.m5.xlarge' }],
  ['an Azure NC machine', { serviceProviderName: 'Microsoft', serviceName: 'Virtual Machines', skuMeter: 'NC24ads A100 v4' }],
  [
    'an Azure ND machine',
    { serviceProviderName: 'Microsoft', serviceName: 'Virtual Machines', chargeDescription: 'Standard_ND96asr_v4 instance' },
  ],
  [
    'an Azure NV series',
    { serviceProviderName: 'Microsoft', serviceName: 'Virtual Machines', productName: 'Virtual Machines NVadsA10v5 Series' },
  ],
  ['an Oracle GPU shape', { serviceProviderName: 'Oracle', serviceName: 'COMPUTE', skuMeter: 'VM.GPU.A10.1' }],
  [
    'a Google GPU',
    { serviceProviderName: 'Google Cloud', serviceName: 'Compute Engine', skuMeter: 'Nvidia H100 80GB GPU running in Iowa' },
  ],
  ['Rekognition', { serviceProviderName: 'AWS', serviceName: 'AmazonRekognition', skuMeter: 'USE1-ImagesProcessed' }],
  [
    'a PTU reservation',
    { serviceProviderName: 'Microsoft', chargeCategory: 'Purchase', productName: 'Azure AI Foundry Provisioned Throughput Reservation' },
  ],
])('%s is AI spend without a model', (_what, said) => {
  expect(meaningOf(aMeter(said))).toMatchObject({ isAi: true, modelClass: 'not_ai', model: null, tokensPerUnit: null });
});

test.each<[string, Partial<MeterUse>]>([
  ['a plain instance', { serviceProviderName: 'AWS', serviceName: 'AmazonEC2', skuMeter: 'BoxUsage:m5.large' }],
  ['a Graviton instance', { serviceProviderName: 'AWS', serviceName: 'AmazonEC2', skuMeter: 'BoxUsage:m6g.large' }],
  ['a D machine', { serviceProviderName: 'Microsoft', serviceName: 'Virtual Machines', chargeDescription: 'Standard_D4s_v5 instance' }],
  ['bandwidth', { serviceProviderName: 'Microsoft', serviceName: 'Bandwidth', skuMeter: 'Standard Data Transfer Out' }],
  ['a Lambda', { serviceProviderName: 'AWS', serviceName: 'AWSLambda', skuMeter: 'USE1-Request' }],
])('%s is not', (_what, said) => {
  expect(meaningOf(aMeter(said))).toMatchObject({ isAi: false, modelClass: 'not_ai' });
});
