import { NoteChange } from '@/lib/core/notes/note-draft';
import { handler } from '@/lib/http/handler';
import { number } from '@/lib/http/params';
import { changeNote, removeNote } from '@/lib/services/notes/manage-notes';

export const PATCH = handler({ body: NoteChange, run: ({ actor, body, params }) => changeNote(actor, number(params.id), body) });
export const DELETE = handler({ run: ({ actor, params }) => removeNote(actor, number(params.id)) });
