import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { getSources } from '@/lib/services/sources/get-sources';

export const GET = handler({ run: ({ actor }) => getSources(actor, today()) });
