import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readEvents } from './read-events';
import type { EventChoices } from './types';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-read-events-'));
afterAll(() => fs.rmSync(folder, { recursive: true }));

async function read(name: string, content: string | Buffer, choices: EventChoices = {}) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, content);
  const scratch = fs.mkdtempSync(path.join(folder, 'scratch-'));
  const found = {
    format: '',
    events: [] as { id: string }[],
    rejects: [] as { line: number; column: string | null; reason: string; original: string }[],
  };
  for await (const batch of readEvents(file, name, scratch, choices)) {
    found.format = batch.format.id;
    found.events.push(...batch.events);
    found.rejects.push(...batch.rejects);
  }
  return found;
}
const row = '2026-11-02T10:00:00Z,gpt-4o,openai,100,10';
const csv = (...rows: string[]) => ['time,model,channel,input_tokens,output_tokens', ...rows].join('\n');

test('rows that say the same are as many events, with the same ids when the file is read again', async () => {
  const first = await read('a.csv', csv(row, row, row));
  expect(new Set(first.events.map((e) => e.id)).size).toBe(3);
  expect((await read('b.csv', csv(row, row, row))).events).toEqual(first.events);
});

test('a packed file is read like the file', async () => {
  expect((await read('a.csv.gz', gzipSync(csv(row)))).events).toEqual((await read('a.csv', csv(row))).events);
});

test('a header alone holds no events and is no fault', async () => {
  expect(await read('a.csv', `${csv()}\n`)).toEqual({ format: 'headroom-events', events: [], rejects: [] });
});

test('bad items among good ones are told by line', async () => {
  const good = '{"time":"2026-11-02T10:00:00Z","input_tokens":1}';
  const found = await read('a.jsonl', `${good}\n{"time":"soon","input_tokens":1}\n{broken\n7\n${good}\n{"time":`);
  expect(found.events).toHaveLength(2);
  expect(found.rejects.map((r) => [r.line, r.column])).toEqual([
    [2, 'time'],
    [3, null],
    [4, null],
    [6, null],
  ]);
  expect((await read('b.json', `[7, ${good}]`)).rejects).toEqual([
    expect.objectContaining({ line: 1, reason: expect.stringMatching(/no object/) }),
  ]);
});

describe('a file is refused', () => {
  test.each([
    ['that holds nothing of the kind', '[1, 2, 3]', /line 1: this is no object/],
    ['of a stranger', '[{"a": 1}]', /no kind of usage known here/],
    ['that is cut off', '[{"time":"2026-11-02T10:00:00Z","input_tokens":1},{"ti', /cut off/],
    ['that is empty', ' ', /is empty/],
  ])('%s', (_, content, reason) => expect(read('a.json', content)).rejects.toThrow(reason));

  test('for a format that does not exist', () =>
    expect(read('a.csv', csv(row), { format: 'papyrus' })).rejects.toThrow(/no event format "papyrus"/));
});

describe('a reject comes back without what nobody should read', () => {
  const secret = 'PRIVATE WORDS';
  test('a row', async () => {
    const text = `request_id,spend,prompt_tokens,startTime,user,api_key,messages\nr1,0.1,-1,2026-11-02,dana@example.org,sk-abcdefgh0123,${secret}`;
    const [reject] = (await read('a.csv', text)).rejects;
    expect(reject).toMatchObject({ line: 2, column: 'prompt_tokens' });
    expect(reject?.original).toBe('r1,0.1,-1,2026-11-02,(e-mail),(key),');
  });

  test('a call of a gateway', async () => {
    const item = {
      request_id: 'r1',
      spend: 0,
      prompt_tokens: -1,
      startTime: '2026-11-02',
      messages: [secret],
      response: { choices: [secret] },
    };
    const [reject] = (await read('a.json', JSON.stringify([item]))).rejects;
    expect(reject?.original).toContain('"r1"');
    expect(reject?.original).not.toContain(secret);
  });

  test('a span', async () => {
    const attributes = [
      { key: 'ai.response.text', value: { stringValue: secret } },
      { key: 'input.value', value: { arrayValue: { values: [{ stringValue: secret }] } } },
      { key: 'gen_ai.usage.input_tokens', value: { intValue: '-1' } },
    ];
    const span = { traceId: 'a'.repeat(32), spanId: 'b'.repeat(16), startTimeUnixNano: '1793613600000000000', attributes };
    const [reject] = (await read('a.json', JSON.stringify({ resourceSpans: [{ scopeSpans: [{ spans: [span] }] }] }))).rejects;
    expect(reject).toMatchObject({ column: 'gen_ai.usage.input_tokens', original: expect.stringContaining('"intValue":"-1"') });
    expect(reject?.original).not.toContain(secret);
  });
});
