import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PriceBook } from '../pricing/price-book';
import type { RateCard } from '../pricing/types';
import { type Assumption, assumptionWords, readAssumption, writeAssumption } from './assumptions';
import { runScenario } from './scenario';
import type { UsageCell } from './usage-cell';

const card = (c: Partial<RateCard> & Pick<RateCard, 'model' | 'channel'>, input: string, output: string): RateCard => ({
  vendor: null,
  region: null,
  deployment: null,
  tier: 'standard',
  currency: 'USD',
  validFrom: null,
  validTo: null,
  source: 'test',
  isOwn: false,
  bands: [{ above: 0, rates: { input, output, cached_input: String(Number(input) / 10) } }],
  ...c,
});
const book = new PriceBook([
  card({ model: 'big', channel: 'openai' }, '2', '8'),
  card({ model: 'half', channel: 'openai' }, '1', '4'),
  card({ model: 'big', channel: 'azure' }, '3', '9'),
  card({ model: 'big', channel: 'openai', tier: 'batch' }, '1', '4'),
]);
const cell = (c: Partial<UsageCell> = {}): UsageCell => ({
  day: '2026-11-02',
  taskType: 'answer',
  channel: 'openai',
  model: 'big',
  region: null,
  deployment: null,
  tier: 'standard',
  events: 1,
  requests: 1,
  inTasks: 1,
  unpriced: 0,
  tokens: { input: 1_000_000, output: 500_000 },
  list: '6',
  currency: 'USD',
  ...c,
});
const assume = (...texts: string[]) => texts.map((t) => readAssumption(t) as Assumption);
const total = (cells: UsageCell[], ...texts: string[]) => runScenario(cells, assume(...texts), book).totals[0];

describe('a scenario', () => {
  test('without assumptions is the actual list cost, to the last digit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.bigInt(0n, 10n ** 20n), fc.constantFrom('a', 'b', null)), { minLength: 1, maxLength: 30 }),
        (list) => {
          const cells = list.map(([n, taskType]) => cell({ taskType, list: `0.${n.toString().padStart(21, '0')}` }));
          const result = runScenario(cells, [], book);
          expect(result.totals[0]?.scenario).toBe(result.totals[0]?.actual);
          expect(result.totals[0]?.difference).toBe('0');
        },
      ),
    );
  });
  test('a model with half of each price costs half, and what has no price stays apart', () => {
    const cells = [cell(), cell({ taskType: 'other', model: 'unknown', list: null, unpriced: 1 })];
    expect(total(cells, 'model:big~half')).toMatchObject({ actual: '6', scenario: '3', difference: '-3', change: -0.5 });
    expect(runScenario(cells, assume('model:big~half'), book).unpriced).toMatchObject([
      { events: 1, why: 'unknown on openai has no list price' },
    ]);
  });
  test('a target without a price is no saving', () => {
    const result = runScenario([cell()], assume('model:big~nobody-knows'), book);
    expect(result.totals).toEqual([]);
    expect(result.unpriced).toMatchObject([{ events: 1, actual: '6' }]);
  });
  test('another channel, a tier for a part, a discount, more volume', () => {
    expect(total([cell()], 'channel:openai~azure')?.scenario).toBe('7.5');
    expect(total([cell()], 'tier:*~batch@0.4')?.scenario).toBe('4.8');
    expect(total([cell()], 'discount:openai~0.12')?.scenario).toBe('5.28');
    expect(total([cell()], 'discount:azure~0.12')?.scenario).toBe('6');
    expect(total([cell()], 'volume:*~1.5')?.scenario).toBe('9');
    expect(total([cell()], 'channel:openai~azure', 'discount:azure~0.5')?.scenario).toBe('3.75');
  });
  test('cache and tokens of a call', () => {
    expect(total([cell()], 'cache:*~0.5')?.scenario).toBe('5.1'); // half of a million at 0.2 instead of 2
    expect(total([cell()], 'tokens:big~1.1')?.scenario).toBe('6.6');
  });
  test('currencies are never added', () => {
    const own = new PriceBook([...book.cards, card({ model: 'euro', channel: 'openai', currency: 'EUR' }, '1', '1')]);
    expect(runScenario([cell()], assume('model:big~euro'), own).unpriced[0]?.why).toMatch(/priced in EUR/);
    expect(runScenario([cell(), cell({ currency: 'EUR' })], [], book).totals.map((t) => [t.currency, t.actual])).toEqual([
      ['USD', '6'],
      ['EUR', '6'],
    ]);
  });
  test('conditions that break are told', () => {
    const conditions = { zones: ['eu'], noPreview: true, policy: null, vendorOf: () => null, contextOf: () => 100_000 };
    const { broken } = runScenario([cell()], assume('region:*~us-east-1', 'model:big~half'), book, { conditions });
    expect(broken.map((b) => b.condition).sort()).toEqual(['half reads at most 100,000 tokens', 'us-east-1 is not in EU']);
  });
});

test.each(['model:gpt-5~claude-haiku-4-5', 'tier:*~batch@0.4', 'discount:azure~0.12', 'cache:*~0.6', 'volume:*~1.2', 'region:*~eu-west-1'])(
  '%s travels there and back',
  (text) => {
    const read = readAssumption(text);
    expect(read && writeAssumption(read)).toBe(text);
    expect(read && assumptionWords(read)).not.toBe('');
  },
);
test.each(['model:x', 'channel:a~b', 'tier:*~fast', 'discount:azure~1.5', 'cache:*~2', 'nonsense', 'tier:*~batch@1.5', 'volume:*~-1'])(
  '%s is none',
  (text) => expect(readAssumption(text)).toBeNull(),
);
