import { z } from 'zod';
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
import { type Days, monthsOf, secondsOf } from '../pages/months';
import type { PagedQuestion } from '../pages/pages';
import { defineConnection } from '../types';

const Config = bucketConfig('https://api.openai.com');
const Page = z.object({
  object: z.literal('page'),
  data: z.array(z.object({ results: z.array(z.unknown()).default([]) })),
  ...paging,
});

/** Endpoints of the usage API that count what a model did, and by what each can be split. openai.md §3. */
const usage: Readonly<Record<string, readonly string[]>> = {
  completions: ['project_id', 'user_id', 'api_key_id', 'model', 'batch', 'service_tier'],
  embeddings: ['project_id', 'user_id', 'api_key_id', 'model'],
  images: ['project_id', 'user_id', 'api_key_id', 'model', 'source', 'size'],
  audio_speeches: ['project_id', 'user_id', 'api_key_id', 'model'],
  audio_transcriptions: ['project_id', 'user_id', 'api_key_id', 'model'],
};

/** OpenAI's organisation costs, which are the bill, and its usage, which says whose tokens they were. */
export const openai = defineConnection<z.infer<typeof Config>, z.infer<typeof BucketSecret>>({
  kind: 'openai',
  title: 'OpenAI',
  about:
    'Reads the costs of the organisation, day by day, and its usage by project, key and model. It needs an admin key with read access to usage: Settings, Organization, Admin keys. Keys of projects are refused.',
  group: 'api',
  fields: bucketFields('OpenAI', 'sk-admin-'),
  config: Config,
  secret: BucketSecret,
  test: (connection) => tryCosts(connection, Page, (days) => costs(connection, days)),
  async *deliveries({ config, outside }, window) {
    for (const { name, title, version, from } of monthsOf(window, outside.now(), SETTLED_AFTER)) {
      const more = { version, period: from, waitsFor: null };
      if (config.reads !== 'usage') yield { key: `costs/${name}`, title: `OpenAI costs, ${title}`, brings: 'bill', ...more };
      if (config.reads === 'costs') continue;
      for (const kind of Object.keys(usage))
        yield { key: `usage/${kind}/${name}`, title: `OpenAI usage, ${kind.replaceAll('_', ' ')}, ${title}`, brings: 'events', ...more };
    }
  },
  fetch(connection, { key }, folder, note) {
    const [what, kind = ''] = key.split('/');
    const questionOf = (month: Days) => (what === 'costs' ? costs(connection, month) : used(connection, kind, month));
    return fetchMonth(connection, Page, key, questionOf, { folder, note });
  },
});

const costs = (connection: BucketConnection, days: Days): PagedQuestion =>
  question(connection, 'costs', days, ['project_id', 'line_item', 'api_key_id']);
const used = (connection: BucketConnection, kind: string, days: Days): PagedQuestion =>
  question(connection, `usage/${kind}`, days, usage[kind] ?? []);

function question({ config, secret }: BucketConnection, what: string, { from, until }: Days, groups: readonly string[]): PagedQuestion {
  const query = { start_time: secondsOf(from), end_time: secondsOf(until), bucket_width: '1d', limit: '31' };
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
    next: (page) => pageBehind(Page, page, address, { who: 'OpenAI', of: 'buckets' }),
  };
}
