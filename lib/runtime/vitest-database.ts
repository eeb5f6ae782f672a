import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { startPostgres } from './embedded-postgres.mjs';

/**
 * The database that tests meet. With DATABASE_URL it is the one somebody has prepared; without, a server of our own in a folder of its own,
 * migrated, and gone at the end.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.DATABASE_URL) return undefined;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'headroom-tests-'));
  fs.chmodSync(folder, 0o755); // run by root, the server has another account
  const server = await startPostgres({
    stateDir: path.join(folder, 'postgres'),
    settings: { fsync: 'off', max_wal_size: '2GB', log_min_messages: 'error' },
  });
  const stop = async () => {
    await server.stop();
    for (const f of [server.stateDir, folder]) fs.rmSync(f, { recursive: true, force: true });
  };
  // A run that is stopped from outside does not come to its end.
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void stop().finally(() => process.exit(1)));
  try {
    process.env.DATABASE_URL = server.url; // workers inherit it
    const root = path.resolve(import.meta.dirname, '../..');
    await promisify(execFile)(process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), 'migrate', 'deploy'], {
      cwd: root,
    });
    return stop;
  } catch (e) {
    await stop();
    throw e;
  }
}
