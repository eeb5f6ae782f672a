import { Readable } from 'node:stream';
import { z } from 'zod';
import { ExploreAsk } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { exportCharges } from '@/lib/services/explore/export-charges';
import { exportChargesParquet } from '@/lib/services/explore/export-parquet';

const Format = z.object({ format: z.enum(['csv', 'parquet'], { error: 'format is csv or parquet.' }).default('csv') });

/** The charges behind a view as CSV or Parquet, streamed: the file is never held as a whole. */
export const GET = handler({
  query: z.intersection(ExploreAsk, Format),
  run: async ({ actor, query, request }) => {
    if (query.format === 'parquet') {
      const { fileName, bytes, content } = await exportChargesParquet(actor, query, today(), request.signal);
      return fileOf(content, fileName, { 'content-type': 'application/vnd.apache.parquet', 'content-length': String(bytes) });
    }
    const { fileName, content } = await exportCharges(actor, query, today());
    const parts = Readable.from(content).map((text: string) => Buffer.from(text));
    return fileOf(parts, fileName, { 'content-type': 'text/csv; charset=utf-8' });
  },
});

const fileOf = (content: Readable, fileName: string, headers: Record<string, string>): Response =>
  new Response(Readable.toWeb(content) as ReadableStream, {
    headers: { ...headers, 'content-disposition': `attachment; filename="${fileName}"` },
  });
