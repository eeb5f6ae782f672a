import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { forgetMeter } from '@/lib/services/meters/teach-meter';

export const DELETE = handler({ run: ({ actor, params }) => forgetMeter(actor, number(params.id)) });
