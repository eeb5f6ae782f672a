import { z } from 'zod';
import { addDays } from '../../core/time/days';
import { field } from '../files/fields';
import { address as addressOf, below, key } from '../pages/address';
import { monthsOf } from '../pages/months';
import { fetchPages, type PagedQuestion, pageOf } from '../pages/pages';
import { ConnectionFailure, defineConnection, type Opened } from '../types';

const Config = z.object({
  address: addressOf('https://api.anthropic.com'),
  reads: z.enum(['costs', 'usage', 'both']).default('both'),
});
const Secret = z.object({ adminKey: key('the admin key is missing') });
type Connection = Opened<z.infer<typeof Config>, z.infer<typeof Secret>>;

const Page = z.object({
  data: z.array(z.object({ starting_at: z.string(), results: z.array(z.unknown()) })),
  has_more: z.boolean().default(false),
  next_page: z.string().nullish(),
});

const VERSION = '2023-06-01';
/** Exactly one grouping: the report ungrouped is the same money once more (anthropic.md §1). */
const reports = {
  costs: { path: 'cost_report', groups: ['workspace_id', 'description'] },
  usage: { path: 'usage_report/messages', groups: ['api_key_id', 'workspace_id', 'model', 'service_tier', 'context_window'] },
} as const;
const SETTLED_AFTER = 5;

/** Anthropic's Admin API: the cost report, which is the bill, and the usage of messages. */
export const anthropic = defineConnection<z.infer<typeof Config>, z.infer<typeof Secret>>({
  kind: 'anthropic',
  title: 'Anthropic',
  about:
    'Reads the cost report of the organisation and its usage by workspace, key and model. It needs an admin key: Console, Settings, Admin keys. Keys of workspaces are refused, and personal plans have none.',
  group: 'api',
  fields: [
    field('adminKey', 'Admin key', 'Begins with sk-ant-admin.', { isSecret: true, isRequired: true }),
    field('reads', 'What to read', 'Costs are the bill. Usage explains it: who used which model, without any money.', {
      options: [
        { value: 'both', label: 'Costs and usage' },
        { value: 'costs', label: 'Costs alone' },
        { value: 'usage', label: 'Usage alone' },
      ],
    }),
    field('address', 'Address', 'Empty for Anthropic itself. Otherwise where its API is reached, such as a proxy of yours.'),
  ],
  config: Config,
  secret: Secret,
  async test(connection) {
    const today = connection.outside.now().toISOString().slice(0, 10);
    const asked = question(connection, 'costs', { from: addDays(today, -7), until: today });
    const page = Page.parse((await pageOf(connection.outside, asked, asked.address)).page);
    const days = page.data.filter((bucket) => bucket.results.length > 0).length;
    return `Anthropic answers: ${days} of the last 7 days have costs.`;
  },
  async *deliveries({ config, outside }, window) {
    for (const { name, title, version, from } of monthsOf(window, outside.now(), SETTLED_AFTER)) {
      const more = { version, period: from, waitsFor: null };
      if (config.reads !== 'usage') yield { key: `costs/${name}`, title: `Anthropic costs, ${title}`, brings: 'bill', ...more };
      if (config.reads !== 'costs') yield { key: `usage/${name}`, title: `Anthropic usage, ${title}`, brings: 'events', ...more };
    }
  },
  async fetch(connection, { key }, folder, note) {
    const [what = '', name = ''] = key.split('/');
    const month = monthsOf({ from: `${name}-01`, until: addDays(`${name}-01`, 1) }, connection.outside.now(), SETTLED_AFTER)[0];
    if (!month) throw new ConnectionFailure(`${key} lies in the future.`, true);
    const asked = question(connection, what === 'costs' ? 'costs' : 'usage', month);
    const isEmpty = (page: unknown) => !Page.safeParse(page).data?.data.some((bucket) => bucket.results.length > 0);
    return fetchPages(connection.outside, asked, { folder, name: `0001-anthropic-${what}-${name}.json`, isEmpty, note });
  },
});

function question(
  { config, secret }: Connection,
  what: keyof typeof reports,
  { from, until }: { from: string; until: string },
): PagedQuestion {
  const { path, groups } = reports[what];
  const query = { starting_at: `${from}T00:00:00Z`, ending_at: `${until}T00:00:00Z`, bucket_width: '1d', limit: '31' };
  const address = below(config.address, `v1/organizations/${path}`, query);
  for (const group of groups) address.searchParams.append('group_by[]', group);
  return {
    who: 'Anthropic',
    address,
    headers: { 'x-api-key': secret.adminKey, 'anthropic-version': VERSION },
    refusals: {
      401: 'the key was refused (401). It is wrong or withdrawn; make an admin key in the Console under Settings, Admin keys.',
      403: 'the key may not read the reports (403). Take an admin key; a workspace key cannot.',
      404: 'there is no such address (404). Is it the one of the API?',
    },
    next(page) {
      const read = Page.safeParse(page).data;
      if (!read)
        throw new ConnectionFailure(
          'Anthropic answered with something that is no page of a report. Is the address the one of the API?',
          true,
        );
      if (!read.has_more) return null;
      if (!read.next_page) throw new ConnectionFailure('Anthropic says that there is more and not where. Nothing of it was loaded.');
      const next = new URL(address);
      next.searchParams.set('page', read.next_page);
      return next;
    },
  };
}
