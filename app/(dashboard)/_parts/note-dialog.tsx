'use client';

import { type ComponentType, type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import type { NoteFormProps } from './note-form';

interface NoteDialogProps extends Pick<NoteFormProps, 'day' | 'note'> {
  trigger: ReactNode;
}

/** What is to be remembered of a day, written on the charts of everybody here. */
export function NoteDialog({ trigger, day, note }: NoteDialogProps) {
  const id = useId();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [Form, setForm] = useState<ComponentType<NoteFormProps> | null>(null);
  /** Few people write notes: the form is loaded for the first, and the dialog opens with it. */
  const show = (next: boolean) => {
    if (!next) return setOpen(false);
    import('./note-form').then(
      ({ NoteForm }) => {
        setForm(() => NoteForm);
        setOpen(true);
      },
      () => say('The form could not be loaded. Try again.', { tone: 'over' }),
    );
  };
  return (
    <Dialog
      open={open}
      onOpenChange={show}
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
      {Form && <Form id={id} day={day} note={note} onBusy={setBusy} onDone={() => setOpen(false)} />}
    </Dialog>
  );
}
