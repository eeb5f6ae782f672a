import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindCosts } from './kind-costs';
import { decimalOf, ratioOf, sum } from './ratio';

const base = { model: 'gpt-5', channel: 'openai', currency: 'USD' };

test('a cost falls on its kinds as list prices have it', () => {
  const parts = kindCosts({ ...base, cost: '6', tokens: { input: 1_000n, output: 100n }, rates: { input: '2', output: '10' } });
  expect(parts.map((p) => [p.kind, p.cost])).toEqual([
    ['input', '4'],
    ['output', '2'],
  ]);
});

test('the parts add up to the cost, whatever is known of prices', () =>
  fc.assert(
    fc.property(
      fc.bigInt(-(10n ** 20n), 10n ** 20n),
      fc.dictionary(fc.constantFrom('input', 'cached_input', 'output', 'reasoning'), fc.bigInt(0n, 10_000n)),
      fc.dictionary(fc.constantFrom('input', 'output'), fc.constantFrom('0', '2.5', '10')),
      (n, tokens, rates) => {
        const cost = decimalOf({ n, d: 10n ** 13n }, 13);
        const parts = kindCosts({ ...base, cost, tokens, rates });
        expect(decimalOf(sum(parts.map((p) => ratioOf(p.cost))), 13)).toBe(cost);
      },
    ),
  ));
