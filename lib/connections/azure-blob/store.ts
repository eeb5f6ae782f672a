import type { Readable } from 'node:stream';
import { AnonymousCredential, ContainerClient, newPipeline, StorageSharedKeyCredential } from '@azure/storage-blob';
import { agentsFor, checkedAddress } from '../files/guarded-agents';
import { answered } from '../files/retries';
import { rangeStart, type Store } from '../files/store';
import { ConnectionFailure, type Opened } from '../types';
import { azureFailure } from './azure-failure';
import type { Config, Secret } from './config';

interface Access {
  url: URL;
  key: { account: string; key: string } | null;
  /** Without the question mark. */
  sas: string;
}

/** What was configured, in whichever of the three ways, as an address and what opens it. */
function accessOf({ config, secret, outside }: Opened<Config, Secret>): Access {
  const said = secret.connectionString ? partsOf(secret.connectionString) : null;
  const name = said?.get('AccountName') ?? config.account;
  const address =
    said?.get('BlobEndpoint') ??
    (/^[a-z0-9]{3,24}$/.test(name)
      ? `https://${name}.blob.${said?.get('EndpointSuffix') ?? 'core.windows.net'}`
      : said
        ? ''
        : config.account);
  if (!address)
    throw new ConnectionFailure(
      said ? 'The connection string names neither an account nor a BlobEndpoint.' : 'The storage account is missing.',
      true,
    );
  const url = checkedAddress(address, outside);
  const key = secret.accountKey || said?.get('AccountKey') || '';
  const account = said?.get('AccountName') ?? accountIn(url);
  if (key && !/^[A-Za-z0-9+/]+={0,2}$/.test(key))
    throw new ConnectionFailure('The account key is none: it is Base64 text, copied whole.', true);
  return { url, key: key ? { account, key } : null, sas: (secret.sas || said?.get('SharedAccessSignature') || '').replace(/^\?/, '') };
}

const partsOf = (text: string): Map<string, string> =>
  new Map(
    text
      .split(';')
      .filter((part) => part.includes('='))
      .map((part) => [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]),
  );

/** The account is the first label of the host, or, behind an address of one's own, the first part of the path. */
const accountIn = (url: URL): string => url.pathname.split('/')[1] || (url.hostname.split('.')[0] ?? '');

export function storeOf(opened: Opened<Config, Secret>): Store {
  const { config, outside } = opened;
  const place = `the container ${config.container}`;
  const { url, key, sas } = accessOf(opened);
  const agents = agentsFor(outside);
  const options = {
    retryOptions: { maxTries: 1 }, // who asks tries again, and knows what to go on with
    agent: url.protocol === 'https:' ? agents.https : agents.http, // passed on to the pipeline, though its type does not say so
  };
  const credential = key ? new StorageSharedKeyCredential(key.account, key.key) : new AnonymousCredential();
  const address = `${url.href.replace(/\/$/, '')}/${config.container}${sas && `?${sas}`}`;
  const container = new ContainerClient(address, newPipeline(credential, options));
  const ask = async <T>(blob: string | null, run: (signal: AbortSignal) => Promise<T>): Promise<T> => {
    try {
      return await answered(outside.signal, place, run);
    } catch (e) {
      throw e instanceof ConnectionFailure ? e : azureFailure(e, blob, config.container, { sas, now: outside.now() });
    }
  };
  return {
    place,
    page: (after) =>
      ask(null, async (abortSignal) => {
        const pages = container
          .listBlobsFlat({ ...(config.prefix && { prefix: config.prefix }), abortSignal })
          .byPage({ maxPageSize: 5_000, ...(after !== null && { continuationToken: after }) });
        const { value } = await pages.next();
        const blobs = (value as Awaited<ReturnType<typeof pages.next>>['value'])?.segment.blobItems ?? [];
        const objects = blobs.map(({ name, properties }: (typeof blobs)[number]) => ({
          key: name,
          bytes: properties.contentLength ?? 0,
          version: properties.etag,
          changedAt: properties.lastModified,
        }));
        return { objects, next: value?.continuationToken || null };
      }),
    read: ({ key: name, version }, from) =>
      ask(name, async (abortSignal) => {
        // no retries inside of the stream: they would hide a break from whoever goes on with it
        const answer = await container
          .getBlobClient(name)
          .download(from, undefined, { abortSignal, conditions: { ifMatch: quoted(version) }, maxRetryRequests: 0 });
        return { body: answer.readableStreamBody as Readable, from: rangeStart(answer.contentRange) };
      }),
    close: agents.end,
  };
}

/** A listing has ETags bare, a condition wants them in quotes. */
const quoted = (etag: string): string => (etag.startsWith('"') ? etag : `"${etag}"`);
