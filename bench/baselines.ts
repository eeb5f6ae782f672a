import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { stringify } from './csv';

const numeric = /Cost$|Quantity$|Price$/;
const moment = /Period(Start|End)$/;

/** The file's own columns in one wide table, typed: numeric, timestamptz, text. */
async function wideTable(client: pg.Client, file: string): Promise<void> {
  const header = firstLine(file).split(',');
  const columns = header.map((h) => `"${h}" ${numeric.test(h) ? 'numeric' : moment.test(h) ? 'timestamptz' : 'text'}`);
  await client.query('drop table if exists bench_wide');
  await client.query(`create table bench_wide (${columns.join(', ')})`);
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
};

/** PostgreSQL reads the file itself: the fastest way into one wide table. Needs the right to read files of the server. */
export async function serverSideCopy(adminUrl: string, file: string): Promise<number> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  try {
    await wideTable(client, file);
    return await timed(() => client.query(`copy bench_wide from '${file.replaceAll("'", "''")}' (format csv, header)`));
  } finally {
    await client.query('drop table if exists bench_wide').catch(() => {});
    await client.end();
  }
}

/** What most importers do: parse in Node, write rows to COPY. */
export async function csvParseCopy(url: string, file: string): Promise<number> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await wideTable(client, file);
    return await timed(() =>
      pipeline(
        fs.createReadStream(file),
        parse({ from: 2 }),
        stringify(),
        client.query(copyStreams.from('copy bench_wide from stdin (format csv)')),
      ),
    );
  } finally {
    await client.query('drop table if exists bench_wide').catch(() => {});
    await client.end();
  }
}

function firstLine(file: string): string {
  const handle = fs.openSync(file, 'r');
  const head = Buffer.alloc(16_384);
  fs.readSync(handle, head, 0, head.length, 0);
  fs.closeSync(handle);
  return head.toString('utf8').split('\n')[0] ?? '';
}
