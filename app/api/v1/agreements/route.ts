import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { listAgreements } from '@/lib/services/agreements/list-agreements';

export const GET = handler({ run: ({ actor }) => listAgreements(actor, today()) });
