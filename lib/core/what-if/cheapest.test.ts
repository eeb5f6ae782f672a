import { describe, expect, test } from 'vitest';
import { PriceBook } from '../pricing/price-book';
import type { RateCard } from '../pricing/types';
import { readAssumption } from './assumptions';
import { type CheapestOptions, cheapestAlternatives, noneText } from './cheapest';
import type { Conditions } from './conditions';
import { runScenario } from './scenario';
import type { UsageCell } from './usage-cell';

const card = (model: string, channel: RateCard['channel'], input: string, change: Partial<RateCard> = {}): RateCard => ({
  ...{ model, channel, vendor: null, region: null, deployment: null, tier: 'standard', currency: 'USD' },
  ...{ validFrom: null, validTo: null, source: 'test', isOwn: false, bands: [{ above: 0, rates: { input, output: input } }] },
  ...change,
});
const cell = (change: Partial<UsageCell> = {}): UsageCell => ({
  ...{ day: '2026-11-02', taskType: 'answer', channel: 'openai', model: 'big', region: null, deployment: null, tier: 'standard' },
  ...{ events: 10, requests: 10, inTasks: 10, unpriced: 0, tokens: { input: 900_000, output: 100_000 }, list: '4', currency: 'USD' },
  ...change,
});
const anything: Conditions = { zones: [], noPreview: false, policy: null, vendorOf: () => null, contextOf: () => null };
const cards = [card('big', 'openai', '4'), card('big', 'azure', '3'), card('small', 'openai', '1'), card('small', 'bedrock', '1')];
const small = cell({ taskType: 'sort', model: 'small', list: '1' });
const ask = (cells: UsageCell[], change: Partial<CheapestOptions> = {}, more: RateCard[] = []) =>
  cheapestAlternatives(cells, {
    book: new PriceBook([...cards, ...more]),
    conditions: anything,
    judge: () => ({ worse: null, isProven: false }),
    day: '2026-11-30',
    ...change,
  });

describe('the cheapest alternative of a task type', () => {
  test('is the main model elsewhere, or a model that is in use for anything', () => {
    const [alone] = ask([cell()]);
    expect(alone?.best).toMatchObject({
      model: 'big',
      channel: 'azure',
      cost: '3',
      saving: '1',
      change: 0.25,
      assumptions: ['channel:*~azure'],
    });
    const [answer, sort] = ask([cell(), small]);
    expect(answer?.best).toMatchObject({ model: 'small', channel: null, cost: '1', saving: '3', assumptions: ['model:*~small'] });
    expect(answer?.proven).toMatchObject({ model: 'big', channel: 'azure' }); // the same model needs no proof
    expect(ask([cell(), small], { judge: () => ({ worse: null, isProven: true }) })[0]?.proven).toEqual(answer?.best);
    expect(sort).toMatchObject({ taskType: 'sort', best: null, ruledOut: null });
  });
  test('is what What-if says of the same assumptions, days and price changes included', () => {
    const more = [card('small', 'azure', '0.5', { validTo: '2026-11-03' }), card('small', 'azure', '0.75', { validFrom: '2026-11-03' })];
    const cells = ['02', '03', '04'].map((d) => cell({ day: `2026-11-${d}` }));
    const [answer] = ask([...cells, small], {}, more);
    const assumptions = (answer?.best?.assumptions ?? []).flatMap((text) => readAssumption(text) ?? []);
    expect(answer?.best).toMatchObject({ model: 'small', channel: 'azure', cost: '2' });
    expect(runScenario(cells, assumptions, new PriceBook([...cards, ...more])).totals[0]?.scenario).toBe('2');
  });
  test('never breaks a condition; what would be cheaper and does is named with why', () => {
    const [byPolicy] = ask([cell(), small], {
      conditions: { ...anything, policy: { vendors: [], models: ['big'], regions: [], channels: [] } },
    });
    expect(byPolicy).toMatchObject({
      best: { model: 'big', channel: 'azure' },
      ruledOut: { model: 'small', why: ['model small is not approved'] },
    });
    const [byContext] = ask([cell(), small], { conditions: { ...anything, contextOf: (m) => (m === 'small' ? 50_000 : null) } });
    expect(byContext).toMatchObject({ best: { model: 'big' }, ruledOut: { why: ['small reads at most 50,000 tokens'] } });
    const [byRuns] = ask([cell(), small], {
      judge: (type, from, to) => ({ worse: `${type}: ${to} fails more than ${from}`, isProven: false }),
    });
    expect(byRuns).toMatchObject({ best: { model: 'big' }, ruledOut: { why: ['answer: small fails more than big'] } });
  });
  test('stays in the part of the world it runs in, and goes to a preview only from one', () => {
    const inEurope = cell({ channel: 'bedrock', region: 'eu-west-1', deployment: 'in_region' });
    const [europe] = ask([inEurope, small], {}, [
      card('big', 'bedrock', '4'),
      card('small', 'bedrock', '2', { region: 'eu', deployment: 'in_region' }),
    ]);
    expect(europe).toMatchObject({ zones: ['eu'], best: { model: 'small', channel: null, saving: '2' } });
    expect(europe?.ruledOut).toMatchObject({ channel: 'openai', why: ['small on openai: the region is not said, EU cannot be promised'] });
    const preview = cell({ taskType: 'sort', model: 'next-preview', list: '0.1' });
    const [answer] = ask([cell(), preview], {}, [card('next-preview', 'openai', '0.1')]);
    expect(answer).toMatchObject({ best: { model: 'big', channel: 'azure' }, ruledOut: { why: ['next-preview is a preview'] } });
  });
  test('prices every call or is none; calls without a price are on neither side', () => {
    const priceless = cell({ taskType: 'sort', model: 'embed', list: '0.1' });
    const [answer] = ask([cell({ channel: 'azure', list: '3' }), priceless], {}, [
      card('embed', 'azure', '0', { bands: [{ above: 0, rates: { input: '0.1' } }] }),
    ]);
    expect(answer).toMatchObject({ best: null, ruledOut: null, places: { asked: 2, unpriced: 0 } }); // what gives no answers is no place
    const [partly] = ask([cell(), cell({ list: null, unpriced: 10 })]);
    expect(partly).toMatchObject({ leftOut: 10, best: { saving: '1' }, from: { events: 10, inTasks: 10 } });
    expect(ask([cell({ list: null, unpriced: 10 })])).toEqual([]);
  });
  test('a place that cannot be priced is counted, and is none that is not cheaper', () => {
    const writes = { input: 800_000, cache_write_5m: 100_000, output: 100_000 };
    const rates = { input: '4', cached_input: '1', cache_write_5m: '4', output: '4' };
    const big = card('big', 'anthropic', '4', { bands: [{ above: 0, rates }] });
    const book = new PriceBook([big, card('small', 'mistral', '1')]);
    const moved = cell({ channel: 'anthropic', tokens: writes });
    const other = cell({ taskType: 'sort', model: 'small', channel: 'mistral', list: '1' });
    const [answer, sort] = ask([moved, other], { book });
    expect(answer).toMatchObject({ best: null, ruledOut: null, places: { asked: 2, unpriced: 1 } });
    expect([answer, sort].map((a) => a && noneText(a.places))).toEqual(['1 of 2 places cannot be priced', 'none cheaper']);
    const free = new PriceBook([
      big,
      card('small', 'openai', '1', { bands: [{ above: 0, rates: { input: '1', cached_input: '0.5', output: '1' } }] }),
    ]);
    expect(ask([moved, other], { book: free })[0]).toMatchObject({ best: { model: 'small', channel: 'openai', cost: '1' } });
  });
});
