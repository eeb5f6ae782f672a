import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { addAbortSignal } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { ConnectionFailure } from '../types';
import { inWords } from './limits';
import { networkFailure } from './network-failure';
import { withRetries } from './retries';
import { Changed, NotThisOne, type Store, type StoredObject } from './store';

const SILENCE_MS = 60_000;
/** How often one file may be gone on with, and the pause before. */
const PIECES = 1_000;
const PAUSE_MS = 250;
const MARK = '.version';

/** Brings objects into a folder, going on where an earlier try of the same version ended. Returns the names, in order. */
export async function download(
  store: Store,
  objects: readonly StoredObject[],
  version: string,
  folder: string,
  signal: AbortSignal,
  note: (doing: string) => void,
) {
  await begin(folder, version);
  const names: string[] = [];
  for (const [i, object] of objects.entries()) {
    const name = `${String(i + 1).padStart(4, '0')}-${safeName(object.key)}`;
    note(`Fetching ${path.posix.basename(object.key)}, file ${i + 1} of ${objects.length}, ${inWords(object.bytes)}.`);
    await bring(store, object, path.join(folder, name), signal);
    names.push(name);
  }
  await fs.promises.rm(path.join(folder, MARK), { force: true }); // whoever loads the folder finds bills in it and nothing else
  return names;
}

/** What another version left here is removed: its pieces would be put together with ours. */
async function begin(folder: string, version: string): Promise<void> {
  await fs.promises.mkdir(folder, { recursive: true, mode: 0o700 });
  const mark = path.join(folder, MARK);
  const before = await fs.promises.readFile(mark, 'utf8').catch(() => null);
  if (before !== null && before !== version)
    for (const name of await fs.promises.readdir(folder))
      if (/^\d{4}-/.test(name)) await fs.promises.rm(path.join(folder, name), { force: true });
  await fs.promises.writeFile(mark, version, { mode: 0o600 });
}

/** The last part of a key, with nothing in it that a path, a shell or a pattern could take for more than a name. */
export function safeName(key: string): string {
  const plain = path.posix
    .basename(key)
    .replace(/[^A-Za-z0-9._-]+/g, '_')
    .replace(/^\.+/, '');
  return plain.slice(-120).replace(/^\.+/, '') || 'file';
}

async function bring(store: Store, object: StoredObject, to: string, signal: AbortSignal): Promise<void> {
  if ((await sizeOf(to)) === object.bytes) return;
  const part = `${to}.${createHash('sha256').update(object.version).digest('hex').slice(0, 8)}.part`;
  if (((await sizeOf(part)) ?? 0) > object.bytes) await fs.promises.rm(part);
  for (let pieces = 0; (await sizeOf(part)) !== object.bytes; pieces++) {
    if (pieces === PIECES) throw brokeOff(store, object);
    if (pieces > 0) await sleep(PAUSE_MS);
    await withRetries(signal, () => goOn(store, object, part, signal));
  }
  await fs.promises.rename(part, to);
}

/** One request for what is missing. It counts as failed only when it brought nothing: a long file may be cut more often than we try. */
async function goOn(store: Store, object: StoredObject, part: string, signal: AbortSignal): Promise<void> {
  const had = (await sizeOf(part)) ?? 0;
  const { body, from } = await store.read(object, had);
  if (from !== had && from !== 0) {
    body.destroy();
    throw new ConnectionFailure(`${store.place} answered with another part of ${object.key} than was asked for.`);
  }
  let broke: unknown;
  let at = from;
  addAbortSignal(signal, body);
  async function* whatComes() {
    const silence = setTimeout(() => body.destroy(new Error('timeout')), SILENCE_MS);
    try {
      for await (const chunk of body) {
        silence.refresh();
        at += chunk.length;
        if (at > object.bytes) throw new Changed(object.key);
        yield chunk;
      }
    } catch (e) {
      broke = e; // what came before is kept: it is written to its end, and the next request goes on from there
    } finally {
      clearTimeout(silence);
    }
  }
  try {
    await pipeline(whatComes, fs.createWriteStream(part, from === 0 ? { mode: 0o600 } : { flags: 'r+', start: from }));
  } catch (e) {
    throw new NotThisOne(
      `${path.posix.basename(object.key)} cannot be written to the disk of this machine (${(e as NodeJS.ErrnoException).code}).`,
    );
  }
  if (broke instanceof Changed) await fs.promises.rm(part, { force: true });
  if (broke instanceof ConnectionFailure) throw broke;
  if (at < object.bytes && at <= had) throw (broke && networkFailure(broke, store.place)) || brokeOff(store, object);
}

const brokeOff = (store: Store, object: StoredObject) => new ConnectionFailure(`${store.place}: the transfer of ${object.key} broke off.`);

const sizeOf = (file: string): Promise<number | null> =>
  fs.promises.stat(file).then(
    (s) => s.size,
    () => null,
  );
