import { handler } from '@/lib/http/handler';
import { countAlerts } from '@/lib/services/alerts/inbox';

export const GET = handler({ run: ({ actor }) => countAlerts(actor) });
