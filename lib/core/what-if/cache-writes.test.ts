import { expect, test } from 'vitest';
import { PriceBook } from '../pricing/price-book';
import type { RateCard } from '../pricing/types';
import { type Assumption, readAssumption } from './assumptions';
import { writesAsInput } from './cache-writes';
import { runScenario } from './scenario';
import type { UsageCell } from './usage-cell';

const card = (model: string, channel: RateCard['channel'], vendor: string | null, rates: RateCard['bands'][number]['rates']): RateCard => ({
  ...{ model, channel, vendor, region: null, deployment: null, tier: 'standard', currency: 'USD' },
  ...{ validFrom: null, validTo: null, source: 'test', isOwn: false, bands: [{ above: 0, rates }] },
});
const self = { input: '1', cached_input: '0.1', output: '4' };
const cards = {
  mini: card('mini', 'openai', 'openai', self),
  onAzure: card('mini', 'azure', 'openai', self),
  gemini: card('flash', 'vertex', 'google', self),
  claude: card('haiku', 'anthropic', 'anthropic', { ...self, cache_write_5m: '1.25', cache_write_1h: '2' }),
  claudeOnVertex: card('haiku', 'vertex', 'anthropic', self),
  claudeOnAzure: card('haiku', 'azure', null, self),
  onBedrock: card('mini', 'bedrock', 'openai', self),
  writes: card('new', 'openai', 'openai', { ...self, cache_write_5m: '1.25' }),
  writesOnAzure: card('new', 'azure', 'openai', self),
  uncached: card('old', 'openai', 'openai', { input: '1', output: '4' }),
};
const book = new PriceBook(Object.values(cards));
const tokens = { input: 1_000_000, cached_input: 2_000_000, cache_write_5m: 500_000, cache_write_1h: 100_000, output: 250_000 };
const cell = (change: Partial<UsageCell> = {}): UsageCell => ({
  ...{ day: '2026-10-02', taskType: 'support answer', channel: 'anthropic', model: 'haiku', region: null, deployment: null },
  ...{ tier: 'standard', events: 7, requests: 7, inTasks: 7, unpriced: 0, tokens, list: '3.025', currency: 'USD' },
  ...change,
});
const run = (cells: UsageCell[], texts: string[], priceDay: string | null = null) =>
  runScenario(
    cells,
    texts.map((t) => readAssumption(t) as Assumption),
    book,
    { priceDay },
  );

test.each(['mini', 'onAzure', 'gemini'] as const)('%s caches by itself: writes are input', (name) => {
  expect(writesAsInput(tokens, cards[name], book)?.tokens).toEqual({ input: 1_600_000, cached_input: 2_000_000, output: 250_000 });
});
test.each(['claude', 'claudeOnVertex', 'claudeOnAzure', 'onBedrock', 'writes', 'writesOnAzure', 'uncached'] as const)(
  '%s may bill writes: nothing is assumed of them',
  (name) => expect(writesAsInput(tokens, cards[name], book)).toBeNull(),
);
test('where nothing was written nothing is assumed', () => {
  expect(writesAsInput({ input: 1, cached_input: 1 }, cards.mini, book)).toBeNull();
});

test('a move away from Claude is priced, and says what it took writes for', () => {
  const { totals, unpriced, assumed } = run([cell()], ['model:*~mini', 'channel:*~openai']);
  expect(totals).toMatchObject([{ actual: '3.025', scenario: '2.8', events: 7 }]); // 1.6 of input, 0.2 cached, 1 of output
  expect(unpriced).toEqual([]);
  expect(assumed).toEqual([{ words: 'cache writes count as input: mini on OpenAI bills none', events: 7 }]);
});
test('use that stays where it is keeps its kinds: what has no price there has none on another day either', () => {
  const there = cell({ model: 'mini', channel: 'openai' });
  expect(run([there], [], '2026-10-01')).toMatchObject({
    totals: [],
    assumed: [],
    unpriced: [{ events: 7, why: 'mini on openai has no price for cache write 5m, cache write 1h' }],
  });
  expect(run([there], ['tokens:*~1.1'])).toMatchObject({ totals: [], unpriced: [{ events: 7 }] });
});
test('a model that bills writes on its vendor’s channel gives none away on another', () => {
  expect(run([cell()], ['model:*~new', 'channel:*~azure'])).toMatchObject({ totals: [], assumed: [], unpriced: [{ events: 7 }] });
});
