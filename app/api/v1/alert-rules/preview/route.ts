import { z } from 'zod';
import { handler } from '@/lib/http/handler';
import { previewRule } from '@/lib/services/alerts/preview-rule';

export const POST = handler({ body: z.record(z.string(), z.unknown()), run: ({ actor, body }) => previewRule(actor, body, new Date()) });
