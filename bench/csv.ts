import { Transform } from 'node:stream';

/** Records back to CSV lines for COPY; an empty cell is null, as COPY reads it. */
export const stringify = (): Transform =>
  new Transform({
    writableObjectMode: true,
    transform(record: string[], _encoding, done) {
      done(null, `${record.map((c) => (/[",\r\n]/.test(c) ? `"${c.replaceAll('"', '""')}"` : c)).join(',')}\n`);
    },
  });
