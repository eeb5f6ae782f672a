import { expect, test } from 'vitest';
import { NONE } from '../costs/cost-query';
import { unknownIn } from './unknown-values';

const known = ['eyescloud', 'openai', 'azure-openai'];
const of = (...values: string[]) => unknownIn({ dimension: 'provider', values, exclude: false }, known);

test('a value that no charge has is said, with the one that is meant', () => {
  expect(of('openai', NONE)).toEqual([]);
  expect(of('EyesCloud')).toEqual(['No charge has provider "EyesCloud"; there is "eyescloud".']);
  expect(of('Open-AI')).toEqual(['No charge has provider "Open-AI"; there is "openai".']);
  expect(of('azure')).toEqual(['No charge has provider "azure"; there is "azure-openai".']);
  expect(of('mars', 'openai')).toEqual(['No charge has provider "mars".']);
});
