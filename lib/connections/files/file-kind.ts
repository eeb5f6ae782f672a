import { ConnectionFailure, type ConnectionKind, type Delivery, type Opened, type Window } from '../types';
import { download } from './download';
import { exportsIn, type Grouped, overlaps, toDelivery } from './group';
import { type Candidate, inOrder, type LayoutOptions } from './layout';
import { inWords } from './limits';
import { withRetries } from './retries';
import { Changed, NotThisOne, type Store, type StoredObject } from './store';

/** What differs from one kind of file store to the other: how to open it, and how its listing is to be read. */
export interface FileKind<C, S> extends Omit<ConnectionKind<C, S>, 'group' | 'test' | 'deliveries' | 'fetch'> {
  open(opened: Opened<C, S>): Promise<Store>;
  layout(config: C): LayoutOptions;
}

/** More than any export has in years; a listing is held in memory. */
const LISTED_AT_MOST = 500_000;
const MANIFEST_BYTES = 16 * 1024 ** 2;

/** A kind of file store as a connection. Whatever it reads, exports are told apart, checked and fetched in one way. */
export function fileKind<C, S>({ open, layout, ...kind }: FileKind<C, S>): ConnectionKind<C, S> {
  /** What was listed last for a connection that is open, so that fetching a hundred deliveries does not list a hundred times. */
  const listed = new WeakMap<object, Map<string, Grouped>>();

  const using = async <T>(opened: Opened<C, S>, use: (store: Store) => Promise<T>): Promise<T> => {
    const store = await open(opened);
    try {
      return await use(store);
    } finally {
      store.close();
    }
  };

  const find = async (opened: Opened<C, S>, store: Store, window: Window | null, key: string | null): Promise<Grouped[]> => {
    const { signal, now } = opened.outside;
    const candidates = exportsIn(await everything(store, signal), layout(opened.config)).filter(
      (c) => (!window || overlaps(c, window)) && (key === null || c.key === key),
    );
    const found: Grouped[] = [];
    for (const candidate of candidates) found.push(toDelivery(candidate, await manifestOf(candidate, store, signal), now()));
    return found;
  };

  return {
    ...kind,
    group: 'files',
    test: (opened) => using(opened, (store) => tried(store, layout(opened.config), opened)),
    async *deliveries(opened, window) {
      const found = await using(opened, (store) => find(opened, store, window, null));
      listed.set(opened, new Map(found.map((f) => [f.delivery.key, f])));
      for (const { delivery } of found) yield delivery;
    },
    fetch: (opened, delivery, folder, note) =>
      using(opened, async (store) => {
        const isIt = (f: Grouped | undefined) => f?.delivery.version === delivery.version && f.delivery.waitsFor === null;
        const known = listed.get(opened)?.get(delivery.key);
        const grouped = isIt(known) ? known : (await find(opened, store, null, delivery.key))[0];
        refuse(grouped, delivery, isIt(grouped));
        listed.get(opened)?.delete(delivery.key); // should it fail, the next try looks anew
        return download(store, grouped?.objects ?? [], delivery.version, folder, opened.outside.signal, note);
      }),
  };
}

function refuse(grouped: Grouped | undefined, delivery: Delivery, isIt: boolean): void {
  if (grouped && grouped.delivery.waitsFor !== null) throw new NotThisOne(`${delivery.title}: ${grouped.delivery.waitsFor}`);
  if (!isIt) throw new Changed(delivery.title);
}

async function everything(store: Store, signal: AbortSignal): Promise<StoredObject[]> {
  const objects: StoredObject[] = [];
  let after: string | null = null;
  const asked = new Set<string | null>();
  do {
    if (asked.has(after)) throw new ConnectionFailure(`${store.place}: its listing leads in a circle.`, true);
    asked.add(after);
    const page: Awaited<ReturnType<Store['page']>> = await withRetries(signal, () => store.page(after));
    for (const object of page.objects) objects.push(object);
    if (objects.length > LISTED_AT_MOST)
      throw new ConnectionFailure(
        `There are more than ${LISTED_AT_MOST.toLocaleString('en')} files in ${store.place}. Name the folder of the export.`,
        true,
      );
    after = page.next;
  } while (after !== null);
  return objects;
}

async function manifestOf({ manifest }: Candidate, store: Store, signal: AbortSignal): Promise<string | null> {
  if (!manifest || manifest.bytes > MANIFEST_BYTES) return null;
  return withRetries(signal, async () => (await bytesOf(store, manifest, manifest.bytes)).toString('utf8'));
}

/** The first bytes of an object. */
async function bytesOf(store: Store, object: StoredObject, length: number): Promise<Buffer> {
  const { body } = await store.read(object, 0);
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= length) break;
    }
  } catch {
    throw new ConnectionFailure(`${store.place}: the transfer of ${object.key} broke off.`);
  } finally {
    body.destroy();
  }
  if (bytes < length) throw new ConnectionFailure(`${store.place}: the transfer of ${object.key} broke off.`);
  return Buffer.concat(chunks).subarray(0, length);
}

/** Lists the first page and reads one byte: the two permissions that are needed. */
async function tried(store: Store, options: LayoutOptions, { outside: { signal } }: Opened<unknown, unknown>): Promise<string> {
  const { objects, next } = await withRetries(signal, () => store.page(null));
  const where = options.prefix ? `${store.place}, folder ${options.prefix.replace(/\/$/, '')}` : store.place;
  const files = objects.filter((o) => o.bytes > 0);
  const first = inOrder(files).at(-1);
  if (!first) return `It answers, and there is no file in ${where} yet.`;
  await withRetries(signal, () => bytesOf(store, first, 1));
  const found = exportsIn(files, options);
  const bytes = files.reduce((sum, o) => sum + o.bytes, 0);
  const count = `${next === null ? '' : 'more than '}${files.length} ${files.length === 1 ? 'file' : 'files'}`;
  if (found.length === 0) return `It answers. ${where} holds ${count}, ${inWords(bytes)}, and none that looks like a bill.`;
  return `It answers. ${where} holds ${count}, ${inWords(bytes)}: ${found.length} ${found.length === 1 ? 'export' : 'exports'}, the last ${found.at(-1)?.title}.`;
}
