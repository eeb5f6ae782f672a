'use client';

import { type ComponentType, type ReactNode, useState } from 'react';
import { useNotice } from '@/components/ui/notice';
import type { NoteWriterProps } from './note-writer';

interface NoteDialogProps extends Pick<NoteWriterProps, 'day' | 'note'> {
  /** The button that opens it. */
  button: (open: () => void) => ReactNode;
}

/** What is to be remembered of a day, written on the charts of everybody here. */
export function NoteDialog({ button, day, note }: NoteDialogProps) {
  const say = useNotice();
  const [Writer, setWriter] = useState<ComponentType<NoteWriterProps> | null>(null);
  /** Few people write notes: all of it is loaded for the first. */
  const open = () => {
    import('./note-writer').then(
      (m) => setWriter(() => m.NoteWriter),
      () => say('The form could not be loaded. Try again.', { tone: 'over' }),
    );
  };
  return (
    <>
      {button(open)}
      {Writer && <Writer day={day} note={note} onClose={() => setWriter(null)} />}
    </>
  );
}
