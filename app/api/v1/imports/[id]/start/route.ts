import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { startImport } from '@/lib/services/imports/start-import';

export const POST = handler({ body: z.unknown(), run: ({ actor, params, body }) => startImport(actor, number(params.id), body) });
