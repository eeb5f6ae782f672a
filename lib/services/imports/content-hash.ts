import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { filesOf } from '../../ingest/files/unpack';

/** SHA-256 of a file, in hex; of a folder, the hash of its files' hashes, in the order of their names. */
export async function hashOf(file: string): Promise<string> {
  const { isFolder, files } = await filesOf(file);
  const hashes: string[] = [];
  for (const one of files) {
    const hash = createHash('sha256');
    await pipeline(fs.createReadStream(one, { highWaterMark: 1024 ** 2 }), hash);
    hashes.push(hash.digest('hex'));
  }
  return isFolder ? createHash('sha256').update(hashes.join()).digest('hex') : (hashes[0] ?? '');
}
