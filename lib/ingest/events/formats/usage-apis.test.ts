import { describe, expect, test } from 'vitest';
import { allTokens } from '../../../core/usage/tokens';
import type { EventChoices, EventFormat, Fields } from '../types';
import { anthropicTokensCsv, anthropicUsage } from './anthropic';
import { eventFormats } from './index';
import { openaiUsage, openaiUsageCsv } from './openai';
import { burstGpt, openrouterActivity, workloadTrace } from './others';

const day = Date.UTC(2026, 10, 2) / 1000;
const openaiPage = (result: Fields) => ({
  object: 'page',
  data: [
    {
      object: 'bucket',
      start_time: day,
      end_time: day + 86_400,
      results: [{ object: 'organization.usage.completions.result', ...result }],
    },
    { object: 'bucket', start_time: day + 86_400, end_time: day + 172_800, results: [] },
  ],
});
const one = (format: EventFormat, item: Fields, choices: EventChoices = {}) => {
  const { events } = format.read(item, choices);
  expect(events).toHaveLength(1);
  return events[0];
};

describe('the usage API of OpenAI', () => {
  test('cached and written tokens lie inside the input; the parts by modality are not extra', () => {
    const event = one(
      openaiUsage,
      openaiPage({
        input_tokens: 1000,
        input_cached_tokens: 400,
        input_cache_write_tokens: 100,
        input_uncached_tokens: 500,
        input_text_tokens: 450,
        input_audio_tokens: 50,
        input_cached_text_tokens: 400,
        output_tokens: 500,
        output_text_tokens: 450,
        output_audio_tokens: 50,
        num_model_requests: 5,
        model: 'gpt-4o',
        project_id: 'proj_a',
        user_id: 'user-1',
      }),
    );
    expect(event?.tokens).toEqual({
      input: 450,
      cached_input: 400,
      cache_write_5m: 100,
      input_audio: 50,
      output: 450,
      output_audio: 50,
    });
    expect(allTokens(event?.tokens ?? {})).toBe(1500);
    expect(event).toMatchObject({
      at: '2026-11-02T00:00:00.000Z',
      channel: 'openai',
      account: 'proj_a',
      requests: 5,
      taskId: null,
      flags: [],
    });
    expect(event?.user).toMatch(/^person-/);
  });

  test('audio that is cached as well is not counted twice', () => {
    const event = one(openaiUsage, openaiPage({ input_tokens: 400, input_cached_tokens: 390, input_audio_tokens: 50, output_tokens: 0 }));
    expect(event?.tokens).toEqual({ cached_input: 390, input_audio: 10 });
  });

  test('a part larger than the whole is refused; parts that miss the whole are flagged', () => {
    expect(() => openaiUsage.read(openaiPage({ input_tokens: 10, input_cached_tokens: 20 }), {})).toThrow(
      expect.objectContaining({ column: 'input_cached_tokens' }),
    );
    expect(one(openaiUsage, openaiPage({ input_tokens: 1000, input_cached_tokens: 400, input_uncached_tokens: 500 }))?.flags).toEqual([
      'the parts give 900 input tokens, the source says 1000',
    ]);
  });

  test('batch and service tiers', () => {
    const tierOf = (more: Fields) => one(openaiUsage, openaiPage({ input_tokens: 1, ...more }))?.tier;
    expect([{ batch: true }, { batch: 'true' }, { service_tier: 'flex' }, { service_tier: 'default' }, {}].map(tierOf)).toEqual([
      'batch',
      'batch',
      'flex',
      'standard',
      'standard',
    ]);
  });

  test('other endpoints count requests, images and searches', () => {
    const page = openaiPage({ object: 'organization.usage.images.result', images: 2, num_model_requests: 2, size: '1024x1024' });
    expect(openaiUsage.read(page, {})).toMatchObject({
      quantities: { images: 2, num_model_requests: 2 },
      events: [{ tokens: {}, operation: 'images' }],
    });
  });

  test('a file of the dashboard without any use is skipped', () => {
    const row = { start_time: String(day), end_time: String(day + 86_400), start_time_iso: 'x', end_time_iso: 'x' };
    expect(openaiUsageCsv.recognise(row, true)).toBe(true);
    expect(openaiUsageCsv.read(row, {})).toEqual({ events: [], skipped: 1 });
  });
});

describe('Anthropic', () => {
  const page = {
    data: [
      {
        starting_at: '2026-11-02T00:00:00Z',
        ending_at: '2026-11-03T00:00:00Z',
        results: [
          {
            uncached_input_tokens: 1500,
            cache_creation: { ephemeral_1h_input_tokens: 1000, ephemeral_5m_input_tokens: 500 },
            cache_read_input_tokens: 200,
            output_tokens: 500,
            server_tool_use: { web_search_requests: 10 },
            model: 'claude-sonnet-4-5-20250929',
            service_tier: 'batch',
            workspace_id: 'wrkspc_1',
            api_key_id: 'apikey_1',
          },
        ],
      },
    ],
  };
  test('the report: input is what was neither read from nor written to the cache', () => {
    expect(anthropicUsage.recognise(page, false)).toBe(true);
    const event = one(anthropicUsage, page);
    expect(event?.tokens).toEqual({ input: 1500, cached_input: 200, cache_write_5m: 500, cache_write_1h: 1000, output: 500 });
    expect(event).toMatchObject({ channel: 'anthropic', vendor: 'anthropic', tier: 'batch', account: 'wrkspc_1', apiKey: 'apikey_1' });
    expect(anthropicUsage.read(page, {}).quantities).toEqual({ webSearchRequests: 10 });
  });

  test("the console's file, with and without its last columns", () => {
    const row = {
      usage_date_utc: '2026-11-02',
      model_version: 'claude-sonnet-4-5-20250929',
      api_key: 'search-prod',
      workspace: 'Search',
      usage_type: 'standard',
      context_window: '≤ 200k',
      usage_input_tokens_no_cache: '100',
      usage_input_tokens_cache_write_5m: '20',
      usage_input_tokens_cache_write_1h: '30',
      usage_input_tokens_cache_read: '400',
      usage_output_tokens: '50',
      web_search_count: '3',
    };
    expect(anthropicTokensCsv.recognise(row, true)).toBe(true);
    const tokens = { input: 100, cached_input: 400, cache_write_5m: 20, cache_write_1h: 30, output: 50 };
    expect(one(anthropicTokensCsv, row)).toMatchObject({ tokens, account: 'Search', deployment: null, tier: 'standard' });
    expect(one(anthropicTokensCsv, { ...row, inference_geo: 'us', speed: 'fast' })).toMatchObject({
      tokens,
      deployment: 'geo',
      tier: 'latency_optimized',
    });
  });
});

describe('others', () => {
  test('OpenRouter: reasoning lies inside the completion, the money is an estimate', () => {
    const row = {
      Date: '2026-11-02',
      Slug: 'openai/gpt-4o',
      Usage: '1.25',
      Requests: '3',
      'Prompt Tokens': '1000',
      'Completion Tokens': '200',
      'Reasoning Tokens': '150',
    };
    expect(openrouterActivity.recognise(row, true)).toBe(true);
    expect(one(openrouterActivity, row)).toMatchObject({
      channel: 'openrouter',
      model: 'gpt-4o',
      requests: 3,
      tokens: { input: 1000, output: 50, reasoning: 150 },
      estimate: { amount: '1.25', currency: 'USD' },
    });
  });

  test('public traces: what the file does not say, a person says', () => {
    const row = { TIMESTAMP: '2023-11-16 18:17:03.9799600', ContextTokens: '4808', GeneratedTokens: '10' };
    expect(one(workloadTrace, row, { channel: 'azure', model: 'gpt-4o', taskType: 'code completion', team: 'ide' })).toMatchObject({
      at: '2023-11-16T18:17:03.979Z',
      channel: 'azure',
      model: 'gpt-4o',
      taskType: 'code completion',
      team: 'ide',
      tokens: { input: 4808, output: 10 },
    });
    const seconds = { Timestamp: '5', Model: 'ChatGPT', 'Request tokens': '472', 'Response tokens': '18', 'Total tokens': '490' };
    expect(one(burstGpt, seconds, { startDate: '2026-11-01' })).toMatchObject({
      at: '2026-11-01T00:00:05.000Z',
      tokens: { input: 472, output: 18 },
    });
    expect(() => burstGpt.read({ ...seconds, Timestamp: 'soon' }, { startDate: '2026-11-01' })).toThrow(
      expect.objectContaining({ column: 'Timestamp' }),
    );
  });
});

test('every format has a name of its own', () => {
  expect(new Set(eventFormats.map((f) => f.id)).size).toBe(eventFormats.length);
});
