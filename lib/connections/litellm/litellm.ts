import { z } from 'zod';
import { addDays } from '../../core/time/days';
import { field } from '../files/fields';
import { address as addressOf, below, key as keyOf } from '../pages/address';
import { daysOf } from '../pages/months';
import { fetchPages, type PagedQuestion, pageOf } from '../pages/pages';
import { ConnectionFailure, defineConnection, type Opened } from '../types';

const Config = z.object({ address: addressOf() });
const Secret = z.object({ key: keyOf('the key is missing') });
type Connection = Opened<z.infer<typeof Config>, z.infer<typeof Secret>>;

const Page = z.object({
  data: z.array(z.record(z.string(), z.unknown())),
  page: z.number().int().default(1),
  total_pages: z.number().int().default(1),
});

/** A request is logged when it has ended, and a gateway writes its log in batches. */
const SETTLED_AFTER = 2;
/** Prompts, answers and addresses never touch this disk (litellm.md §1). */
const prose = ['messages', 'response', 'proxy_server_request', 'requester_ip_address'];

/** A LiteLLM gateway's spend logs: usage events with an estimate, never a bill. */
export const litellm = defineConnection<z.infer<typeof Config>, z.infer<typeof Secret>>({
  kind: 'litellm',
  title: 'LiteLLM',
  about:
    'Reads the spend logs of a LiteLLM gateway, a day at a time: tasks, customers and tokens, with its estimate of the cost. Prompts and answers are dropped before anything is written. It needs a key that may call /spend/logs/v2: the master key, or that of a proxy admin viewer.',
  group: 'api',
  fields: [
    field('address', 'Address', 'Where the gateway is reached, such as https://llm.example.com.', { isRequired: true }),
    field('key', 'Key', 'The master key, or the key of a proxy admin viewer.', { isSecret: true, isRequired: true }),
  ],
  config: Config,
  secret: Secret,
  async test(connection) {
    const today = connection.outside.now().toISOString().slice(0, 10);
    const asked = question(connection, addDays(today, -1), 1);
    const page = Page.safeParse((await pageOf(connection.outside, asked, asked.address)).page).data;
    if (!page) throw strange();
    return `LiteLLM answers: ${page.data.length ? `it logged requests on ${addDays(today, -1)}` : `no requests were logged on ${addDays(today, -1)}`}.`;
  },
  async *deliveries({ outside }, window) {
    const today = outside.now().toISOString().slice(0, 10);
    for (const day of daysOf(window, outside.now())) {
      const version = addDays(day, SETTLED_AFTER) < today ? 'settled' : `as of ${outside.now().toISOString().slice(0, 13)}`;
      yield {
        key: `logs/${day}`,
        title: `LiteLLM requests, ${day}`,
        version,
        period: `${day.slice(0, 7)}-01`,
        brings: 'events',
        waitsFor: null,
      };
    }
  },
  async fetch(connection, { key }, folder, note) {
    const day = key.slice('logs/'.length);
    const isEmpty = (page: unknown) => !Page.safeParse(page).data?.data.length;
    const asked = question(connection, day, PAGE_ROWS);
    return fetchPages(connection.outside, asked, { folder, name: `0001-litellm-${day}.json`, isEmpty, note });
  },
});

const PAGE_ROWS = 100;

function question({ config, secret }: Connection, day: string, rows: number): PagedQuestion {
  const query = { start_date: `${day} 00:00:00`, end_date: `${day} 23:59:59`, page: '1', page_size: String(rows) };
  const address = below(config.address, 'spend/logs/v2', query);
  return {
    who: 'LiteLLM',
    address,
    headers: { authorization: `Bearer ${secret.key}` },
    refusals: {
      401: 'the key was refused (401). It is wrong or expired.',
      403: 'the key may not read the spend logs (403). Take the master key, or that of a proxy admin viewer.',
      404: 'there is no /spend/logs/v2 at this address (404). Is it the gateway, and is it new enough?',
    },
    next(page, from) {
      const read = Page.safeParse(page).data;
      if (!read) throw strange();
      if (read.page >= read.total_pages) return null;
      if (read.data.length === 0)
        throw new ConnectionFailure('LiteLLM says that there is more and answers with an empty page. Nothing of it was loaded.');
      const next = new URL(from);
      next.searchParams.set('page', String(read.page + 1));
      return next;
    },
    strip(page) {
      const { data, ...about } = Page.parse(page);
      return { ...about, data: data.map((row) => Object.fromEntries(Object.entries(row).filter(([k]) => !prose.includes(k)))) };
    },
    rows: (page) => Page.parse(page).data,
  };
}

const strange = () =>
  new ConnectionFailure('LiteLLM answered with something that is no page of spend logs. Is the address the one of the gateway?', true);
