import { addAbortSignal, Readable } from 'node:stream';
import { z } from 'zod';
import { dimensionKey } from '@/lib/core/allocation/types';
import { exploreAskWith } from '@/lib/core/explore/explore-ask';
import { focusFileVersions } from '@/lib/core/focus/file-columns';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { exportCharges } from '@/lib/services/explore/export-charges';
import { exportChargesParquet } from '@/lib/services/explore/export-parquet';

const Form = z.object({
  format: z.enum(['csv', 'parquet'], { error: 'format is csv or parquet.' }).default('csv'),
  version: z.enum(focusFileVersions, { error: `version is ${focusFileVersions.join(' or ')}.` }).default('1.2'),
  split: dimensionKey.nullable().default(null),
});

/** The charges behind a view as CSV or Parquet, streamed: the file is never held as a whole. */
export const GET = handler({
  query: exploreAskWith(Form),
  run: async ({ actor, query: { format, version, split, ...query }, request }) => {
    const form = { version, split };
    if (format === 'parquet') {
      const { fileName, bytes, content } = await exportChargesParquet(actor, query, today(), request.signal, form);
      return fileOf(request, content, fileName, { 'content-type': 'application/vnd.apache.parquet', 'content-length': String(bytes) });
    }
    const { fileName, content } = await exportCharges(actor, query, today(), form);
    const parts = Readable.from(content).map((text: string) => Buffer.from(text));
    return fileOf(request, parts, fileName, { 'content-type': 'text/csv; charset=utf-8' });
  },
});

/** A file on its way. Who leaves ends the writing of it, also before the first of it was read: it holds a connection to the database. */
function fileOf({ signal }: Request, content: Readable, fileName: string, headers: Record<string, string>): Response {
  const body = Readable.toWeb(content) as ReadableStream;
  addAbortSignal(signal, content);
  return new Response(body, { headers: { ...headers, 'content-disposition': `attachment; filename="${fileName}"` } });
}
