import { handler } from '@/lib/http/handler';
import { today } from '@/lib/http/today';
import { PoolPreviewInput, previewPool } from '@/lib/services/allocation/preview-pools';

/** How the newest whole month would be split. */
export const POST = handler({ body: PoolPreviewInput, run: ({ actor, body }) => previewPool(actor, body, today()) });
