import { NoteDraft, NotesAsk } from '@/lib/core/notes/note-draft';
import { handler } from '@/lib/http/handler';
import { addNote, listNotes } from '@/lib/services/notes/manage-notes';

export const GET = handler({ query: NotesAsk, run: ({ actor, query }) => listNotes(actor, query) });
export const POST = handler({ body: NoteDraft, run: ({ actor, body }) => addNote(actor, body) });
