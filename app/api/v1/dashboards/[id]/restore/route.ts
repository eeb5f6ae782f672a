import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { restoreDashboard } from '@/lib/services/dashboards/manage-dashboards';

export const POST = handler({ run: ({ actor, params }) => restoreDashboard(actor, number(params.id)) });
