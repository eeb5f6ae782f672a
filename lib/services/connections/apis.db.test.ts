import http from 'node:http';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { anthropic } from '../../connections/anthropic/anthropic';
import { listen, opened, temporaryFolder } from '../../connections/files/outside.fixture';
import { github } from '../../connections/github/github';
import { litellm } from '../../connections/litellm/litellm';
import { openai } from '../../connections/openai/openai';
import type { ConnectionKind } from '../../connections/types';
import { makeActor } from '../../runtime/test-database';
import { importEvents } from '../events/import-events';
import { importPath } from '../imports/import-path';
import { listLoads } from '../loads/list-loads';

// What each API answers, as its provider publishes it, has to be what the importers read: two pages each, to the last digit.
const now = () => new Date('2026-11-10T08:00:00Z');
const day = (n: number) => Date.UTC(2026, 9, n) / 1000;

async function fetched<C, S>(
  kind: ConnectionKind<C, S>,
  config: object,
  secret: object,
  key: string,
  answer: (url: URL) => object,
): Promise<string> {
  const server = http.createServer((request, response) => {
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer(new URL(request.url ?? '/', 'http://here'))));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = `http://127.0.0.1:${await listen(server)}`;
  const folder = temporaryFolder();
  const delivery = { key, version: 'settled', title: key, period: '2026-10-01', brings: 'bill', waitsFor: null } as const;
  const [name = ''] = await kind.fetch(opened(kind, { address, ...config }, secret, { now }), delivery, folder, () => {});
  return path.join(folder, name);
}

const two = (url: URL, pages: readonly [object[], object[]], more: object = {}) => {
  const isLast = url.searchParams.get('page') === 'p2';
  return { ...more, data: pages[isLast ? 1 : 0], has_more: !isLast, next_page: isLast ? null : 'p2' };
};

test('OpenAI: costs are the bill, usage becomes events', async () => {
  const cost = (n: number, item: string, value: string) => ({
    object: 'bucket',
    ...{ start_time: day(n), end_time: day(n + 1) },
    results: [
      {
        object: 'organization.costs.result',
        ...{
          amount: { value, currency: 'usd' },
          line_item: item,
          project_id: 'proj_a',
          api_key_id: null,
          quantity: 1000,
          quantity_unit: 'tokens',
        },
      },
    ],
  });
  const bill = await fetched(openai, {}, { adminKey: 'k' }, 'costs/2026-10', (url) =>
    two(url, [[cost(1, 'gpt-5, input', '0.1')], [cost(2, 'gpt-5, output', '0.2000000000000000001')]], { object: 'page' }),
  );
  const actor = await makeActor('editor');
  expect(await importPath(actor, bill, {})).toMatchObject({
    outcome: 'imported',
    accepted: 2,
    billed: [{ currency: 'USD', amount: '0.3000000000000000001' }],
  });

  const used = (n: number) => ({
    object: 'bucket',
    ...{ start_time: day(n), end_time: day(n + 1) },
    results: [
      {
        object: 'organization.usage.completions.result',
        ...{ input_tokens: 100, input_cached_tokens: 40, output_tokens: 7, num_model_requests: 3, model: 'gpt-5', project_id: 'proj_a' },
      },
    ],
  });
  const usage = await fetched(openai, {}, { adminKey: 'k' }, 'usage/completions/2026-10', (url) =>
    two(url, [[used(1)], [used(2)]], { object: 'page' }),
  );
  expect(await importEvents(actor, usage)).toMatchObject({
    outcome: 'imported',
    events: 2,
    tokens: { uncachedInput: 120, cachedInput: 80, output: 14 },
  });
});

test('Anthropic: cents with fractions become dollars, usage becomes events', async () => {
  const bucket = (n: number, results: object[]) => ({
    ...{ starting_at: `2026-10-0${n}T00:00:00Z`, ending_at: `2026-10-0${n + 1}T00:00:00Z` },
    results,
  });
  const cost = (amount: string) => ({
    ...{ amount, currency: 'USD', workspace_id: 'wrkspc_1', description: 'Claude Sonnet 4.5 Usage - Input Tokens', cost_type: 'tokens' },
    ...{ model: 'claude-sonnet-4-5-20250929', token_type: 'uncached_input_tokens', service_tier: 'standard', context_window: '0-200k' },
  });
  const bill = await fetched(anthropic, {}, { adminKey: 'k' }, 'costs/2026-10', (url) =>
    two(url, [[bucket(1, [cost('123.78912')])], [bucket(2, [cost('0.21088')])]]),
  );
  const actor = await makeActor('editor');
  const said = await importPath(actor, bill, {});
  expect(said, said.reason ?? '').toMatchObject({ outcome: 'imported', accepted: 2, billed: [{ currency: 'USD', amount: '1.24' }] });
  // two organisations of Anthropic, whose reports do not name them: told apart once somebody has
  const [first, second] = [await importPath(actor, bill, { account: 'Company' }), await importPath(actor, bill, { account: 'Research' })];
  expect(first.replaced, 'the nameless one was the same').toHaveLength(1);
  expect(second).toMatchObject({ outcome: 'imported', accepted: 2, replaced: [] });
  const counting = (await listLoads(actor)).filter((l) => l.state === 'active').map((l) => l.account);
  expect(counting.sort()).toEqual(['Company', 'Research']);

  const used = {
    ...{ uncached_input_tokens: 50, cache_read_input_tokens: 30, output_tokens: 9, model: 'claude-sonnet-4-5-20250929' },
    ...{
      cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 0 },
      workspace_id: 'wrkspc_1',
      service_tier: 'standard',
    },
  };
  const usage = await fetched(anthropic, {}, { adminKey: 'k' }, 'usage/2026-10', (url) =>
    two(url, [[bucket(1, [used])], [bucket(2, [used])]]),
  );
  const events = await importEvents(actor, usage);
  expect(events, events.reason ?? '').toMatchObject({
    outcome: 'imported',
    events: 2,
    tokens: { uncachedInput: 100, cachedInput: 60, cacheWrite5m: 40, output: 18 },
  });
});

test('LiteLLM: a day of requests', async () => {
  const row = (n: number) => ({
    ...{
      request_id: `req-${n}`,
      call_type: 'acompletion',
      api_key: 'hash',
      spend: 0.0025,
      total_tokens: 110,
      prompt_tokens: 100,
      completion_tokens: 10,
    },
    ...{
      startTime: '2026-10-05T10:00:00Z',
      endTime: '2026-10-05T10:00:02Z',
      model: 'gpt-5',
      custom_llm_provider: 'openai',
      status: 'success',
    },
    ...{ metadata: {}, request_tags: [], messages: [{ role: 'user', content: 'hello' }] },
  });
  const log = await fetched(litellm, {}, { key: 'k' }, 'logs/2026-10-05', (url) => {
    const page = Number(url.searchParams.get('page'));
    return { data: [row(page)], total: 2, page, page_size: 1, total_pages: 2 };
  });
  const result = await importEvents(await makeActor('editor'), log);
  expect(result, result.reason ?? '').toMatchObject({ outcome: 'imported', events: 2, tokens: { input: 200, output: 20 } });
});

test('GitHub: the metered report of a month, and AI credits by day', async () => {
  const line = { product: 'Copilot', sku: 'Copilot AI Credit', unitType: 'ai-credits', pricePerUnit: 0.01, organizationName: 'acme' };
  const bill = await fetched(github, { name: 'acme' }, { token: 't' }, 'usage/2026-10', () => ({
    usageItems: [
      { ...line, date: '2026-10-03', quantity: 150, grossAmount: 1.5, discountAmount: 0.5, netAmount: 1 },
      { ...line, date: '2026-10-04', quantity: 25, grossAmount: 0.25, discountAmount: 0, netAmount: 0.25 },
    ],
  }));
  const actor = await makeActor('editor');
  const said = await importPath(actor, bill, {});
  expect(said, said.reason ?? '').toMatchObject({ outcome: 'imported', accepted: 2, billed: [{ currency: 'USD', amount: '1.25' }] });

  const byModel = await fetched(github, { name: 'acme', reads: 'ai_credit' }, { token: 't' }, 'ai_credit/2026-10', (url) => {
    const on = Number(url.searchParams.get('day'));
    const items =
      on === 3
        ? [
            {
              ...line,
              model: 'GPT-5',
              grossQuantity: 150,
              grossAmount: 1.5,
              discountQuantity: 50,
              discountAmount: 0.5,
              netQuantity: 100,
              netAmount: 1,
            },
          ]
        : [];
    return { timePeriod: { year: 2026, month: 10, day: on }, organization: 'acme', usageItems: items };
  });
  const other = await importPath(await makeActor('editor'), byModel, {});
  expect(other, other.reason ?? '').toMatchObject({
    outcome: 'imported',
    accepted: 1,
    billed: [{ currency: 'USD', amount: '1' }],
    from: '2026-10-03',
  });
});
