import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import copyStreams from 'pg-copy-streams';

/** Something that writes CSV rows into a file: DuckDB, into a pipe. `cancel` makes it stop. */
export interface RowWriter {
  write(select: string, file: string): Promise<void>;
  cancel(): void;
  /** Where the pipe may be made. */
  folder: string;
}

/**
 * Native rows into PostgreSQL: the writer fills a FIFO, Node forwards the bytes to COPY, no row becomes a JavaScript object.
 *
 * When a SELECT fails half way the writer closes the FIFO before its error is heard, so COPY ends well with part of the rows. Therefore this
 * refuses to run outside a transaction and waits for the writer before it returns. Returns the number of rows.
 */
export async function copyRows(client: pg.ClientBase, copySql: string, writer: RowWriter, select: string): Promise<number> {
  if ((client as unknown as { getTransactionStatus(): string }).getTransactionStatus() !== 'T')
    throw new Error('copyRows must run inside a transaction');
  const folder = fs.mkdtempSync(path.join(writer.folder, 'pipe-'));
  const fifo = path.join(folder, 'rows');
  try {
    execFileSync('mkfifo', ['-m', '600', fifo]);
    const bytes = reader(fifo);
    const copy = client.query(copyStreams.from(copySql));
    let failure: Error | undefined;
    const written = writer.write(select, fifo).catch((e: Error) => {
      failure = e;
      bytes.destroy(e);
    });
    try {
      await pipeline(bytes, copy);
    } catch (e) {
      await release(writer, fifo, written);
      throw failure && !/broken pipe|interrupt/i.test(failure.message) ? failure : e;
    }
    await written;
    if (failure) throw failure;
    return copy.rowCount;
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** Without O_NONBLOCK the open would hold a thread until the writer comes, for ever if it fails before. */
const reader = (fifo: string) =>
  new net.Socket({ fd: fs.openSync(fifo, fs.constants.O_RDONLY | fs.constants.O_NONBLOCK), readable: true, writable: false });

/** PostgreSQL refused. A writer that has not opened its end yet would wait for a reader for ever: be one, and ask it to stop. */
async function release(writer: RowWriter, fifo: string, written: Promise<void>): Promise<void> {
  const drain = reader(fifo);
  drain.on('error', () => {}).resume();
  const nag = setInterval(() => writer.cancel(), 50);
  await written;
  clearInterval(nag);
  drain.destroy();
}
