import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { closeMonth, listCloses } from '@/lib/services/fx/close-month';

export const GET = handler({ run: ({ actor }) => listCloses(actor) });
export const POST = handler({ body: z.unknown(), run: ({ actor, body }) => closeMonth(actor, body, today()) });
