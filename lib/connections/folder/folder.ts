import { constants } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { field, grouping, groupingField } from '../files/fields';
import { fileKind } from '../files/file-kind';
import { isPassing } from '../files/layout';
import { Changed, NotThisOne, type Store, type StoredObject, steady } from '../files/store';
import { ConnectionFailure, type Opened } from '../types';

const Config = z.object({
  path: z
    .string()
    .trim()
    .max(1_000)
    .refine((text) => path.isAbsolute(text) && !text.includes('\u0000'), 'is the whole path of a folder, beginning with /'),
  grouping,
});

const Secret = z.object({});

type Config = z.infer<typeof Config>;

const SETTLE_MS = 30_000;
const FOLDERS_DEEP = 10;
const UNREADABLE_NAME = 'Its name is not written in UTF-8, so it cannot be opened. Rename it.';

/** A folder of this machine, a mounted share among them. It is read and never written to. */
export const folder = fileKind<Config, z.infer<typeof Secret>>({
  kind: 'folder',
  title: 'Watched folder',
  about:
    'Reads bills that appear in a folder of the machine that Headroom runs on. The folder must lie within one of those that the operator has opened (HEADROOM_WATCH_FOLDERS), and be readable ' +
    'for the user that Headroom runs as. A file is taken once it has not changed for 30 seconds.',
  fields: [
    field('path', 'Folder', 'Its whole path, such as /srv/billing/exports. Folders in it are read as well.', { isRequired: true }),
    groupingField,
  ],
  config: Config,
  secret: Secret,
  open: storeOf,
  layout: (config) => ({ prefix: '', grouping: config.grouping, settleMs: SETTLE_MS }),
});

async function storeOf({ config, outside }: Opened<Config, unknown>): Promise<Store> {
  const place = `the folder ${config.path}`;
  const root = await fs.realpath(config.path).catch((e) => {
    throw folderFailure(e, config.path);
  });
  await refuseOutside(root, config.path, outside.watchable);
  return {
    place,
    page: async () => {
      const objects: StoredObject[] = [];
      await walk(root, '', 0, objects).catch((e) => {
        throw folderFailure(e, config.path);
      });
      return { objects, next: null };
    },
    read: async (object, from) => {
      try {
        return await read(root, object, from);
      } catch (e) {
        throw e instanceof ConnectionFailure ? e : folderFailure(e, object.key);
      }
    },
    close: () => {},
  };
}

const isWithin = (file: string, root: string): boolean => file === root || file.startsWith(root.endsWith('/') ? root : `${root}/`);

/** The operator says what may be watched; links are resolved on both sides before they are compared. */
async function refuseOutside(root: string, shown: string, watchable: readonly string[]): Promise<void> {
  const allowed = (await Promise.all(watchable.map((one) => fs.realpath(one).catch(() => null)))).filter((one) => one !== null);
  if (allowed.length === 0)
    throw new ConnectionFailure('The operator of this installation has opened no folder to be watched (HEADROOM_WATCH_FOLDERS).', true);
  if (!allowed.some((one) => isWithin(root, one)))
    throw new ConnectionFailure(`${shown} lies in none of the folders that the operator has opened (HEADROOM_WATCH_FOLDERS).`, true);
  if (!(await fs.stat(root)).isDirectory()) throw new ConnectionFailure(`${shown} is no folder.`, true);
}

async function walk(root: string, below: string, depth: number, objects: StoredObject[]): Promise<void> {
  for (const entry of await fs.readdir(path.join(root, below), { withFileTypes: true })) {
    if (isPassing(entry.name)) continue;
    const key = path.posix.join(below, entry.name);
    if (entry.isDirectory() && depth < FOLDERS_DEEP) await walk(root, key, depth + 1, objects);
    if (!entry.isFile() && !entry.isSymbolicLink()) continue;
    const file = await insideOf(root, key);
    if (file === null && key.includes('\ufffd'))
      objects.push({ key, bytes: 0, version: '', changedAt: new Date(0), trouble: UNREADABLE_NAME });
    const stats = file === null ? null : await fs.stat(file).catch(() => null); // it may be gone again
    if (stats?.isFile()) objects.push({ key, bytes: stats.size, version: versionOf(stats), changedAt: stats.mtime });
  }
}

/** Where a key leads; null when that is out of the folder, or nowhere. */
const insideOf = (root: string, key: string): Promise<string | null> =>
  fs.realpath(path.join(root, key)).then(
    (file) => (isWithin(file, root) ? file : null),
    () => null,
  );

async function read(root: string, object: StoredObject, from: number) {
  const file = await insideOf(root, object.key);
  if (file === null) throw new Changed(object.key);
  // what stands there now is opened, and never a link that has just taken its place
  const handle = await fs.open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const isSame = async () => {
    const now = await fs.stat(file).catch(() => null);
    return now !== null && versionOf(now) === object.version;
  };
  const stats = await handle.stat();
  if (!stats.isFile() || versionOf(stats) !== object.version || (await insideOf(root, object.key)) !== file) {
    await handle.close();
    throw new Changed(object.key);
  }
  return { body: steady(handle.createReadStream({ start: from }), isSame, object.key), from };
}

const versionOf = ({ ino, size, mtimeMs }: { ino: number; size: number; mtimeMs: number }): string => `${ino}-${size}-${mtimeMs}`;

function folderFailure(e: unknown, what: string): ConnectionFailure {
  if (e instanceof ConnectionFailure) return e;
  const { code = '' } = e as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new ConnectionFailure(`${what} does not exist on the machine that Headroom runs on.`, true);
  if (code === 'EACCES' || code === 'EPERM') return new NotThisOne(`The user that Headroom runs as may not read ${what}.`);
  if (code === 'ELOOP') return new Changed(what);
  return new ConnectionFailure(`${what} cannot be read (${code || 'unknown'}).`);
}
