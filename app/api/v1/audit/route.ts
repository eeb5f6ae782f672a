import { handler } from '@/lib/http/handler';
import { AuditQuery, getAudit } from '@/lib/services/audit/get-audit';

export const GET = handler({ query: AuditQuery, run: ({ actor, query }) => getAudit(actor, query) });
