import { describe, expect, test } from 'vitest';
import type { UsageEvent } from '../../../core/usage/event';
import type { EventChoices, Fields } from '../types';
import { litellmCallback, litellmSpend } from './litellm';

const row = (more: Fields = {}): Fields => ({
  request_id: 'chatcmpl-1',
  call_type: 'acompletion',
  api_key: '88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b',
  spend: 0.0123,
  prompt_tokens: 1000,
  completion_tokens: 200,
  total_tokens: 1200,
  startTime: '2026-11-02T10:00:00.250Z',
  endTime: '2026-11-02T10:00:02.000Z',
  model: 'gpt-4o',
  custom_llm_provider: 'openai',
  metadata: {},
  request_tags: [],
  cache_hit: 'False',
  ...more,
});
const read = (fields: Fields, choices: EventChoices = {}) => litellmSpend.read(fields, choices).events[0] as UsageEvent;
const withUsage = (usage: Fields, more: Fields = {}) => read(row({ metadata: { usage_object: usage }, ...more }));

describe('token kinds are disjoint and add up to what was reported', () => {
  test('cached tokens of OpenAI lie inside the prompt', () => {
    const { tokens, flags } = withUsage({ prompt_tokens_details: { cached_tokens: 640 } });
    expect(tokens).toEqual({ input: 360, cached_input: 640, output: 200 });
    expect(flags).toEqual([]);
  });

  test('a place that says 0 does not hide the one that knows', () => {
    expect(withUsage({ cache_read_input_tokens: 0, prompt_tokens_details: { cached_tokens: 640 } }).tokens).toEqual({
      input: 360,
      cached_input: 640,
      output: 200,
    });
  });

  test('cache reads and writes of Anthropic lie inside the prompt, those for an hour apart', () => {
    const usage = { cache_read_input_tokens: 500, cache_creation_input_tokens: 300, cache_creation: { ephemeral_1h_input_tokens: 100 } };
    const { tokens, flags } = withUsage(usage, { model: 'claude-sonnet-4-5', custom_llm_provider: 'anthropic' });
    expect(tokens).toEqual({ input: 200, cached_input: 500, cache_write_5m: 200, cache_write_1h: 100, output: 200 });
    expect(flags).toEqual([]);
  });

  test('the kinds of cache writes are found where LiteLLM itself puts them', () => {
    const details = {
      cached_tokens: 500,
      cache_creation_tokens: 300,
      cache_creation_token_details: { ephemeral_5m_input_tokens: 0, ephemeral_1h_input_tokens: 300 },
    };
    expect(withUsage({ prompt_tokens_details: details }).tokens).toEqual({
      input: 200,
      cached_input: 500,
      cache_write_1h: 300,
      output: 200,
    });
  });

  test('reasoning lies inside the completion', () => {
    expect(withUsage({ completion_tokens_details: { reasoning_tokens: 150 } }).tokens).toEqual({ input: 1000, output: 50, reasoning: 150 });
  });

  test('audio lies inside both', () => {
    const usage = { prompt_tokens_details: { audio_tokens: 100 }, completion_tokens_details: { audio_tokens: 40 } };
    expect(withUsage(usage).tokens).toEqual({ input: 900, input_audio: 100, output: 160, output_audio: 40 });
  });

  test('older versions keep the split elsewhere, or as text in a column', () => {
    const values = { cache_read_input_tokens: 640 };
    expect(read(row({ metadata: { additional_usage_values: values } })).tokens.cached_input).toBe(640);
    expect(read(row({ metadata: JSON.stringify({ usage_object: values }) })).tokens.cached_input).toBe(640);
  });

  test('a total that the parts do not give is flagged', () => {
    expect(read(row({ total_tokens: 1500 })).flags).toEqual(['the parts give 1200 tokens, the source says 1500']);
  });

  test('more cached tokens than prompt stand beside it, flagged', () => {
    const { tokens, flags } = withUsage({ cache_read_input_tokens: 5000 }, { total_tokens: 6200 });
    expect(tokens).toEqual({ input: 1000, cached_input: 5000, output: 200 });
    expect(flags).toEqual(['cached tokens are more than the input that should include them']);
  });

  test('more audio than prompt is not counted beyond it', () => {
    const { tokens, flags } = withUsage({ prompt_tokens_details: { cached_tokens: 950, audio_tokens: 100 } });
    expect(tokens).toEqual({ cached_input: 950, input_audio: 50, output: 200 });
    expect(flags).toHaveLength(1);
  });

  test("an answer out of the gateway's own cache used no tokens", () => {
    expect(read(row({ cache_hit: 'True', total_tokens: 99 }))).toMatchObject({ tokens: {}, flags: [], requests: 1 });
  });
});

test('a retry is a call of its own in the same task', () => {
  const session = { session_id: 'task-1' };
  const failed = read(row({ ...session, status: 'failure', prompt_tokens: 0, completion_tokens: 0, total_tokens: 0, spend: 0 }));
  const again = read(row({ ...session, request_id: 'chatcmpl-2', status: 'success' }));
  expect(failed).toMatchObject({ outcome: 'failure', tokens: {}, taskId: 'task-1' });
  expect(again).toMatchObject({ outcome: 'success', taskId: 'task-1' });
  expect(failed.id).not.toBe(again.id);
});

test('what the metadata says of the work', () => {
  const own = {
    task: 'ticket',
    task_run_id: 'T-7',
    feature: 'help',
    customer: 'c-1',
    agent: 'triage',
    outcome: 'resolved',
    account: 'proj_a',
  };
  expect(read(row({ metadata: { spend_logs_metadata: own }, request_tags: '["User-Agent: curl", "team:search"]' }))).toMatchObject({
    source: 'litellm',
    channel: 'openai',
    vendor: 'openai',
    model: 'gpt-4o',
    taskType: 'ticket',
    taskId: 'T-7',
    feature: 'help',
    customer: 'c-1',
    agent: 'triage',
    account: 'proj_a',
    team: 'search',
    outcome: 'success',
    durationMs: 1750,
    estimate: { amount: '0.0123', currency: 'USD' },
  });
});

test('a tiny cost stays exact', () => expect(read(row({ spend: 1.5e-7 })).estimate?.amount).toBe('0.00000015'));

describe('people, keys and words', () => {
  test('the name of a person is hashed, kept or dropped, as was chosen', () => {
    const said = row({ user: 'Dana.Okafor@example.org', end_user: 'buyer@example.com' });
    const { user, customer } = read(said);
    expect(user).toMatch(/^person-[0-9a-f]{16}$/);
    expect(customer).toMatch(/^person-[0-9a-f]{16}$/);
    expect(read(row({ user: 'dana.okafor@EXAMPLE.org' })).user).toBe(user);
    expect(read(said, { people: 'keep' })).toMatchObject({ user: 'Dana.Okafor@example.org', customer: 'buyer@example.com' });
    expect(read(said, { people: 'drop' })).toMatchObject({ user: null, customer: null });
    expect(read(row({ end_user: 'acme-4711' })).customer).toBe('acme-4711');
  });

  test.each(['sk-proj-abcdef0123456789', 'AKIAIOSFODNN7EXAMPLE', 'gsk_0123456789'])('%s is a key and is hashed', (key) => {
    const event = read(row({ api_key: key, request_id: null }));
    expect(event.apiKey).toMatch(/^key-[0-9a-f]{16}$/);
    expect(JSON.stringify(event)).not.toContain(key);
  });

  test('prompts and answers are nowhere in the event', () => {
    const secret = 'PRIVATE WORDS';
    const event = read(
      row({
        messages: [{ role: 'user', content: secret }],
        response: { choices: [{ message: { content: secret } }] },
        proxy_server_request: { body: secret },
        metadata: { prompt: secret, usage_object: { text: secret } },
      }),
    );
    expect(JSON.stringify(event)).not.toContain(secret);
  });
});

test('a call on Bedrock is one on Bedrock, with how it is routed', () => {
  const event = read(row({ model: 'bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0', custom_llm_provider: 'bedrock' }));
  expect(event).toMatchObject({ channel: 'bedrock', vendor: 'anthropic', model: 'claude-sonnet-4-5-20250929', deployment: 'geo' });
});

test('a count that is none is refused by its column', () => {
  expect(() => read(row({ prompt_tokens: -5 }))).toThrow(expect.objectContaining({ column: 'prompt_tokens' }));
  expect(() => read(row({ startTime: '2026-02-31T00:00:00Z' }))).toThrow(expect.objectContaining({ column: 'startTime' }));
});

describe('what the callback sends', () => {
  const payload = {
    id: 'chatcmpl-9',
    trace_id: 'trace-1',
    call_type: 'acompletion',
    response_cost: 0.002,
    status: 'success',
    prompt_tokens: 1000,
    completion_tokens: 200,
    total_tokens: 1200,
    startTime: 1793613600.5,
    endTime: 1793613602.5,
    model: 'azure/gpt-4o',
    custom_llm_provider: 'azure',
    api_base: 'https://acme-prod.openai.azure.com/',
    end_user: '',
    metadata: {
      user_api_key_team_alias: 'search',
      user_api_key_alias: 'search-prod',
      usage_object: { prompt_tokens_details: { cached_tokens: 640 } },
      spend_logs_metadata: { task: 'answer' },
    },
    model_map_information: {},
    messages: [{ role: 'user', content: 'PRIVATE WORDS' }],
    response: { choices: [] },
  };

  test.each([
    ['alone', payload],
    ['inside the arguments of a callback', { standard_logging_object: payload, messages: ['PRIVATE WORDS'] }],
  ])('%s', (_, item) => {
    expect(litellmCallback.recognise(item, false)).toBe(true);
    const [event] = litellmCallback.read(item, {}).events;
    expect(event).toMatchObject({
      id: 'chatcmpl-9',
      at: '2026-11-02T10:00:00.500Z',
      channel: 'azure',
      model: 'gpt-4o',
      account: 'acme-prod',
      team: 'search',
      apiKey: 'search-prod',
      taskId: 'trace-1',
      taskType: 'answer',
      durationMs: 2000,
      tokens: { input: 360, cached_input: 640, output: 200 },
      estimate: { amount: '0.002', currency: 'USD' },
    });
    expect(JSON.stringify(event)).not.toContain('PRIVATE');
  });
});
