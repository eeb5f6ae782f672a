'use client';

import { useQueryClient } from '@tanstack/react-query';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { addNote, changeNote, notesKey } from '@/lib/client/notes';
import { useForm } from '@/lib/client/use-form';
import { type ChartNote, noteLength } from '@/lib/core/notes/note';

export interface NoteFormProps {
  id: string;
  /** The day it begins with. */
  day: string;
  /** The one that is changed; left out for a new one. */
  note?: ChartNote;
  onBusy: (busy: boolean) => void;
  onDone: () => void;
}

/** The two fields of a note. */
export function NoteForm({ id, day, note, onBusy, onDone }: NoteFormProps) {
  const cache = useQueryClient();
  const form = useForm(async ({ day: on = '', text = '' }) => {
    onBusy(true);
    const said = { day: on, text };
    await (note ? changeNote(note.id, said) : addNote(said)).finally(() => onBusy(false));
    void cache.invalidateQueries({ queryKey: notesKey });
    onDone();
  });
  return (
    <form {...form.props} id={id} className="grid gap-4">
      <FormError message={form.error} />
      <TextField label="Day" name="day" type="date" required defaultValue={note?.day ?? day} error={form.fields.day} />
      <TextField
        label="Text"
        name="text"
        required
        maxLength={noteLength}
        autoComplete="off"
        defaultValue={note?.text}
        placeholder="Migrated to Bedrock"
        hint={`One line, at most ${noteLength} characters.`}
        error={form.fields.text}
      />
    </form>
  );
}
