import { handler } from '@/lib/http/handler';
import { AlertQuery, listAlerts } from '@/lib/services/alerts/inbox';

export const GET = handler({ query: AlertQuery, run: ({ actor, query }) => listAlerts(actor, query) });
