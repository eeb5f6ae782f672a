import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { applySentViews } from '@/lib/services/views/apply-views';

export const POST = handler({ body: z.unknown(), run: ({ actor, body }) => applySentViews(actor, body) });
