import { handler } from '@/lib/http/handler';
import { ExpectedRequest, expectCosts, listExpected } from '@/lib/services/anomalies/expect';

export const GET = handler({ run: ({ actor }) => listExpected(actor) });
export const POST = handler({ body: ExpectedRequest, run: ({ actor, body }) => expectCosts(actor, body) });
