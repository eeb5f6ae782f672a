import { handler } from '@/lib/http/handler';
import { TestInput, testDraft } from '@/lib/services/connections/test-connection';

/** Tries what is in a form, before it is kept. */
export const POST = handler({ body: TestInput, run: ({ actor, body }) => testDraft(actor, body) });
