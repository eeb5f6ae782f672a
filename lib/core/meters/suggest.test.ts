import { expect, test } from 'vitest';
import { modelNamed, suggest } from './suggest';

const models = [
  ...['gpt-4', 'gpt-4.1', 'gpt-4.1-mini', 'claude-sonnet-4-5', 'phi-4', 'o3'].map((m) => modelNamed(m, 'prices')),
  modelNamed('quasar-2', 'bill'),
];

test.each([
  ['Acme GPT 4.1 Mini Inp glbl', 'gpt-4.1-mini', 'input'],
  ['gateway_gpt-4.1_outp', 'gpt-4.1', 'output'],
  ['ACME Quasar-2 cached tokens', 'quasar-2', 'cached_input'],
  ['acme claude sonnet 4 5 cache write', 'claude-sonnet-4-5', 'cache_write'],
  ['Phi 4 hours', 'phi-4', undefined],
])('%s may be %s', (text, model, tokenType) => {
  const found = suggest(text, models);
  expect([found?.meaning.model, found?.meaning.tokenType]).toEqual([model, tokenType]);
});

test.each(['GPT 4.2 Inp', 'gpt-41', 'Sonnet 4', 'Turbo o3x', 'Units', ''])('%j is offered nothing: half a name is none', (text) => {
  expect(suggest(text, models)).toBeNull();
});

test('the reason names the words and where the model is known from', () => {
  expect(suggest('ACME Quasar-2', models)?.reason).toBe('The name holds “quasar 2”, as quasar-2 does, which is on your bills.');
  expect(suggest('Az-GPT-3.5-turbo Tokens', models, 'gpt-3.5-turbo')?.reason).toContain('gpt-3.5-turbo');
});
