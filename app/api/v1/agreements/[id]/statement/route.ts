import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { exportStatement } from '@/lib/services/agreements/export-statement';

export const GET = handler({
  query: z.object({ format: z.enum(['csv', 'xlsx']).default('csv'), to: z.iso.date().optional(), 'as-of': z.iso.date().optional() }),
  run: async ({ actor, params, query }) => {
    const file = await exportStatement(actor, number(params.id), query.format, { to: query.to, asOf: query['as-of'] });
    return new Response(new Uint8Array(file.bytes), {
      headers: { 'content-type': file.type, 'content-disposition': `attachment; filename="${file.name}"` },
    });
  },
});
