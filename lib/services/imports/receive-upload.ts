import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { visible } from '../../core/text/visible';
import { createImport } from '../../db/records/imports';
import { env } from '../../env';

const uploads = (): string => path.join(env().HEADROOM_HOME, 'uploads');

/** Removes an upload; a file that lies elsewhere is not ours to remove. */
export async function removeUpload(file: string): Promise<void> {
  if (path.dirname(file) === uploads()) await fs.promises.rm(file, { force: true, recursive: true });
}

/** Streams an upload to disk under a name of our own. Nothing is loaded yet. Returns the import's id. */
export async function receiveUpload(
  actor: Actor,
  { name, body }: { name: string; body: ReadableStream<Uint8Array> | null },
): Promise<{ id: number }> {
  requirePermission(actor, 'imports:write');
  const { fileName, filePath, bytes } = await storeUpload(name, body);
  try {
    return { id: await createImport(actor.organizationId, { fileName, filePath, bytes, createdByName: actor.name, choices: {} }) };
  } catch (e) {
    await fs.promises.rm(filePath, { force: true }); // a file that no import knows would lie here for ever
    throw e;
  }
}

/** The bytes of an upload on disk, at most as many as this installation takes. Throws `invalid` for what is larger, empty or broken off. */
export async function storeUpload(
  name: string,
  body: ReadableStream<Uint8Array> | null,
): Promise<{ fileName: string; filePath: string; bytes: number }> {
  if (!body) throw new AppError('invalid', 'The upload has no content.');
  if (name.includes('\u0000')) throw new AppError('invalid', 'The name of the file holds the character NUL. Rename it and try again.');
  const fileName = visible(path.basename(name.replaceAll('\\', '/'))).slice(0, 200) || 'upload';
  const folder = uploads();
  await fs.promises.mkdir(folder, { recursive: true, mode: 0o700 });
  const filePath = path.join(folder, randomUUID());
  const limit = env().HEADROOM_MAX_UPLOAD_BYTES;
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(
        bytes > limit ? new AppError('invalid', `The upload is larger than ${limit} bytes, the limit of this installation.`) : null,
        chunk,
      );
    },
  });
  try {
    await pipeline(Readable.fromWeb(body), counted, fs.createWriteStream(filePath, { mode: 0o600 }));
  } catch (e) {
    await fs.promises.rm(filePath, { force: true });
    if (e instanceof AppError) throw e;
    throw new AppError('invalid', `The upload of ${fileName} broke off after ${bytes} bytes. Nothing was kept; try it again.`);
  }
  return { fileName, filePath, bytes };
}
