import { describe, expect, test } from 'vitest';
import type { Fields } from '../types';
import { plainEvent, plainEvents } from './plain';

const least = { time: '2026-11-02T10:00:00Z', model: 'gpt-4o', channel: 'openai', input_tokens: '100', output_tokens: '10' };
const read = (more: Fields = {}) => plainEvent({ ...least, ...more }, {});

test('every documented column, out of a file or as JSON', () => {
  const row = {
    time: '2026-11-02T10:00:00+01:00',
    event_id: 'e-1',
    task_id: 'T-7',
    task_type: 'ticket',
    customer: 'c-1',
    user: 'dana@example.org',
    agent: 'triage',
    feature: 'help',
    team: 'support',
    outcome: 'success',
    channel: 'azure',
    account: 'acme-prod',
    model: 'gpt-4o',
    region: 'EastUS2',
    deployment: 'data_zone',
    tier: 'batch',
    operation: 'chat',
    api_key: 'search-prod',
    source: 'our gateway',
    input_tokens: '1',
    cached_input_tokens: '2',
    cache_write_5m_tokens: '3',
    cache_write_1h_tokens: '4',
    output_tokens: '5',
    reasoning_tokens: '6',
    input_audio_tokens: '7',
    output_audio_tokens: '8',
    input_image_tokens: '9',
    output_image_tokens: '10',
    total_tokens: '55',
    requests: '2',
    latency_ms: '1234.5',
    cost_estimate: '0.0125',
    currency: 'eur',
  };
  const event = plainEvent(row, {});
  expect(event).toEqual({
    id: 'e-1',
    at: '2026-11-02T09:00:00.000Z',
    source: 'our gateway',
    channel: 'azure',
    vendor: 'openai',
    model: 'gpt-4o',
    region: 'eastus2',
    deployment: 'data_zone',
    tier: 'batch',
    account: 'acme-prod',
    apiKey: 'search-prod',
    operation: 'chat',
    taskId: 'T-7',
    taskType: 'ticket',
    customer: 'c-1',
    user: expect.stringMatching(/^person-[0-9a-f]{16}$/),
    agent: 'triage',
    feature: 'help',
    team: 'support',
    outcome: 'success',
    durationMs: 1235,
    requests: 2,
    tokens: {
      input: 1,
      cached_input: 2,
      cache_write_5m: 3,
      cache_write_1h: 4,
      output: 5,
      reasoning: 6,
      input_audio: 7,
      output_audio: 8,
      input_image: 9,
      output_image: 10,
    },
    estimate: { amount: '0.0125', currency: 'EUR' },
    flags: [],
  });
  const numbers = Object.fromEntries(Object.entries(row).map(([k, v]) => [k, /^[\d.]+$/.test(v) ? Number(v) : v]));
  expect(plainEvent(numbers, {})).toEqual(event);
});

describe('the tokens', () => {
  test('all that was written to the cache is for five minutes unless the parts are said', () => {
    expect(read({ cache_write_tokens: 30 }).tokens.cache_write_5m).toBe(30);
    const parts = { cache_write_5m_tokens: 10, cache_write_1h_tokens: 20 };
    expect(read({ cache_write_tokens: 30, ...parts }).tokens).toMatchObject({ cache_write_5m: 10, cache_write_1h: 20 });
    expect(() => read({ cache_write_tokens: 40, ...parts })).toThrow(expect.objectContaining({ column: 'cache_write_tokens' }));
  });

  test('a total that they do not give is flagged', () => {
    expect(read({ total_tokens: 110 }).flags).toEqual([]);
    expect(read({ total_tokens: 111 }).flags).toEqual(['the parts give 110 tokens, the source says 111']);
  });
});

test.each([
  ['time', 'yesterday'],
  ['time', ''],
  ['time', '2026-02-31'],
  ['channel', 'the cloud'],
  ['deployment', 'somewhere'],
  ['tier', 'turbo'],
  ['outcome', 'perhaps'],
  ['currency', 'dollars'],
  ['cost_estimate', '$1'],
  ['latency_ms', 'long'],
  ['requests', '1.5'],
  ['input_tokens', '-1'],
  ['cached_input_tokens', 'many'],
  ['cache_write_tokens', '1,000'],
  ['reasoning_tokens', '0.5'],
  ['total_tokens', 'x'],
])('%s "%s" is refused by its name', (column, value) =>
  expect(() => read({ [column]: value })).toThrow(expect.objectContaining({ column })),
);

test.each(['standard', 'Default', 'auto', 'on demand', ''])('"%s" is the standard tier', (tier) =>
  expect(read({ tier }).tier).toBe('standard'),
);

test('an id that is made of the row is the same for the same row, whatever the order of its columns', () => {
  const reversed = Object.fromEntries(Object.entries(least).reverse());
  expect(plainEvent(reversed, {}).id).toBe(read().id);
  expect(read({ output_tokens: '11' }).id).not.toBe(read().id);
});

test('a key in the wrong column is hashed', () => expect(read({ api_key: 'sk-abc' }).apiKey).toMatch(/^key-[0-9a-f]{16}$/));

test('it is known by its time and any count of tokens', () => {
  expect(plainEvents.recognise({ time: '', input_image_tokens: '' }, true)).toBe(true);
  expect(plainEvents.recognise({ time: '', amount: '' }, true)).toBe(false);
});
