import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { importSeries } from '@/lib/services/series/import-series';
import { listSeries } from '@/lib/services/series/list-series';

export const GET = handler({ run: ({ actor }) => listSeries(actor) });
export const POST = handler({
  body: z.object({ series: z.string().max(200), fileName: z.string().max(300), text: z.string().max(60_000_000) }),
  bodyBytes: 64 * 1024 ** 2,
  run: ({ actor, body }) => importSeries(actor, body.series, { name: body.fileName, text: body.text }),
});
