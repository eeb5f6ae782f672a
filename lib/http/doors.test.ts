import { beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { AppError } from '../core/app-error';
import { jsonLimitBytes, readJson } from './body';
import { openDoor } from './handler';
import { number, pathParams, searchParams } from './params';
import { answer, problem } from './problem';

beforeAll(() => {
  process.env.DATABASE_URL ??= 'postgresql://nobody@127.0.0.1:1/none';
});

const context = { params: Promise.resolve(undefined) }; // what Next gives to a path without parts
const door = openDoor(async ({ body }) => z.object({ name: z.string() }).parse(await body()));
const json = { 'content-type': 'application/json' };

function post(body: BodyInit | null, headers: Record<string, string> = json): Promise<Response> {
  const request = new Request('http://headroom.example/api/v1/things', { method: 'POST', body, headers, duplex: 'half' } as RequestInit);
  return door(request, context);
}

test('JSON goes in and out, and nothing keeps the answer', async () => {
  const response = await post('{"name":"Ada"}');
  expect(await response.json()).toEqual({ name: 'Ada' });
  expect(response.headers.get('cache-control')).toBe('no-store');
  expect((await post('{"name":"Ada"}', { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(200);
});

test.each([undefined, 'text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp'])(
  'a body of type %s is refused, for a page of another site could have sent it',
  async (type) => {
    const response = await post('{"name":"Ada"}', type ? { 'content-type': type } : {});
    expect(response.status).toBe(415);
    expect(await response.json()).toMatchObject({ title: 'unsupported_type', detail: expect.stringContaining('application/json') });
  },
);

test.each([
  ['{"name":', 'The body is not JSON.'],
  ['', 'Invalid input: expected object, received null'],
  ['{"name":"A\\u0000B"}', 'A text in the body holds the character NUL, which no field can keep.'],
  ['{"name":"N7\\ud800"}', 'A text in the body holds half a character (a lone surrogate), which no field can keep.'],
  ['['.repeat(20_000) + ']'.repeat(20_000), 'The body is nested deeper than 200 levels.'],
])('%j is refused in a sentence', async (body, detail) => {
  const response = await post(body);
  expect([response.status, (await response.json()).detail]).toEqual([422, detail]);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
});

/** A body without an end, and how much of it was taken. */
function endlessBody() {
  const taken = { parts: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        taken.parts++;
        controller.enqueue(new Uint8Array(16 * 1024).fill(32));
      },
      cancel: () => {
        taken.cancelled = true;
      },
    },
    { highWaterMark: 0 },
  );
  return { body, taken };
}

test('a body over the limit is refused by its announced length, unread', async () => {
  const { body, taken } = endlessBody();
  const response = await post(body, { ...json, 'content-length': String(jsonLimitBytes + 1) });
  expect([response.status, response.headers.get('connection'), taken.parts]).toEqual([413, 'close', 0]);
  expect((await response.json()).detail).toBe('The body is larger than 64 kB, the most that is read here.');
});

test.each<Record<string, string>>([{}, { 'content-length': '10' }])('reading stops as soon as it is over, with %j', async (length) => {
  const { body, taken } = endlessBody();
  expect((await post(body, { ...json, ...length })).status).toBe(413);
  expect(taken).toEqual({ parts: 5, cancelled: true });
});

test('a body of just the limit is read', async () => {
  const body = JSON.stringify({ name: 'x'.repeat(jsonLimitBytes - 11) });
  expect(Buffer.byteLength(body)).toBe(jsonLimitBytes);
  expect((await post(body)).status).toBe(200);
});

test('an origin that is no address is another site, not a failure', async () => {
  expect((await post('{"name":"Ada"}', { ...json, origin: 'null' })).status).toBe(403);
});

test('a number of more digits than any key has is an address that does not exist', () => {
  expect(number('999999999')).toBe(999_999_999);
  for (const text of ['3000000000', '-1', '1.5', '', undefined, '١'])
    expect(() => number(text)).toThrow('There is nothing at this address.');
});

test('a path with NUL leads nowhere', () => {
  expect(pathParams({ name: 'a b' })).toEqual({ name: 'a b' });
  expect(pathParams(undefined)).toEqual({});
  for (const name of ['a\u0000', 'a%00']) expect(() => pathParams({ name })).toThrow('There is nothing at this address.');
});

test('a route that takes a file inside of JSON says how much it reads', async () => {
  const big = JSON.stringify({ name: 'x'.repeat(2 * jsonLimitBytes) });
  const ask = (limit: number) => readJson(new Request('http://headroom.example/', { method: 'POST', body: big, headers: json }), limit);
  expect(await ask(1024 ** 2)).toEqual({ name: 'x'.repeat(2 * jsonLimitBytes) });
  await expect(ask(jsonLimitBytes)).rejects.toThrow('larger than 64 kB');
});

test('repeated keys are lists, names of every object are only names, and NUL is refused', () => {
  const params = searchParams(new Request('http://headroom.example/api?f=a&f=b&by=x&constructor=y'));
  expect(params).toEqual({ f: ['a', 'b'], by: 'x', constructor: 'y' });
  expect(() => searchParams(new Request('http://headroom.example/api?by=x&__proto__=y'))).toThrow('__proto__: It is not known here.');
  expect(() => searchParams(new Request('http://headroom.example/api?f=team:%00'))).toThrow('"f" in the address holds the character NUL');
  expect(() => searchParams(new Request('http://headroom.example/api?f=a&f=b%00'))).toThrow('NUL');
});

test('refusals have their status, and whatever else is thrown shows only a reference', async () => {
  expect(problem(new AppError('too_large', 'Too large.')).status).toBe(413);
  expect(problem(new AppError('not_found', 'Nothing.')).headers.get('cache-control')).toBe('no-store');
  const said = console.error;
  console.error = () => {};
  const detail = (await problem(new Error('secret words')).json()).detail;
  console.error = said;
  expect(detail).toMatch(/^Something failed on our side\. Reference [\da-f]{8}\.$/);
});

test('a response of its own keeps what it says about caching', () => {
  expect(answer(new Response('x', { headers: { 'cache-control': 'private' } })).headers.get('cache-control')).toBe('private');
  expect(answer(new Response('x')).headers.get('cache-control')).toBe('no-store');
  expect(answer(undefined).status).toBe(200);
});
