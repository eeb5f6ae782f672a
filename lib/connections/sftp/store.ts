import path from 'node:path';
import { Changed, NotThisOne, type Store, type StoredObject, steady } from '../files/store';
import { ConnectionFailure, type Opened } from '../types';
import type { Config, Secret } from './config';
import { openSession, type Session } from './session';

const FOLDERS_DEEP = 10;
const FILES_AT_MOST = 200_000;

export function storeOf(opened: Opened<Config, Secret>): Store {
  const { config } = opened;
  const place = `${config.user}@${config.host}`;
  let session: Promise<Session> | null = null;
  /** A connection is kept until it breaks; who asks again gets another one. */
  const using = async <T>(what: string, use: (session: Session) => Promise<T>): Promise<T> => {
    if ((await session?.catch(() => null))?.isBroken()) session = null;
    session ??= openSession(opened);
    const current = session;
    const forget = () => {
      if (session === current) session = null;
    };
    try {
      const open = await current;
      return await open.orBroken(use(open));
    } catch (e) {
      if (e instanceof ConnectionFailure) {
        if (!(e instanceof NotThisOne)) forget();
        throw e;
      }
      throw sftpFailure(e, what, config);
    }
  };
  const root = config.folder || '.';
  const pathOf = (key: string) => path.posix.join(root, key);
  return {
    place,
    page: () =>
      using(root, async ({ list }) => {
        const objects: StoredObject[] = [];
        const walk = async (folder: string, depth: number): Promise<void> => {
          for (const { filename: name, attrs } of await list(pathOf(folder))) {
            if (name === '.' || name === '..' || name.includes('/') || name.startsWith('.')) continue;
            const key = path.posix.join(folder, name);
            if (attrs.isDirectory() && depth < FOLDERS_DEEP) await walk(key, depth + 1);
            // links are left alone: where they lead is the server's affair, and may be anywhere
            else if (attrs.isFile())
              objects.push({ key, bytes: attrs.size, version: versionOf(attrs), changedAt: new Date(attrs.mtime * 1000) });
            if (objects.length > FILES_AT_MOST)
              throw new ConnectionFailure(`${place} holds more than ${FILES_AT_MOST} files. Name the folder of the bills.`, true);
          }
        };
        await walk('', 0);
        return { objects, next: null };
      }),
    read: (object, from) =>
      using(object.key, async ({ stat, stream }) => {
        const file = pathOf(object.key);
        const isSame = async () => versionOf(await stat(file)) === object.version;
        if (!(await isSame())) throw new Changed(object.key);
        return { body: steady(await stream(file, from, object.bytes), isSame, object.key), from };
      }),
    close: () => {
      session?.then(
        (open) => open.end(),
        () => {},
      );
    },
  };
}

const versionOf = ({ size, mtime }: { size: number; mtime: number }): string => `${size}-${mtime}`;

const NO_SUCH_FILE = 2;
const PERMISSION_DENIED = 3;

function sftpFailure(e: unknown, what: string, { user, host }: Config): ConnectionFailure {
  const { code } = e as { code?: unknown };
  if (code === NO_SUCH_FILE) return new ConnectionFailure(`${what} does not exist on ${host}, or not for ${user}.`, true);
  if (code === PERMISSION_DENIED) return new NotThisOne(`${user} may not read ${what} on ${host}.`);
  return new ConnectionFailure(`${host} refused to read ${what}${typeof code === 'number' ? ` (SFTP status ${code})` : ''}.`);
}
