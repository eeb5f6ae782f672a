import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anthropic } from '../anthropic/anthropic';
import { listed, listen, opened, temporaryFolder } from '../files/outside.fixture';
import { github } from '../github/github';
import { litellm } from '../litellm/litellm';
import { openai } from '../openai/openai';
import { monthsOf } from './months';

const KEY = 'sk-admin-secret-of-a-test';
const now = () => new Date('2026-11-10T08:00:00Z');
const october = { from: '2026-10-01', until: '2026-11-01' };
const quiet = () => {};

/** What the other side does with its nth request; `page` is the cursor that it was asked with. */
type Answer = (n: number, url: URL) => { status?: number; headers?: Record<string, string>; body?: string; isCut?: boolean };

async function server(answer: Answer) {
  const seen: URL[] = [];
  const made = http.createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://here');
    seen.push(url);
    const { status = 200, headers, body = '', isCut = false } = answer(seen.length, url);
    response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers });
    if (isCut) response.write(body.slice(0, body.length / 2), () => response.destroy());
    else response.end(body);
  });
  const port = await listen(made);
  onTestFinished(() => {
    made.closeAllConnections();
    made.close();
  });
  return { seen, address: `http://127.0.0.1:${port}` };
}

const result = (item: string, value: string) =>
  `{"object":"organization.costs.result","amount":{"value":${value},"currency":"usd"},"line_item":"${item}","project_id":"proj_a","api_key_id":null}`;
const costPage = (day: number, results: string, next: string | null) =>
  `{"object":"page","data":[{"object":"bucket","start_time":${Date.UTC(2026, 9, day) / 1000},"end_time":${Date.UTC(2026, 9, day + 1) / 1000},"results":[${results}]}],"has_more":${next !== null},"next_page":${JSON.stringify(next)}}`;
/** Three pages, by their cursor. */
const pages: Answer = (_, url) => {
  const cursor = url.searchParams.get('page');
  if (cursor === null) return { body: costPage(1, result('gpt-5, input', '0.100000000000000005551115123126'), 'p2') };
  if (cursor === 'p2') return { body: costPage(2, result('gpt-5, output', '"2.5"'), 'p3') };
  return { body: costPage(3, '', null) };
};
const costsOf = (address: string) => opened(openai, { address, reads: 'costs' }, { adminKey: KEY }, { now });
const delivery = { key: 'costs/2026-10', version: 'settled', title: '', period: '2026-10-01', brings: 'bill', waitsFor: null } as const;

test('every page is brought as it came, digit for digit, and asked for once', async () => {
  const { seen, address } = await server(pages);
  const folder = temporaryFolder();
  const names = await openai.fetch(costsOf(address), delivery, folder, quiet);
  expect(names).toEqual(['0001-openai-costs-2026-10.json']);
  const text = fs.readFileSync(path.join(folder, names[0] ?? ''), 'utf8');
  expect(text).toContain('0.100000000000000005551115123126');
  expect(JSON.parse(text)).toHaveLength(3);
  expect(seen).toHaveLength(3);
  expect(seen[0]?.searchParams.getAll('group_by')).toEqual(['project_id', 'line_item', 'api_key_id']);
  expect(seen[0]?.searchParams.get('start_time')).toBe(String(Date.UTC(2026, 9, 1) / 1000));
  expect(seen[0]?.searchParams.get('end_time')).toBe(String(Date.UTC(2026, 10, 1) / 1000));
});

test.each<[string, ReturnType<Answer>]>([
  ['429 with a pause', { status: 429, headers: { 'retry-after': '1' } }],
  ['500', { status: 500, body: '{"error":"oops"}' }],
  ['503', { status: 503 }],
  ['half a page', { body: costPage(2, result('gpt-5, output', '"2.5"'), 'p3'), isCut: true }],
])('%s is asked again', async (_, fault) => {
  const { seen, address } = await server((n, url) => (n === 2 ? fault : pages(n, url)));
  const names = await openai.fetch(costsOf(address), delivery, temporaryFolder(), quiet);
  expect(names).toHaveLength(1);
  expect(seen).toHaveLength(4);
});

test('a key that expires in the middle is told without the key, and a new one goes on where it ended', async () => {
  let isExpired = true;
  const { seen, address } = await server((n, url) => (isExpired && n >= 2 ? { status: 401, body: `{"error":"${KEY}"}` } : pages(n, url)));
  const folder = temporaryFolder();
  const failure = await openai.fetch(costsOf(address), delivery, folder, quiet).catch((e) => e);
  expect(failure).toMatchObject({ name: 'ConnectionFailure', isFinal: true });
  expect(failure.message).toMatch(/^OpenAI: the key was refused \(401\).*admin key/);
  expect(failure.message).not.toContain(KEY);
  expect(fs.readdirSync(folder)).toEqual(['pages']);
  isExpired = false;
  seen.length = 0;
  expect(await openai.fetch(costsOf(address), delivery, folder, quiet)).toHaveLength(1);
  expect(seen.map((url) => url.searchParams.get('page'))).toEqual(['p2', 'p3']);
});

test('a clock that is off, an answer that is no JSON, another API, a circle of pages and a redirect are each a sentence', async () => {
  const said = async (answer: Answer) => {
    const { address } = await server(answer);
    return openai.fetch(costsOf(address), delivery, temporaryFolder(), quiet).then(
      () => 'nothing',
      (e: Error) => e.message,
    );
  };
  expect(await said(() => ({ status: 401, headers: { date: 'Tue, 10 Nov 2026 07:00:00 GMT' } }))).toContain('clock is 60 minutes ahead');
  expect(await said(() => ({ body: '<html>' }))).toContain('no JSON');
  expect(await said(() => ({ body: '{"object":"list","data":[]}' }))).toContain('no page of buckets');
  expect(await said(() => ({ body: costPage(1, '', 'again') }))).toContain('in a circle');
  expect(await said(() => ({ status: 302, headers: { location: 'http://10.0.0.1/' } }))).toContain('leads to another address');
});

test('a gateway that is none is told as such, and nothing of its answer is kept', async () => {
  const { address } = await server(() => ({ body: '{"data":"everything"}' }));
  const folder = temporaryFolder();
  const asked = litellm.fetch(opened(litellm, { address }, { key: KEY }, { now }), { ...delivery, key: 'logs/2026-11-01' }, folder, quiet);
  await expect(asked).rejects.toThrow('no page of spend logs');
  expect(fs.readdirSync(path.join(folder, 'pages'))).toEqual([]);
});

test('a private address is reached only where that is allowed', async () => {
  const { seen, address } = await server(pages);
  const guarded = opened(openai, { address: address.replace('http:', 'https:') }, { adminKey: KEY }, { now, allowPrivate: false });
  await expect(openai.test(guarded)).rejects.toThrow('private or local network');
  expect(seen).toHaveLength(0);
});

test('a month without a charge brings no file', async () => {
  const { address } = await server(() => ({ body: costPage(1, '', null) }));
  expect(await openai.fetch(costsOf(address), delivery, temporaryFolder(), quiet)).toEqual([]);
});

test('a month is read again every day until it is settled, and then no more', () => {
  const window = { from: '2026-09-01', until: '2026-12-01' };
  const versions = (day: string) => monthsOf(window, new Date(`${day}T10:00:00Z`), 5).map((m) => `${m.name} ${m.version}`);
  expect(versions('2026-11-05')).toEqual(['2026-09 settled', '2026-10 as of 2026-11-05', '2026-11 as of 2026-11-05']);
  expect(versions('2026-11-06')).toEqual(['2026-09 settled', '2026-10 settled', '2026-11 as of 2026-11-06']);
});

test('what there is: by month and endpoint, by day for a gateway', async () => {
  const both = opened(openai, {}, { adminKey: KEY }, { now });
  expect((await listed(openai, both, october)).map((d) => d.key)).toEqual([
    'costs/2026-10',
    ...['completions', 'embeddings', 'images', 'audio_speeches', 'audio_transcriptions'].map((k) => `usage/${k}/2026-10`),
  ]);
  const gateway = opened(litellm, { address: 'https://llm.example.com/' }, { key: KEY }, { now });
  const days = await listed(litellm, gateway, { from: '2026-11-06', until: '2026-12-01' });
  expect(days.map((d) => `${d.key} ${d.version}`)).toEqual([
    'logs/2026-11-06 settled',
    'logs/2026-11-07 settled',
    'logs/2026-11-08 as of 2026-11-10T08',
    'logs/2026-11-09 as of 2026-11-10T08',
    'logs/2026-11-10 as of 2026-11-10T08',
  ]);
  expect((await listed(anthropic, opened(anthropic, { reads: 'costs' }, { adminKey: KEY }, { now }), october)).map((d) => d.key)).toEqual([
    'costs/2026-10',
  ]);
});

test('what a gateway logged comes without a word of its prompts', async () => {
  const row = (id: string) => ({
    request_id: id,
    model: 'gpt-5',
    spend: 0.25,
    messages: [{ content: 'secret prompt' }],
    response: 'secret answer',
  });
  const { seen, address } = await server((_, url) => {
    const page = Number(url.searchParams.get('page'));
    return { body: JSON.stringify({ data: page < 3 ? [row(`r${page}`)] : [], total: 2, page, page_size: 1, total_pages: 2 }) };
  });
  const folder = temporaryFolder();
  const [name = ''] = await litellm.fetch(
    opened(litellm, { address }, { key: KEY }, { now }),
    { ...delivery, key: 'logs/2026-11-01' },
    folder,
    quiet,
  );
  const text = fs.readFileSync(path.join(folder, name), 'utf8');
  expect(JSON.parse(text)).toEqual([
    { request_id: 'r1', model: 'gpt-5', spend: 0.25 },
    { request_id: 'r2', model: 'gpt-5', spend: 0.25 },
  ]);
  const everything = fs.readdirSync(path.join(folder, 'pages')).map((f) => fs.readFileSync(path.join(folder, 'pages', f), 'utf8'));
  expect(everything.join()).not.toContain('secret');
  expect(seen).toHaveLength(2);
});

test('GitHub tells a month in one answer, or its days one by one', async () => {
  const item = { product: 'Copilot', sku: 'Copilot AI Credit', netAmount: 1.5 };
  const { seen, address } = await server(() => ({ body: JSON.stringify({ usageItems: [item] }) }));
  const of = (reads: string) => opened(github, { name: 'acme', reads, address }, { token: KEY }, { now });
  await github.fetch(of('usage'), { ...delivery, key: 'usage/2026-10' }, temporaryFolder(), quiet);
  expect(seen.map((u) => u.pathname + u.search)).toEqual(['/organizations/acme/settings/billing/usage?year=2026&month=10']);
  seen.length = 0;
  await github.fetch(of('ai_credit'), { ...delivery, key: 'ai_credit/2026-11' }, temporaryFolder(), quiet);
  expect(seen).toHaveLength(10);
  expect(seen.at(-1)?.search).toBe('?year=2026&month=11&day=10');
});

test('a test of each says what it saw', async () => {
  const answers: Answer = (_, url) => {
    if (url.pathname.includes('cost_report'))
      return { body: '{"data":[{"starting_at":"2026-11-09T00:00:00Z","results":[{"amount":"1"}]}],"has_more":false}' };
    if (url.pathname.includes('spend')) return { body: '{"data":[{"request_id":"r"}],"page":1,"total_pages":9}' };
    if (url.pathname.includes('billing')) return { body: '{"usageItems":[{},{}]}' };
    return { body: costPage(1, result('gpt-5, input', '1'), null) };
  };
  const { address } = await server(answers);
  expect(await openai.test(costsOf(address))).toContain('1 of the last 7 days');
  expect(await anthropic.test(opened(anthropic, { address }, { adminKey: KEY }, { now }))).toContain('1 of the last 7 days');
  expect(await litellm.test(opened(litellm, { address }, { key: KEY }, { now }))).toContain('logged requests on 2026-11-09');
  expect(await github.test(opened(github, { address, name: 'acme' }, { token: KEY }, { now }))).toContain('2 lines for acme');
});
