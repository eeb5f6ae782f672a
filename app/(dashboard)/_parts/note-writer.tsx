'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { NoteForm, type NoteFormProps } from './note-form';

export interface NoteWriterProps extends Pick<NoteFormProps, 'day' | 'note'> {
  onClose: () => void;
}

/** The dialog in which a note is written or changed. */
export function NoteWriter({ day, note, onClose }: NoteWriterProps) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={note ? 'Edit the note' : 'Add a note'}
      description="It stands as a flag on the cost charts of everybody in the organisation, with the name of who wrote it."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={id} tone="primary" busy={busy && 'Saving'}>
            Save the note
          </Button>
        </>
      }
    >
      <NoteForm id={id} day={day} note={note} onBusy={setBusy} onDone={onClose} />
    </Dialog>
  );
}
