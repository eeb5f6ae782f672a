import fc from 'fast-check';
import { expect, test } from 'vitest';
import { meaningsOf } from './meaning';
import { aMeter, azureMeter, bedrockMeter, meaningOf } from './meters.fixture';
import type { MeterUse } from './types';

const scales = (meters: MeterUse[]) => meaningsOf(meters).map(({ tokensPerUnit }) => tokensPerUnit);
const gpt = (pricingUnit: string, quantity: number, cost: number, said: Partial<MeterUse> = {}) =>
  azureMeter('GPT 5 outpt Glbl 1M Tokens', { pricingUnit, quantity, cost, ...said });

test('meters that prove raw counts decide for the whole file', () => {
  expect(scales([gpt('1M', 1_000_000, 22), gpt('1K', 2_000, 0.02), gpt('1M', 3_000_000, 1.5)])).toEqual(['1', '1', '1']);
});

test('where both readings are possible the unit column is believed', () => {
  expect(scales([gpt('1K', 2_000, 0.02)])).toEqual(['1000']);
  expect(scales([gpt('1M', 0, 0), gpt('10K', 0, 0)])).toEqual(['1000000', '10000']);
});

test('1K tokens are blocks when raw counts would be too dear', () => {
  const meter = bedrockMeter('USE1-InputTokenCount-anthropic.claude-3-sonnet-v1:0', { pricingUnit: '1K tokens', quantity: 2_000, cost: 6 });
  expect(scales([meter])).toEqual(['1000']);
});

test.each([
  ['Tokens', '1'],
  ['Token', '1'],
  ['tokens', '1'],
  ['1000 Tokens', '1000'],
  ['1000_tokens', '1000'],
  ['1000000 Tokens', '1000000'],
])('a unit of %s is %s whatever the price', (consumedUnit, expected) => {
  expect(scales([gpt('1M', 1, 1_000_000, { consumedUnit }), gpt('1M', 1_000_000, 22)])[0]).toBe(expected);
});

test('the consumed unit is asked before the pricing unit', () => {
  expect(scales([gpt('1000000 Tokens', 8_400_000, 42, { consumedUnit: 'Tokens' })])).toEqual(['1']);
  expect(scales([gpt('1000000 Tokens', 8.4, 42)])).toEqual(['1000000']);
});

test('a marketplace unit is a million tokens and a unit in a Microsoft FOCUS file is one', () => {
  const seller = aMeter({
    serviceProviderName: 'AWS',
    serviceName: 'Claude Haiku 4.5 (Amazon Bedrock Edition)',
    skuMeter: 'USE1-MP:USE1_InputTokenCount-Units',
  });
  expect(scales([{ ...seller, pricingUnit: 'Units', quantity: 3, cost: 3 }])).toEqual(['1000000']);
  expect(scales([gpt('1M', 3_000_000, 6, { consumedUnit: 'Units' })])).toEqual(['1']);
});

test.each(['Token-Hours', 'GB', 'Requests', 'Hours', '1/Hour', '1 Hour', 'Images', 'Sessions', 'ai-credits', 'h'])(
  '%s count no tokens',
  (consumedUnit) => {
    expect(meaningOf(gpt('1M', 5, 5, { consumedUnit })).tokensPerUnit).toBeNull();
  },
);

test.each(['Purchase', 'Tax', 'Credit', 'Adjustment'])('a %s counts no tokens and has no say in the scale', (chargeCategory) => {
  expect(scales([gpt('1M', 7_000_000, 70, { chargeCategory }), gpt('1M', 3, 30)])).toEqual([null, '1000000']);
});

test('a price that is impossible on every reading is suspect', () => {
  expect(meaningOf(gpt('1M', 1, 1e12)).scaleSuspect).toBe(true);
  expect(meaningOf(gpt('1M', 1, 0)).scaleSuspect).toBe(false);
  expect(meaningOf(gpt('Tokens', 1, 100)).scaleSuspect).toBe(true);
});

test('Google counts tokens under requests where the pricing unit says count', () => {
  const gemini = { serviceProviderName: 'Google Cloud', serviceName: 'Vertex AI', skuMeter: 'Gemini 2.5 Pro Text Input - Predictions' };
  expect(meaningOf(aMeter({ ...gemini, consumedUnit: 'requests', pricingUnit: 'count' })).tokensPerUnit).toBe('1');
  expect(meaningOf(aMeter({ ...gemini, consumedUnit: 'requests' })).tokensPerUnit).toBeNull();
});

test('a native Azure file of May 2026 counts its tokens raw, and neither sessions nor purchases', () => {
  const native = (category: string, skuMeter: string, pricingUnit: string, quantity: number, cost: number, chargeCategory = 'Usage') =>
    azureMeter(skuMeter, { meterCategory: 'Azure OpenAI', meterSubcategory: category, pricingUnit, quantity, cost, chargeCategory });
  const meters = [
    native('gpt-5', 'GPT 5 outpt Glbl 1M Tokens', '1M', 1_000_000, 22),
    native('gpt-5', '5 mini pp Inp Gl 1M Tokens', '1M', 3_000_000, 1.5),
    native('gpt image', 'gpt img 1.5 out img DZ 1M Tokens', '1M', 2_000_000, 4),
    native('Code Interpreter', 'Code-Interpreter-global Session', '1', 5, 0.15),
    native('gpt-4.1', 'gpt 4.1 Outp regnl Tokens', '1K', 2_000, 0.02),
    native('gpt-5', 'GPT 5 outpt Glbl 1M Tokens', '1M', 7_000_000, 70, 'Purchase'),
  ];
  const meanings = meaningsOf(meters);
  const sum = (tokenType: string) =>
    meanings.reduce(
      (total, meaning, index) =>
        total + (meaning.tokenType === tokenType ? (meters[index]?.quantity ?? 0) * Number(meaning.tokensPerUnit) : 0),
      0,
    );
  expect([sum('input'), sum('output')]).toEqual([3_000_000, 3_002_000]);
  expect(meanings.map(({ model }) => model)).toEqual(['gpt-5', 'gpt-5-mini', 'gpt-image-1.5', null, 'gpt-4.1', 'gpt-5']);
  expect(meanings.map(({ tokensPerUnit }) => tokensPerUnit)).toEqual(['1', '1', '1', null, '1', null]);
  expect(meanings[3]).toMatchObject({ isAi: true, modelClass: 'not_ai' });
});

test('the order of the meters does not change what they mean', () => {
  const uses = fc.array(
    fc.record({
      unit: fc.constantFrom('1K', '1M', '1K tokens', 'Tokens', 'GB'),
      quantity: fc.integer({ min: 0, max: 1e9 }),
      cost: fc.integer({ min: 0, max: 500 }),
    }),
  );
  fc.assert(
    fc.property(uses, (file) => {
      const meters = file.map(({ unit, quantity, cost }) => gpt(unit, quantity, cost));
      expect(scales(meters.toReversed())).toEqual(scales(meters).toReversed());
    }),
  );
});
