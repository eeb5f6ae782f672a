import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { env } from '../../env';

/** Where the files of a connection lie while they are fetched. */
export const folderOf = (connectionId: number): string => path.join(env().HEADROOM_HOME, 'connections', String(Math.trunc(connectionId)));

/** Of one version of one delivery. Its name holds nothing that the other side wrote. */
export const deliveryFolder = (connectionId: number, { key, version }: { key: string; version: string }): string =>
  path.join(folderOf(connectionId), createHash('sha256').update(`${key}\u0000${version}`).digest('hex').slice(0, 32));

/** Takes away what was fetched and is needed no more. */
export async function sweepFolders(connectionId: number, kept: readonly { key: string; version: string }[]): Promise<void> {
  const names = new Set(kept.map((d) => path.basename(deliveryFolder(connectionId, d))));
  const folder = folderOf(connectionId);
  for (const name of await fs.promises.readdir(folder).catch(() => []))
    if (!names.has(name)) await fs.promises.rm(path.join(folder, name), { recursive: true, force: true });
}

/** Leaves exactly these files in a folder, and says how many bytes they are. */
export async function settleFolder(folder: string, names: readonly string[]): Promise<number> {
  let bytes = 0;
  for (const name of await fs.promises.readdir(folder)) {
    const file = path.join(folder, name);
    if (names.includes(name)) bytes += (await fs.promises.stat(file)).size;
    else await fs.promises.rm(file, { recursive: true, force: true });
  }
  return bytes;
}
