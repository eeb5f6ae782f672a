import { expect, test } from 'vitest';
import { aMeter } from './meters.fixture';
import { providerName, providerOf } from './provider';
import { regionOf } from './regions';

test.each([
  ['Microsoft', 'azure'],
  ['Microsoft Azure', 'azure'],
  ['Microsoft Corporation', 'azure'],
  ['Azure', 'azure'],
  ['AWS', 'aws'],
  ['Amazon Web Services', 'aws'],
  ['Amazon Web Services, Inc.', 'aws'],
  ['Amazon Web Services EMEA SARL', 'aws'],
  ['Google', 'gcp'],
  ['Google Cloud', 'gcp'],
  ['Oracle', 'oracle'],
  ['Oracle Cloud Infrastructure', 'oracle'],
  ['OpenAI', 'openai'],
  ['OpenAI, L.L.C.', 'openai'],
  ['Anthropic, PBC', 'anthropic'],
  ['GitHub', 'github'],
  ['Solora AI', 'solora-ai'],
  ['  ', 'unknown'],
])('%s is the provider %s', (name, id) => {
  expect(providerOf(name)).toBe(id);
});

test('the publisher speaks where no provider is named', () => {
  expect(providerOf(null, 'Amazon Web Services, Inc.')).toBe('aws');
  expect(providerOf('Microsoft', 'Anthropic')).toBe('azure');
  expect(providerOf(null, null)).toBe('unknown');
});

test('a provider has one name on every page', () => {
  expect(providerName('azure')).toBe('Microsoft Azure');
  expect(providerName('solora-ai')).toBe('Solora Ai');
});

test('regions become the ids of their provider', () => {
  const azure = (regionId: string | null, regionName: string | null = null) => regionOf(aMeter({ regionId, regionName }), 'azure');
  expect(azure('West Europe')).toBe('westeurope');
  expect(azure('EU West')).toBe('westeurope');
  expect(azure('US East 2')).toBe('eastus2');
  expect(azure(null, 'EU North')).toBe('northeurope');
  expect(azure('swedencentral')).toBe('swedencentral');
  expect(azure('Unassigned')).toBeNull();
});

test('an AWS usage type names the region where the file does not', () => {
  const aws = (regionId: string | null, skuMeter: string | null, regionName: string | null = null) =>
    regionOf(aMeter({ regionId, skuMeter, regionName }), 'aws');
  expect(aws(null, 'USE1-NovaPro-input-tokens')).toBe('us-east-1');
  expect(aws(null, 'APS3-BoxUsage:m5.large')).toBe('ap-south-1');
  expect(aws(null, 'EU-BoxUsage:m5.large')).toBe('eu-west-1');
  expect(aws('eu-west-1', 'USE1-NovaPro-input-tokens')).toBe('eu-west-1');
  expect(aws(null, null, 'Europe (Ireland)')).toBe('eu-west-1');
  expect(aws(null, 'BoxUsage:t3.micro')).toBeNull();
});
