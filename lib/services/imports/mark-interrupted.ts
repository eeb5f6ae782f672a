import fs from 'node:fs';
import path from 'node:path';
import { forgetLoadsOf } from '../../db/loading/write-loads';
import { isRunning, markInterrupted } from '../../db/records/imports';
import { env } from '../../env';

/** An import without a sign of life for this long has lost its process: it beats every second. */
const SILENCE_MS = 20_000;

/** Says so of imports whose process has died, so that a person can try again or discard them, and sweeps up what they left. */
export async function markDeadImports(): Promise<void> {
  for (const { id, organizationId } of await markInterrupted(SILENCE_MS)) await forgetLoadsOf(organizationId, id);
  const scratch = path.join(env().HEADROOM_HOME, 'scratch');
  for (const name of await fs.promises.readdir(scratch).catch(() => [])) {
    const id = /^import-(\d+)-/.exec(name)?.[1];
    if (id && !(await isRunning(Number(id)))) await fs.promises.rm(path.join(scratch, name), { recursive: true, force: true });
  }
}
