import { z } from 'zod';
import { field, optional } from '../files/fields';
import { below } from '../pages/address';
import {
  type BucketConnection,
  BucketSecret,
  bucketConfig,
  bucketFields,
  fetchMonth,
  pageBehind,
  paging,
  SETTLED_AFTER,
  tryCosts,
} from '../pages/buckets';
import { type Days, monthsOf } from '../pages/months';
import type { PagedQuestion } from '../pages/pages';
import { defineConnection } from '../types';

const Config = bucketConfig('https://api.anthropic.com').extend({ account: optional.pipe(z.string().max(200)) });
const Page = z.object({ data: z.array(z.object({ starting_at: z.string(), results: z.array(z.unknown()) })), ...paging });

const VERSION = '2023-06-01';
/** Exactly one grouping: the report ungrouped is the same money once more (anthropic.md §1). */
const reports = {
  costs: { path: 'cost_report', groups: ['workspace_id', 'description'] },
  usage: { path: 'usage_report/messages', groups: ['api_key_id', 'workspace_id', 'model', 'service_tier', 'context_window'] },
} as const;

/** Anthropic's Admin API: the cost report, which is the bill, and the usage of messages. */
export const anthropic = defineConnection<z.infer<typeof Config>, z.infer<typeof BucketSecret>>({
  kind: 'anthropic',
  title: 'Anthropic',
  about:
    'Reads the cost report of the organisation and its usage by workspace, key and model. It needs an admin key: Console, Settings, Admin keys. Keys of workspaces are refused, and personal plans have none.',
  group: 'api',
  fields: [
    ...bucketFields('Anthropic', 'sk-ant-admin'),
    field(
      'account',
      'Billing account',
      'The report does not say whose it is. Give each a name where you connect several organisations of Anthropic: without one, the later replaces the days of the earlier.',
    ),
  ],
  config: Config,
  secret: BucketSecret,
  test: (connection) => tryCosts(connection, Page, (days) => question(connection, 'costs', days)),
  async *deliveries({ config, outside }, window) {
    for (const { name, title, version, from } of monthsOf(window, outside.now(), SETTLED_AFTER)) {
      const more = { version, period: from, waitsFor: null, ...(config.account && { account: config.account }) };
      if (config.reads !== 'usage') yield { key: `costs/${name}`, title: `Anthropic costs, ${title}`, brings: 'bill', ...more };
      if (config.reads !== 'costs') yield { key: `usage/${name}`, title: `Anthropic usage, ${title}`, brings: 'events', ...more };
    }
  },
  fetch(connection, { key }, folder, note) {
    const what = key.startsWith('costs/') ? 'costs' : 'usage';
    return fetchMonth(connection, Page, key, (month) => question(connection, what, month), { folder, note });
  },
});

function question({ config, secret }: BucketConnection, what: keyof typeof reports, { from, until }: Days): PagedQuestion {
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
    next: (page) => pageBehind(Page, page, address, { who: 'Anthropic', of: 'a report' }),
  };
}
