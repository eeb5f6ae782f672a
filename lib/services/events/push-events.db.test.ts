import protobuf from 'protobufjs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '../../core/access/actor';
import { query, sql } from '../../db/sql';
import { makeActor } from '../../runtime/test-database';
import { repricePast } from '../prices/reprice-past';
import { setPrice } from '../prices/set-price';
import { pushEvents, pushTraces } from './push-events';
import { refreshUsage } from './refresh-usage';
import { listEventBatches } from './upload-events';

let actor: Actor;
beforeEach(async () => {
  actor = await makeActor('editor');
});

const event = (more: Record<string, unknown> = {}) => ({
  time: '2026-11-02T10:00:00Z',
  event_id: 'e1',
  task_id: 't1',
  task_type: 'answer',
  channel: 'openai',
  model: 'gpt-4o',
  input_tokens: 1000,
  output_tokens: 100,
  ...more,
});
const stored = () =>
  query<{ id: string; list: string | null; isUnpriced: boolean }>(
    actor.organizationId,
    sql`select event_id as id, list_cost::text as list, price_state = 0 as "isUnpriced" from usage_event where organization_id = ${actor.organizationId} order by 1`,
  );
const runs = () =>
  query<{ task: string; events: number; succeeded: boolean | null }>(
    actor.organizationId,
    sql`select task_id as task, events::int, succeeded from task_run where organization_id = ${actor.organizationId} order by 1`,
  );

describe('pushed events', () => {
  test('count once, however often they are sent', async () => {
    expect(await pushEvents(actor, [event(), event({ event_id: 'e2' })])).toEqual({
      accepted: 2,
      duplicates: 0,
      flagged: 0,
      unpriced: 0,
      rejected: [],
    });
    expect(await pushEvents(actor, { events: [event(), event({ event_id: 'e3' })] })).toMatchObject({ accepted: 1, duplicates: 1 });
    expect(await pushEvents(actor, event())).toMatchObject({ accepted: 0, duplicates: 1 });
    // 2.50 in and 10 out for a million
    expect((await stored()).map((e) => [e.id, Number(e.list)])).toEqual([
      ['e1', 0.0035],
      ['e2', 0.0035],
      ['e3', 0.0035],
    ]);
  });

  test('are counted in the batch of their day, and what has a price by now is no longer without one', async () => {
    await pushEvents(actor, [event(), event({ event_id: 'e2', time: '2026-11-04T10:00:00Z', model: 'house-model', channel: 'self' })]);
    await pushEvents(actor, [event(), event({ event_id: 'e3', time: '2026-11-05T10:00:00Z' }), event({ time: 'soon' })]);
    const counted = { events: 3, duplicates: 1, rejected: 1, flagged: 0, from: '2026-11-02', to: '2026-11-05' };
    expect(await listEventBatches(actor)).toMatchObject([{ kind: 'api', ...counted, unpriced: 1 }]);
    await setPrice(actor, {
      model: 'house-model',
      channel: 'self',
      per: '1000000',
      currency: 'USD',
      bands: [{ prices: { input: '1', output: '1' } }],
    });
    await refreshUsage(actor.organizationId);
    await repricePast(actor, { from: '2026-11-01', to: '2026-12-01', apply: true });
    expect(await listEventBatches(actor)).toMatchObject([{ ...counted, unpriced: 0 }]);
  });

  test('without an id are the same when they say the same', async () => {
    const { event_id: _, ...nameless } = event();
    await pushEvents(actor, [nameless]);
    expect(await pushEvents(actor, [nameless, { ...nameless, output_tokens: 101 }])).toMatchObject({ accepted: 1, duplicates: 1 });
  });

  test('are taken or refused each by itself, with place, field and reason', async () => {
    const result = await pushEvents(actor, [
      event(),
      event({ event_id: 'e2', time: 'yesterday' }),
      event({ event_id: 'e3', input_tokens: -1 }),
      7,
    ]);
    expect(result.accepted).toBe(1);
    expect(result.rejected.map((r) => [r.index, r.field])).toEqual([
      [1, 'time'],
      [2, 'input_tokens'],
      [3, null],
    ]);
    expect(result.rejected[0]?.reason).toMatch(/"yesterday" is no time/);
    expect((await stored()).map((e) => e.id)).toEqual(['e1']);
  });

  test('of an unknown price are kept without one', async () => {
    expect(await pushEvents(actor, [event({ model: 'house-model-9' })])).toMatchObject({ accepted: 1, unpriced: 1 });
    expect(await stored()).toEqual([{ id: 'e1', list: null, isUnpriced: true }]);
  });

  test('may be what a callback of LiteLLM sends, a list of payloads', async () => {
    const payload = {
      id: 'chatcmpl-1',
      trace_id: 'trace-1',
      call_type: 'acompletion',
      response_cost: 0.1,
      status: 'success',
      prompt_tokens: 1000,
      completion_tokens: 100,
      total_tokens: 1100,
      startTime: 1793613600.5,
      endTime: 1793613601.5,
      model: 'gpt-4o',
      custom_llm_provider: 'openai',
      metadata: { usage_object: { prompt_tokens_details: { cached_tokens: 400 } }, spend_logs_metadata: { task: 'answer' } },
      messages: [{ role: 'user', content: 'PRIVATE WORDS' }],
    };
    expect(await pushEvents(actor, [payload, { ...payload, id: 'chatcmpl-2' }])).toMatchObject({ accepted: 2, rejected: [], unpriced: 0 });
    expect(await pushEvents(actor, [payload])).toMatchObject({ accepted: 0, duplicates: 1 });
    // 600 at 2.50, 400 cached at 1.25, 100 out at 10: the cached ones are not counted twice
    expect((await stored()).map((e) => Number(e.list))).toEqual([0.003, 0.003]);
    await refreshUsage(actor.organizationId);
    expect(await runs()).toEqual([{ task: 'trace-1', events: 2, succeeded: true }]);
  });

  test.each([[[]], [{ events: [] }]])('%j brings nothing', async (body) =>
    expect(await pushEvents(actor, body)).toMatchObject({ accepted: 0, duplicates: 0, rejected: [] }),
  );
  test.each([[null], ['text']])('%j is no list of events', (body) =>
    expect(pushEvents(actor, body)).rejects.toMatchObject({ code: 'invalid' }),
  );

  test('more than one request takes are refused as a whole', async () => {
    const list = Array.from({ length: 5_001 }, (_, i) => event({ event_id: `e${i}` }));
    await expect(pushEvents(actor, list)).rejects.toThrow(/Send them in parts/);
    expect(await stored()).toEqual([]);
  });

  test('of another organisation with the same id are other events', async () => {
    const other = await makeActor('editor');
    await pushEvents(other, [event()]);
    expect(await pushEvents(actor, [event()])).toMatchObject({ accepted: 1, duplicates: 0 });
  });
});

test('a day that cannot be added up keeps no other day from being summed', async () => {
  await pushEvents(actor, [event(), event({ event_id: 'e2' }), event({ event_id: 'e3', task_id: 't3', time: '2026-11-04T10:00:00Z' })]);
  await query(
    actor.organizationId,
    sql`update usage_event set input = 9007199254740991000 where organization_id = ${actor.organizationId} and day = '2026-11-02' returning 1`,
  );
  await refreshUsage(actor.organizationId);
  expect((await runs()).map((r) => r.task)).toContain('t3');
  await query(actor.organizationId, sql`update usage_event set input = 1000 where organization_id = ${actor.organizationId} returning 1`);
  await refreshUsage(actor.organizationId);
  expect((await runs()).map((r) => r.task)).toEqual(['t1', 't3']);
});

test('events of hundreds of days in one request have their room, and those of thousands come in parts', async () => {
  const day = (n: number) => new Date(Date.UTC(2026, 10, 1) - n * 86_400_000).toISOString();
  const days = Array.from({ length: 300 }, (_, n) => event({ event_id: `d${n}`, time: day(n) }));
  expect(await pushEvents(actor, days)).toMatchObject({ accepted: 300, rejected: [] });
  const more = Array.from({ length: 500 }, (_, n) => event({ event_id: `m${n}`, time: day(n) }));
  await expect(pushEvents(actor, more)).rejects.toThrow('500 days; one request takes those of 400');
  expect(await stored()).toHaveLength(300);
});

test("a task's later event changes its run, also on another day", async () => {
  await pushEvents(actor, [event({ outcome: 'failure' })]);
  await refreshUsage(actor.organizationId);
  expect(await runs()).toEqual([{ task: 't1', events: 1, succeeded: false }]);
  await pushEvents(actor, [event({ event_id: 'e2', time: '2026-11-03T00:05:00Z', outcome: 'success' })]);
  await refreshUsage(actor.organizationId);
  expect(await runs()).toEqual([{ task: 't1', events: 2, succeeded: true }]);
});

describe('traces', () => {
  const trace = '5b8efff798038103d269b633813fc60c';
  const attributes = (of: Record<string, string | number>) =>
    Object.entries(of).map(([key, v]) => ({ key, value: typeof v === 'number' ? { intValue: String(v) } : { stringValue: v } }));
  const span = (spanId: string, tokens: number, parentSpanId?: string) => ({
    traceId: trace,
    spanId,
    ...(parentSpanId && { parentSpanId }),
    name: 'chat',
    startTimeUnixNano: '1793613600000000000',
    endTimeUnixNano: '1793613601000000000',
    attributes: attributes({
      'gen_ai.request.model': 'gpt-4o',
      'gen_ai.provider.name': 'openai',
      'gen_ai.usage.input_tokens': tokens,
      'gen_ai.usage.output_tokens': 0,
    }),
  });
  const request = (...spans: object[]) => ({ resourceSpans: [{ resource: { attributes: [] }, scopeSpans: [{ spans }] }] });
  const [child, parent] = ['00f067aa0ba902b7', '00f067aa0ba902b8'];

  test('count once: sent again, and a parent that repeats its child in a later request', async () => {
    const json = request(span(child, 1000, parent));
    expect(await pushTraces(actor, { json })).toMatchObject({ accepted: 1, duplicates: 0, skipped: 0 });
    expect(await pushTraces(actor, { json })).toMatchObject({ accepted: 0, duplicates: 1 });
    expect(await pushTraces(actor, { json: request(span(parent, 1000)) })).toMatchObject({ accepted: 0, skipped: 1 });
    expect((await stored()).map((e) => e.id)).toEqual([`${trace}-${child}`]);
  });

  test('in protobuf are those of the JSON', async () => {
    const proto = `syntax = "proto3";
      message Request { repeated ResourceSpans resource_spans = 1; }
      message ResourceSpans { repeated ScopeSpans scope_spans = 2; }
      message ScopeSpans { repeated Span spans = 2; }
      message Span { bytes trace_id = 1; bytes span_id = 2; string name = 5; fixed64 start_time_unix_nano = 7; fixed64 end_time_unix_nano = 8;
        repeated KeyValue attributes = 9; }
      message KeyValue { string key = 1; AnyValue value = 2; }
      message AnyValue { oneof value { string string_value = 1; int64 int_value = 3; } }`;
    const type = protobuf.parse(proto).root.lookupType('Request');
    const hex = (id: string) => [...Buffer.from(id, 'hex')];
    const body = request({ ...span(child, 1000), traceId: hex(trace), spanId: hex(child) });
    const bytes = type.encode(type.fromObject(body)).finish();
    expect(await pushTraces(actor, { protobuf: bytes })).toMatchObject({ accepted: 1, unpriced: 0 });
    expect(await pushTraces(actor, { json: request(span(child, 1000)) })).toMatchObject({ accepted: 0, duplicates: 1 });
  });

  test('that cannot be read are refused by field', async () => {
    expect(await pushTraces(actor, { json: request(span('abc', 1)) })).toMatchObject({
      accepted: 0,
      skipped: 0,
      rejected: [{ field: 'spanId' }],
    });
    await expect(pushTraces(actor, { json: { spans: [] } })).rejects.toThrow(/resourceSpans/);
    await expect(pushTraces(actor, { protobuf: Buffer.from('not a message') })).rejects.toThrow(/protobuf/);
  });
});

test('a viewer may push nothing', async () => {
  const viewer: Actor = { ...actor, role: 'viewer' };
  await expect(pushEvents(viewer, [event()])).rejects.toMatchObject({ code: 'forbidden' });
  await expect(pushTraces(viewer, { json: { resourceSpans: [] } })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await stored()).toEqual([]);
});
