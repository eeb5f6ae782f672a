import { Readable } from 'node:stream';
import { ExploreAsk } from '@/lib/core/explore/explore-query';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { exportCharges } from '@/lib/services/explore/export-charges';

/** The charges behind a view as CSV, streamed: the file is never held as a whole. */
export const GET = handler({
  query: ExploreAsk,
  run: async ({ actor, query }) => {
    const { fileName, content } = await exportCharges(actor, query, today());
    return new Response(Readable.toWeb(Readable.from(content).map((text: string) => Buffer.from(text))) as ReadableStream, {
      headers: { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': `attachment; filename="${fileName}"` },
    });
  },
});
