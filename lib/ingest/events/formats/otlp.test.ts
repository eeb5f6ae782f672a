import protobuf from 'protobufjs';
import { describe, expect, test } from 'vitest';
import { decodeTraces } from '../otlp-protobuf';
import type { EventChoices, Fields } from '../types';
import { CoveredSpans, otlpTraces, readSpans } from './otlp';

const trace = '5b8efff798038103d269b633813fc60c';
const start = '1793613600000000000';
type Value = string | number | boolean;
const anyValue = (v: Value): Fields =>
  typeof v === 'string'
    ? { stringValue: v }
    : typeof v === 'boolean'
      ? { boolValue: v }
      : Number.isInteger(v)
        ? { intValue: String(v) }
        : { doubleValue: v };
const attributesOf = (attributes: Record<string, Value>) => Object.entries(attributes).map(([key, v]) => ({ key, value: anyValue(v) }));
const span = (id: string, attributes: Record<string, Value>, more: Fields = {}): Fields => ({
  traceId: trace,
  spanId: id.padStart(16, '0'),
  name: 'chat',
  startTimeUnixNano: start,
  endTimeUnixNano: '1793613601750900000',
  attributes: attributesOf(attributes),
  ...more,
});
const below = (id: string) => ({ parentSpanId: id.padStart(16, '0') });
const request = (spans: Fields[], resource: Record<string, Value> = {}): Fields => ({
  resourceSpans: [{ resource: { attributes: attributesOf(resource) }, scopeSpans: [{ scope: { name: 'x' }, spans }] }],
});
const read = (spans: Fields[], choices: EventChoices = {}) => otlpTraces.read(request(spans), choices);
const tokensOf = (attributes: Record<string, Value>) => read([span('a', attributes)]).events[0]?.tokens;
const used = { 'gen_ai.operation.name': 'chat', 'gen_ai.usage.input_tokens': 100, 'gen_ai.usage.output_tokens': 10 };

describe('the same call in the words of', () => {
  const wanted = { input: 60, cached_input: 40, output: 7, reasoning: 3 };
  test.each([
    [
      'the newest conventions',
      {
        'gen_ai.usage.input_tokens': 100,
        'gen_ai.usage.output_tokens': 10,
        'gen_ai.usage.cache_read.input_tokens': 40,
        'gen_ai.usage.reasoning.output_tokens': 3,
      },
    ],
    [
      'older conventions',
      {
        'gen_ai.usage.prompt_tokens': 100,
        'gen_ai.usage.completion_tokens': 10,
        'gen_ai.usage.cache_read_input_tokens': 40,
        'gen_ai.usage.details.reasoning_tokens': 3,
      },
    ],
    [
      'OpenInference',
      {
        'llm.token_count.prompt': 100,
        'llm.token_count.completion': 10,
        'llm.token_count.total': 110,
        'llm.token_count.prompt_details.cache_read': 40,
        'llm.token_count.completion_details.reasoning': 3,
      },
    ],
    [
      'the AI SDK',
      {
        'ai.usage.promptTokens': 100,
        'ai.usage.completionTokens': 10,
        'ai.usage.cachedInputTokens': 40,
        'ai.usage.reasoningTokens': 3,
      },
    ],
  ])('%s', (_, attributes) => expect(tokensOf(attributes)).toEqual(wanted));
});

test('what was written to the cache lies inside the input', () => {
  expect(tokensOf({ ...used, 'gen_ai.usage.cache_creation.input_tokens': 30, 'gen_ai.usage.cache_read.input_tokens': 50 })).toEqual({
    input: 20,
    cached_input: 50,
    cache_write_5m: 30,
    output: 10,
  });
});

test('more cached tokens than input stand beside it, flagged', () => {
  const [event] = read([span('a', { ...used, 'gen_ai.usage.cache_read.input_tokens': 4000 })]).events;
  expect(event?.tokens).toEqual({ input: 100, cached_input: 4000, output: 10 });
  expect(event?.flags).toHaveLength(1);
});

test('a call in all its fields', () => {
  const attributes = {
    ...used,
    'gen_ai.provider.name': 'azure.ai.openai',
    'gen_ai.request.model': 'gpt-4o',
    'gen_ai.response.model': 'gpt-4o-2024-08-06',
    'server.address': 'acme-prod.openai.azure.com',
    'openai.response.service_tier': 'priority',
    'task.type': 'ticket',
    'task.id': 'T-7',
    'task.outcome': 'resolved',
    'customer.id': 'c-1',
    'enduser.id': 'dana@example.org',
    'gen_ai.agent.name': 'triage',
    'gen_ai.usage.cost': 0.0125,
    'gen_ai.input.messages': 'PRIVATE WORDS',
    'gen_ai.prompt': 'PRIVATE WORDS',
  };
  const { events } = otlpTraces.read(
    request([span('a', attributes)], { 'service.name': 'helpdesk', team: 'support', 'cloud.region': 'eastus2' }),
    {},
  );
  expect(events).toEqual([
    expect.objectContaining({
      id: `${trace}-000000000000000a`,
      at: '2026-11-02T10:00:00.000Z',
      source: 'otel',
      channel: 'azure',
      vendor: 'openai',
      model: 'gpt-4o-2024-08-06',
      region: 'eastus2',
      tier: 'priority',
      account: 'acme-prod',
      taskId: 'T-7',
      taskType: 'ticket',
      outcome: 'success',
      customer: 'c-1',
      user: expect.stringMatching(/^person-/),
      agent: 'triage',
      feature: 'helpdesk',
      team: 'support',
      durationMs: 1750,
      estimate: { amount: '0.0125', currency: 'USD' },
    }),
  ]);
  expect(JSON.stringify(events)).not.toContain('PRIVATE');
});

test('without a task of its own a call belongs to its trace, and an error is a failure', () => {
  const [event] = read([span('a', used, { status: { code: 2 } })]).events;
  expect(event).toMatchObject({ taskId: trace, outcome: 'failure' });
});

describe('parents repeat their children and count once', () => {
  const agent = { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.usage.input_tokens': 200, 'gen_ai.usage.output_tokens': 20 };
  const idsOf = (r: ReturnType<typeof read>) => r.events.map((e) => e.id.slice(-1));

  test('an agent', () => {
    const result = read([span('a', agent), span('b', used, below('a')), span('c', used, below('a')), span('d', { 'http.route': '/' })]);
    expect(idsOf(result)).toEqual(['b', 'c']);
    expect(result).toMatchObject({ skipped: 2, quantities: { inferenceCalls: 2 } });
  });

  const outer = { 'ai.operationId': 'ai.generateText', 'ai.usage.promptTokens': 14, 'ai.usage.completionTokens': 43 };
  const inner = { 'ai.operationId': 'ai.generateText.doGenerate', 'ai.usage.promptTokens': 62, 'ai.usage.completionTokens': 85 };
  test('a call of the AI SDK around the one that goes out, whichever comes first', () => {
    expect(read([span('b', inner, below('a')), span('a', outer)]).events.map((e) => e.tokens)).toEqual([{ input: 62, output: 85 }]);
    expect(idsOf(read([span('a', outer), span('b', inner, below('a'))]))).toEqual(['b']);
  });

  test('through spans between that report nothing', () => {
    expect(idsOf(read([span('a', outer), span('b', { x: 1 }, below('a')), span('c', inner, below('b'))]))).toEqual(['c']);
  });

  test('a parent that comes in a later request, and its own parent after it', () => {
    const covered = new CoveredSpans();
    expect(idsOf(readSpans(request([span('c', inner, below('b'))]), {}, covered))).toEqual(['c']);
    expect(readSpans(request([span('b', outer, below('a'))]), {}, covered)).toMatchObject({ events: [], skipped: 1 });
    expect(readSpans(request([span('a', outer)]), {}, covered)).toMatchObject({ events: [], skipped: 1 });
    expect(idsOf(readSpans(request([span('a', outer, { traceId: '0'.repeat(31).concat('1') })]), {}, covered))).toEqual(['a']);
  });

  test('a child that is refused takes nobody along, and a time without end is refused alone', () => {
    const refused: string[] = [];
    const negative = { ...inner, 'gen_ai.usage.input_tokens': -5 };
    const endless = { endTimeUnixNano: '9'.repeat(41) };
    const body = request([span('c', negative, below('b')), span('b', outer), span('d', inner, endless), span('e', inner)]);
    expect(idsOf(readSpans(body, {}, new CoveredSpans(), (fault) => refused.push(fault.message)))).toEqual(['b', 'e']);
    expect(refused).toHaveLength(2);
  });

  test('a chain of ten thousand is climbed once', () => {
    const id = (n: number) => n.toString(16);
    const chain = Array.from({ length: 10_000 }, (_, n) => span(id(n + 1), inner, n === 0 ? {} : below(id(n))));
    const climbed = { n: 0 };
    const covered = new CoveredSpans();
    const add = covered.add.bind(covered);
    covered.add = (key) => {
      climbed.n++;
      add(key);
    };
    expect(idsOf(readSpans(request(chain), {}, covered))).toHaveLength(1);
    expect(climbed.n).toBeLessThan(40_000);
  });

  test('a circle of parents ends', () => expect(read([span('a', used, below('b')), span('b', used, below('a'))]).events).toEqual([]));

  test('what is remembered is bounded', () => {
    const covered = new CoveredSpans(2);
    for (const id of ['a', 'b', 'c']) covered.add(id);
    expect(['a', 'b', 'c'].map(covered.has)).toEqual([false, true, true]);
  });
});

describe('a span is refused', () => {
  test.each([
    ['an id of another length', { spanId: 'abc' }, 'spanId'],
    ['an id in base64', { traceId: 'W47/95gDgQPSabYzgT/GDA==' }, 'traceId'],
    ['no start', { startTimeUnixNano: undefined }, 'startTimeUnixNano'],
    ['a start in 1970', { startTimeUnixNano: '1' }, 'startTimeUnixNano'],
    ['tokens below nothing', { attributes: attributesOf({ ...used, 'gen_ai.usage.input_tokens': -1 }) }, 'gen_ai.usage.input_tokens'],
  ])('for %s', (_, more, column) => expect(() => read([span('a', used, more)])).toThrow(expect.objectContaining({ column })));
});

test('ids in capitals are the same ids', () => {
  expect(read([span('A', used, { traceId: trace.toUpperCase() })]).events[0]?.id).toBe(`${trace}-000000000000000a`);
});

// The messages as opentelemetry-proto has them, with what Headroom does not read as well.
const proto = `syntax = "proto3";
message Request { repeated ResourceSpans resource_spans = 1; }
message ResourceSpans { Resource resource = 1; repeated ScopeSpans scope_spans = 2; string schema_url = 3; }
message Resource { repeated KeyValue attributes = 1; }
message ScopeSpans { Scope scope = 1; repeated Span spans = 2; }
message Scope { string name = 1; string version = 2; }
message Event { fixed64 time_unix_nano = 1; string name = 2; }
message Span { bytes trace_id = 1; bytes span_id = 2; string trace_state = 3; bytes parent_span_id = 4; string name = 5; int32 kind = 6;
  fixed64 start_time_unix_nano = 7; fixed64 end_time_unix_nano = 8; repeated KeyValue attributes = 9; repeated Event events = 11;
  Status status = 15; fixed32 flags = 16; }
message Status { string message = 2; int32 code = 3; }
message KeyValue { string key = 1; AnyValue value = 2; }
message AnyValue { oneof value { string string_value = 1; bool bool_value = 2; int64 int_value = 3; double double_value = 4; ArrayValue array_value = 5; } }
message ArrayValue { repeated AnyValue values = 1; }`;

test('a request in protobuf gives the same events as its JSON', () => {
  const agent = { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.usage.input_tokens': 200, 'gen_ai.usage.output_tokens': 20 };
  const json = request(
    [
      span(
        'b',
        { ...used, 'gen_ai.request.model': 'gpt-4o', 'gen_ai.provider.name': 'openai', 'gen_ai.usage.cost': 0.5, stream: true },
        below('a'),
      ),
      span('a', agent, { status: { code: 1 } }),
    ],
    { 'service.name': 'helpdesk' },
  );
  const Request = protobuf.parse(proto).root.lookupType('Request');
  const asBytes = JSON.parse(JSON.stringify(json), (key, value) =>
    /^(?:traceId|spanId|parentSpanId)$/.test(key) ? [...Buffer.from(value, 'hex')] : value,
  );
  asBytes.resourceSpans[0].scopeSpans[0].spans[0].attributes.push({
    key: 'list',
    value: { arrayValue: { values: [{ stringValue: 'x' }] } },
  });
  const bytes = Request.encode(Request.fromObject(asBytes)).finish();
  const [fromJson, fromBytes] = [otlpTraces.read(json, {}), otlpTraces.read(decodeTraces(bytes), {})];
  expect(fromJson.events).toHaveLength(1);
  expect(fromBytes).toEqual(fromJson);
});

test('bytes that are no request are refused, and none at all are no spans', () => {
  expect(() => decodeTraces(Buffer.from('not a message'))).toThrow();
  expect(decodeTraces(new Uint8Array())).toEqual({ resourceSpans: [] });
});
