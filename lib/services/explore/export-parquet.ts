import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import type { Actor } from '../../core/access/actor';
import type { ExploreQuery } from '../../core/explore/explore-query';
import { writeChargeParquet } from '../../db/columnar/charge-parquet';
import { env } from '../../env';
import { type ChargeFileForm, chargesAsked, rowsAsked, usualForm } from './export-charges';

/** What a process left behind that was killed over it is older than this. */
const FORGOTTEN_MS = 6 * 3_600_000;

/**
 * The same charges as a Parquet file: the rows, columns and digits of the CSV, with types. It is written whole before its first byte leaves, and gone from
 * the disk by then: whoever stops reading leaves nothing behind.
 */
export async function exportChargesParquet(
  actor: Actor,
  query: ExploreQuery,
  today: string,
  signal?: AbortSignal,
  form: ChargeFileForm = usualForm,
): Promise<{ fileName: string; bytes: number; content: Readable }> {
  const asked = await chargesAsked(actor, query, today, form);
  const shape = { version: asked.ask.version, owned: asked.ask.owners !== null };
  const exports = path.join(env().HEADROOM_HOME, 'exports');
  forgetOld(exports);
  const folder = path.join(exports, randomUUID());
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const remove = () => fs.rmSync(folder, { recursive: true, force: true });
  try {
    const file = await fs.promises.open(await writeChargeParquet(folder, rowsAsked(actor.organizationId, asked), shape, signal));
    const { size } = await file.stat();
    const content = file.createReadStream();
    // an open file can be read when it has no name any more; where a system refuses that, it goes with the last byte
    content.once('close', remove);
    await fs.promises.rm(folder, { recursive: true, force: true }).catch(() => {});
    return { fileName: `${asked.name}.parquet`, bytes: size, content };
  } catch (e) {
    remove();
    throw e;
  }
}

function forgetOld(exports: string): void {
  const names = fs.existsSync(exports) ? fs.readdirSync(exports) : [];
  for (const name of names) {
    const folder = path.join(exports, name);
    const { mtimeMs = Number.POSITIVE_INFINITY } = fs.statSync(folder, { throwIfNoEntry: false }) ?? {};
    if (mtimeMs < Date.now() - FORGOTTEN_MS) fs.rmSync(folder, { recursive: true, force: true });
  }
}
