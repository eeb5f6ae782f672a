'use client';

import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { addNote, changeNote, notesKey } from '@/lib/client/notes';
import { useForm } from '@/lib/client/use-form';
import { type ChartNote, noteLength } from '@/lib/core/notes/note';

interface NoteDialogProps {
  trigger: ReactNode;
  /** The day it begins with. */
  day: string;
  /** The one that is changed; left out for a new one. */
  note?: ChartNote;
}

/** What is to be remembered of a day, written on the charts of everybody here. */
export function NoteDialog({ trigger, day, note }: NoteDialogProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={note ? 'Edit the note' : 'Add a note'}
      description="It stands as a flag on the cost charts of everybody in the organisation, with the name of who wrote it."
      actions={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button type="submit" form={id} tone="primary" busy={busy && 'Saving'}>
            Save the note
          </Button>
        </>
      }
    >
      <NoteForm id={id} day={day} note={note} onBusy={setBusy} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

interface NoteFormProps extends Pick<NoteDialogProps, 'day' | 'note'> {
  id: string;
  onBusy: (busy: boolean) => void;
  onDone: () => void;
}

function NoteForm({ id, day, note, onBusy, onDone }: NoteFormProps) {
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
