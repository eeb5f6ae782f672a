import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { agreeRate, withdrawRate } from '@/lib/services/fx/agree-rate';

/** A rate that was agreed for a month. With `preview` it is only said what would change. */
export const PUT = handler({ body: z.unknown(), run: ({ actor, body }) => agreeRate(actor, body) });
export const DELETE = handler({ body: z.unknown(), run: ({ actor, body }) => withdrawRate(actor, body) });
