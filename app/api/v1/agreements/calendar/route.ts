import { handler } from '@/lib/http/handler';
import { exportCalendar } from '@/lib/services/agreements/export-agreements';

/** Every date of every agreement, for a calendar (RFC 5545). */
export const GET = handler({
  run: async ({ actor }) =>
    new Response(await exportCalendar(actor, new Date()), {
      headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'attachment; filename="agreements.ics"' },
    }),
});
