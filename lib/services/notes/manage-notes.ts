import type { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { can } from '../../core/access/permissions';
import { AppError } from '../../core/app-error';
import { type ChartNote, notesAtMost } from '../../core/notes/note';
import { NoteChange, NoteDraft, NotesAsk } from '../../core/notes/note-draft';
import { prisma } from '../../db/client';
import { recordAudit } from '../../db/records/audit';
import { deleteNote, findNote, insertNote, listNotes as list, type NoteRecord, updateNote } from '../../db/records/chart-notes';

const shown = (actor: Actor, note: NoteRecord): ChartNote => ({ ...note, mayChange: can(actor.role, 'views:write') });
const gone = () => new AppError('not_found', 'There is no such note, or it was taken away before.');

/** What is to be remembered of the days of a period, in order. */
export async function listNotes(actor: Actor, ask: z.input<typeof NotesAsk>): Promise<ChartNote[]> {
  requirePermission(actor, 'costs:read');
  return (await list(actor.organizationId, NotesAsk.parse(ask), notesAtMost)).map((n) => shown(actor, n));
}

/** Whoever may save views may write on the charts. */
export async function addNote(actor: Actor, input: z.input<typeof NoteDraft>): Promise<ChartNote> {
  requirePermission(actor, 'views:write');
  const draft = NoteDraft.parse(input);
  return prisma().$transaction(async (tx) => {
    const made = await insertNote(tx, actor.organizationId, { ...draft, createdByName: actor.name });
    await recordAudit(tx, actor, { action: 'note.added', subject: draft.text, details: { day: draft.day } });
    return shown(actor, made);
  });
}

/** Another day, other words. A note belongs to the chart and not to a person: who may write one may mend one, and the audit log says who did. */
export async function changeNote(actor: Actor, id: number, input: z.input<typeof NoteChange>): Promise<ChartNote> {
  requirePermission(actor, 'views:write');
  const change = NoteChange.parse(input);
  const before = await findNote(actor.organizationId, id);
  if (!before) throw gone();
  return prisma().$transaction(async (tx) => {
    const changed = await updateNote(tx, actor.organizationId, id, change);
    if (!changed) throw gone();
    const details = { day: changed.day, before: before.text, dayBefore: before.day };
    await recordAudit(tx, actor, { action: 'note.changed', subject: changed.text, details });
    return shown(actor, changed);
  });
}

export async function removeNote(actor: Actor, id: number): Promise<void> {
  requirePermission(actor, 'views:write');
  const before = await findNote(actor.organizationId, id);
  if (!before) throw gone();
  await prisma().$transaction(async (tx) => {
    if (!(await deleteNote(tx, actor.organizationId, id))) throw gone();
    await recordAudit(tx, actor, { action: 'note.removed', subject: before.text, details: { day: before.day } });
  });
}
