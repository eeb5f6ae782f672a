import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyTaught, foldMeter, meterWords, TaughtMeaning, type TeachableMeaning, taughtText } from './taught';
import { taughtWords } from './taught-words';

const read: TeachableMeaning = {
  isAi: true,
  modelClass: 'unclassified',
  model: null,
  modelFamily: null,
  modelVendor: null,
  tokenType: null,
  cacheTtl: null,
  modality: null,
  deploymentType: 'global',
  serviceTier: 'standard',
  contextBand: 'short',
  lifecycle: 'inference',
  tokensPerUnit: '1000',
  scaleSuspect: true,
  rule: 'unreadable',
};
const gpt = { family: 'gpt-5', vendor: 'openai', modality: null };
const usage = { known: gpt, isUsage: true };

test('a model is enough: what is not said stays as it was read', () => {
  expect(applyTaught(read, TaughtMeaning.parse({ model: 'gpt-5-mini' }), usage)).toEqual({
    ...read,
    modelClass: 'classified',
    model: 'gpt-5-mini',
    modelFamily: 'gpt-5',
    modelVendor: 'openai',
    modality: 'text',
    rule: 'taught',
  });
});

test('null is “there is none”, and a unit that is said is suspected of nothing', () => {
  const taught = TaughtMeaning.parse({
    model: 'gpt-5-mini',
    vendor: null,
    deploymentType: null,
    tokensPerUnit: '1',
    tokenType: 'cached_input',
  });
  expect(applyTaught(read, taught, usage)).toMatchObject({
    modelVendor: null,
    deploymentType: null,
    tokensPerUnit: '1',
    scaleSuspect: false,
    tokenType: 'cached_input',
  });
  expect(applyTaught(read, taught, { known: gpt, isUsage: false }).tokensPerUnit).toBeNull();
});

test('AI without a model is recognised; what is no AI has nothing of a model left', () => {
  expect(applyTaught(read, TaughtMeaning.parse({ model: null }), usage)).toMatchObject({ isAi: true, modelClass: 'not_ai', model: null });
  const said = applyTaught({ ...read, model: 'x', tokenType: 'input' }, TaughtMeaning.parse({ isAi: false, model: null }), usage);
  expect(Object.entries(said).filter(([, v]) => v !== null)).toEqual([
    ['isAi', false],
    ['modelClass', 'not_ai'],
    ['scaleSuspect', false],
    ['rule', 'taught'],
  ]);
});

test.each([
  [{ isAi: false, model: 'gpt-5' }],
  [{ model: '' }],
  [{}],
  [{ model: 'gpt-5', tokenType: 'sideways' }],
  [{ model: 'gpt-5', tokensPerUnit: '12' }],
  [{ model: 'gpt-5', colour: 'green' }],
])('%j is no meaning', (input) => {
  expect(TaughtMeaning.safeParse(input).success).toBe(false);
});

test('a meter is known by the first text that is there, without case and outer blanks', () => {
  expect(meterWords({ skuMeter: ' GPT-X Inp ', chargeDescription: 'other', skuId: '1' })).toBe('gpt-x inp');
  expect(meterWords({ skuMeter: '', chargeDescription: null, skuId: 'AB' })).toBe('ab');
  expect(meterWords({ skuMeter: null, chargeDescription: null, skuId: null })).toBeNull();
});

const axis = (words: readonly string[]) => fc.constantFrom(undefined, null, ...words);
const meanings = fc
  .record({
    model: fc.constantFrom(null, 'gpt-5'),
    tokenType: axis(taughtWords.tokenType),
    lifecycle: axis(taughtWords.lifecycle),
    tokensPerUnit: axis(taughtWords.tokensPerUnit),
  })
  .map((m) => TaughtMeaning.parse(m));

test('teaching twice is teaching once, it always classifies, and it says what it was told', () => {
  fc.assert(
    fc.property(meanings, fc.boolean(), (taught, isUsage) => {
      const once = applyTaught(read, taught, { known: gpt, isUsage });
      expect(applyTaught(once, taught, { known: gpt, isUsage })).toEqual(once);
      expect(once.modelClass).not.toBe('unclassified');
      if (taught.tokenType !== undefined) expect(once.tokenType).toBe(taught.tokenType);
      expect(taughtText(taught)).not.toBe('');
    }),
  );
  fc.assert(fc.property(fc.string(), (text) => foldMeter(foldMeter(text)) === foldMeter(text)));
});
