import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { makeDashboard, NewDashboard } from '@/lib/services/dashboards/make-from-template';
import { listDashboards } from '@/lib/services/dashboards/manage-dashboards';

export const GET = handler({ run: ({ actor }) => listDashboards(actor) });
export const POST = handler({
  body: NewDashboard,
  bodyBytes: 512 * 1024, // forty panels of text
  run: ({ actor, body }) => makeDashboard(actor, body, today()),
});
