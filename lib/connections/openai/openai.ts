import { z } from 'zod';
import { addDays } from '../../core/time/days';
import { field } from '../files/fields';
import { address as addressOf, below, key } from '../pages/address';
import { monthsOf, secondsOf } from '../pages/months';
import { fetchPages, type PagedQuestion, pageOf } from '../pages/pages';
import { ConnectionFailure, defineConnection, type Opened } from '../types';

const Config = z.object({
  address: addressOf('https://api.openai.com'),
  reads: z.enum(['costs', 'usage', 'both']).default('both'),
});
const Secret = z.object({ adminKey: key('the admin key is missing') });
type Connection = Opened<z.infer<typeof Config>, z.infer<typeof Secret>>;

const Page = z.object({
  object: z.literal('page'),
  data: z.array(z.object({ results: z.array(z.unknown()).default([]) })),
  has_more: z.boolean().default(false),
  next_page: z.string().nullish(),
});

/** Endpoints of the usage API that count what a model did, and by what each can be split. openai.md §3. */
const usage: Readonly<Record<string, readonly string[]>> = {
  completions: ['project_id', 'user_id', 'api_key_id', 'model', 'batch', 'service_tier'],
  embeddings: ['project_id', 'user_id', 'api_key_id', 'model'],
  images: ['project_id', 'user_id', 'api_key_id', 'model', 'source', 'size'],
  audio_speeches: ['project_id', 'user_id', 'api_key_id', 'model'],
  audio_transcriptions: ['project_id', 'user_id', 'api_key_id', 'model'],
};

/** Costs of a month are still changed for some days (openai.md §2). */
const SETTLED_AFTER = 5;

/** OpenAI's organisation costs, which are the bill, and its usage, which says whose tokens they were. */
export const openai = defineConnection<z.infer<typeof Config>, z.infer<typeof Secret>>({
  kind: 'openai',
  title: 'OpenAI',
  about:
    'Reads the costs of the organisation, day by day, and its usage by project, key and model. It needs an admin key with read access to usage: Settings, Organization, Admin keys. Keys of projects are refused.',
  group: 'api',
  fields: [
    field('adminKey', 'Admin key', 'Begins with sk-admin-.', { isSecret: true, isRequired: true }),
    field('reads', 'What to read', 'Costs are the bill. Usage explains it: who used which model, without any money.', {
      options: [
        { value: 'both', label: 'Costs and usage' },
        { value: 'costs', label: 'Costs alone' },
        { value: 'usage', label: 'Usage alone' },
      ],
    }),
    field('address', 'Address', 'Empty for OpenAI itself. Otherwise where its API is reached, such as a proxy of yours.'),
  ],
  config: Config,
  secret: Secret,
  async test(connection) {
    const today = connection.outside.now().toISOString().slice(0, 10);
    const question = costs(connection, { from: addDays(today, -7), until: today });
    const page = Page.parse((await pageOf(connection.outside, question, question.address)).page);
    const days = page.data.filter((bucket) => bucket.results.length > 0).length;
    return `OpenAI answers: ${days} of the last 7 days have costs.`;
  },
  async *deliveries({ config, outside }, window) {
    for (const { name, title, version, from } of monthsOf(window, outside.now(), SETTLED_AFTER)) {
      const more = { version, period: from, waitsFor: null };
      if (config.reads !== 'usage') yield { key: `costs/${name}`, title: `OpenAI costs, ${title}`, brings: 'bill', ...more };
      if (config.reads === 'costs') continue;
      for (const kind of Object.keys(usage))
        yield { key: `usage/${kind}/${name}`, title: `OpenAI usage, ${kind.replaceAll('_', ' ')}, ${title}`, brings: 'events', ...more };
    }
  },
  async fetch(connection, { key }, folder, note) {
    const [what = '', ...rest] = key.split('/');
    const name = rest.at(-1) ?? '';
    const month = monthsOf({ from: `${name}-01`, until: addDays(`${name}-01`, 1) }, connection.outside.now(), SETTLED_AFTER)[0];
    if (!month) throw new ConnectionFailure(`${key} lies in the future.`, true);
    const question = what === 'costs' ? costs(connection, month) : used(connection, rest[0] ?? '', month);
    const isEmpty = (page: unknown) => !Page.safeParse(page).data?.data.some((bucket) => bucket.results.length > 0);
    return fetchPages(connection.outside, question, { folder, name: `0001-openai-${key.replaceAll('/', '-')}.json`, isEmpty, note });
  },
});

const costs = (connection: Connection, days: { from: string; until: string }): PagedQuestion =>
  question(connection, 'costs', days, { limit: '31', groups: ['project_id', 'line_item', 'api_key_id'] });
const used = (connection: Connection, kind: string, days: { from: string; until: string }): PagedQuestion =>
  question(connection, `usage/${kind}`, days, { limit: '31', groups: usage[kind] ?? [] });

function question(
  { config, secret }: Connection,
  what: string,
  { from, until }: { from: string; until: string },
  { limit, groups }: { limit: string; groups: readonly string[] },
): PagedQuestion {
  const query = { start_time: secondsOf(from), end_time: secondsOf(until), bucket_width: '1d', limit };
  const address = below(config.address, `v1/organization/${what}`, query);
  for (const group of groups) address.searchParams.append('group_by', group);
  return {
    who: 'OpenAI',
    address,
    headers: { authorization: `Bearer ${secret.adminKey}` },
    refusals: {
      401: 'the key was refused (401). It is wrong, expired or withdrawn; make an admin key under Settings, Organization, Admin keys.',
      403: 'the key may not read costs and usage (403). Give it the permission api.usage.read, or take an admin key.',
      404: 'there is no such address (404). Is it the one of the API?',
    },
    next(page) {
      const read = Page.safeParse(page).data;
      if (!read)
        throw new ConnectionFailure('OpenAI answered with something that is no page of buckets. Is the address the one of the API?', true);
      if (!read.has_more) return null;
      if (!read.next_page) throw new ConnectionFailure('OpenAI says that there is more and not where. Nothing of it was loaded.');
      const next = new URL(address);
      next.searchParams.set('page', read.next_page);
      return next;
    },
  };
}
