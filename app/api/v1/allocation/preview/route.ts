import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { PreviewInput, previewRules } from '@/lib/services/allocation/preview';

export const POST = handler({ body: PreviewInput, bodyBytes: 1024 ** 2, run: ({ actor, body }) => previewRules(actor, body, today()) });
