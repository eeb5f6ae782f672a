import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { forgetExpected } from '@/lib/services/anomalies/expect';

export const DELETE = handler({ run: ({ actor, params }) => forgetExpected(actor, number(params.id)) });
