import { z } from 'zod';
import { exploreAskWith } from '@/lib/core/explore/explore-ask';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { exportGroups } from '@/lib/services/explore/export-groups';

const Format = z.object({ format: z.enum(['csv', 'xlsx'], { error: 'format is csv or xlsx.' }).default('csv') });

/** The groups of a view as a file. */
export const GET = handler({
  query: exploreAskWith(Format),
  run: async ({ actor, query, request }) => {
    const { name, type, bytes } = await exportGroups(actor, query, query.format, today(), request.signal);
    return new Response(new Uint8Array(bytes), {
      headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
    });
  },
});
