import { ViewDraft } from '@/lib/core/views/view-draft';
import { handler } from '@/lib/http/handler';
import { listViews, saveView } from '@/lib/services/views/manage-views';

export const GET = handler({ run: ({ actor }) => listViews(actor) });
export const POST = handler({ body: ViewDraft, run: ({ actor, body }) => saveView(actor, body) });
