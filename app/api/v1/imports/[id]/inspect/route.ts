import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { inspectImport } from '@/lib/services/imports/inspect-import';

export const POST = handler({ body: z.unknown(), run: ({ actor, params, body }) => inspectImport(actor, number(params.id), body) });
