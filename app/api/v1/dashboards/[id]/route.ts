import { DashboardChange } from '@/lib/core/dashboards/panels';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { changeDashboard, deleteDashboard, getDashboard } from '@/lib/services/dashboards/manage-dashboards';

export const GET = handler({ run: ({ actor, params }) => getDashboard(actor, number(params.id)) });
export const PATCH = handler({
  body: DashboardChange,
  bodyBytes: 512 * 1024, // forty panels of text
  run: ({ actor, params, body }) => changeDashboard(actor, number(params.id), body),
});
export const DELETE = handler({ run: ({ actor, params }) => deleteDashboard(actor, number(params.id), new Date()) });
