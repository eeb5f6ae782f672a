import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { queryMeters } from '@/lib/services/meters/list-meters';
import { MeterToTeach, teachMeter } from '@/lib/services/meters/teach-meter';

export const GET = handler({
  query: z.object({ from: z.string().optional(), to: z.string().optional() }),
  run: ({ actor, query }) => queryMeters(actor, query),
});
export const POST = handler({ body: MeterToTeach, run: ({ actor, body }) => teachMeter(actor, body) });
