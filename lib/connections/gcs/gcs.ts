import { z } from 'zod';
import { field, grouping, groupingField, optional, prefix, prefixField } from '../files/fields';
import { fileKind } from '../files/file-kind';
import { agentsFor, checkedAddress } from '../files/guarded-agents';
import { answered } from '../files/retries';
import { rangeStart, type Store } from '../files/store';
import { ask, textOf } from '../http/ask';
import { ConnectionFailure, type Opened } from '../types';
import { googleFailure } from './google-failure';
import { readServiceAccount, tokenOf } from './service-account';

const Config = z.object({
  bucket: z
    .string()
    .trim()
    .regex(
      /^[a-z0-9][a-z0-9._-]{1,220}[a-z0-9]$/,
      'is no name of a bucket: small letters, digits, dots and hyphens, without gs:// and folders',
    ),
  prefix,
  endpoint: optional,
  grouping,
});

const Secret = z.object({ serviceAccount: z.string().trim().min(1, 'the key of a service account is missing').max(20_000) });

type Config = z.infer<typeof Config>;
type Secret = z.infer<typeof Secret>;

const Page = z.object({
  nextPageToken: z.string().optional(),
  items: z.array(z.object({ name: z.string(), size: z.string(), generation: z.string(), updated: z.string() })).default([]),
});

/**
 * Google Cloud Storage, by its JSON API. Not by Google's package: that takes no agent of ours, so neither its requests nor its redirects could be kept
 * out of private networks.
 */
export const gcs = fileKind<Config, Secret>({
  kind: 'gcs',
  title: 'Google Cloud Storage',
  about:
    'Reads bills in a bucket, such as what EXPORT DATA writes from the billing tables of BigQuery. The service account needs storage.objects.list and ' +
    'storage.objects.get: the role Storage Object Viewer on the bucket.',
  fields: [
    field('bucket', 'Bucket', 'Its name alone, such as acme-billing-extracts.', { isRequired: true }),
    prefixField('bucket'),
    {
      ...groupingField,
      hint: 'A month that EXPORT DATA writes in several files is one folder together. Let it write each time into an empty folder: a shard of last time would be counted twice.',
    },
    field('endpoint', 'Address', 'Empty for Google. Otherwise where its storage API is reached, such as a private endpoint.'),
    field('serviceAccount', 'Key of a service account', 'The JSON file that the console downloads under Keys, with all its lines.', {
      isSecret: true,
      isRequired: true,
      isLong: true,
    }),
  ],
  config: Config,
  secret: Secret,
  open: async (opened) => storeOf(opened),
  layout: (config) => ({ prefix: config.prefix, grouping: config.grouping, settleMs: 0 }),
});

function storeOf({ config, secret, outside }: Opened<Config, Secret>): Store {
  const place = `the bucket ${config.bucket}`;
  const account = readServiceAccount(secret.serviceAccount);
  const base = checkedAddress(config.endpoint || 'https://storage.googleapis.com', outside).href.replace(/\/$/, '');
  checkedAddress(account.token_uri, outside);
  const agents = agentsFor(outside);
  let token: { value: string; until: number } | null = null;
  /** Asks with a token that is good for a while yet. One that is refused all the same is not used again. */
  const get = (url: string, headers: Record<string, string>, key?: string) =>
    answered(outside.signal, place, async (signal) => {
      const now = outside.now();
      if (!token || token.until < now.getTime()) token = await tokenOf(account, agents, now, signal);
      const answer = await ask(agents, url, { headers: { ...headers, authorization: `Bearer ${token.value}` }, signal }, place);
      if (answer.statusCode === 200 || answer.statusCode === 206) return answer;
      const text = await textOf(answer).catch(() => '');
      const isStale = answer.statusCode === 401;
      if (isStale) token = null;
      throw googleFailure(answer, text, { bucket: config.bucket, key, email: account.client_email }, outside.now());
    });
  return {
    place,
    page: async (after) => {
      const query = new URLSearchParams({ maxResults: '1000', fields: 'nextPageToken,items(name,size,generation,updated)' });
      if (config.prefix) query.set('prefix', config.prefix);
      if (after !== null) query.set('pageToken', after);
      const text = await textOf(await get(`${base}/storage/v1/b/${config.bucket}/o?${query}`, {})).catch((e) => {
        throw e instanceof ConnectionFailure ? e : new ConnectionFailure(`${place}: the listing broke off.`);
      });
      const page = Page.safeParse(json(text)).data;
      if (!page)
        throw new ConnectionFailure(
          `${place} answered with something that is no listing. Is the address the one of the storage API?`,
          true,
        );
      const objects = page.items.map((o) => ({
        key: o.name,
        bytes: Number(o.size),
        version: o.generation,
        changedAt: new Date(o.updated),
      }));
      return { objects, next: page.nextPageToken ?? null };
    },
    read: async ({ key, version }, from) => {
      const query = new URLSearchParams({ alt: 'media', ifGenerationMatch: version });
      // with gzip accepted, an object comes as it is stored and not unpacked on the way, so that its size and its ranges are true
      const headers = { 'accept-encoding': 'gzip', ...(from > 0 && { range: `bytes=${from}-` }) };
      const body = await get(`${base}/storage/v1/b/${config.bucket}/o/${encodeURIComponent(key)}?${query}`, headers, key);
      return { body, from: rangeStart(body.headers['content-range']) };
    },
    close: agents.end,
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
