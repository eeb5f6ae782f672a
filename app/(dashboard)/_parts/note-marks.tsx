'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ChartMark } from '@/components/charts/prepare/chart-marks';
import { shortDay } from '@/components/charts/prepare/days';
import { useNotice } from '@/components/ui/notice';
import { addNote, notesKey, notesQuery, removeNote } from '@/lib/client/notes';
import type { ChartNote } from '@/lib/core/notes/note';
import { visible } from '@/lib/core/text/visible';
import { addDays } from '@/lib/core/time/days';
import type { Range } from '@/lib/core/time/period';
import { NoteDialog } from './note-dialog';

const keyOf = ({ id }: ChartNote) => `note-${id}`;

/** What people wrote on the days of a chart, as flags, and what may be done with each. None while unknown: a chart does not wait for them. */
export function useNoteMarks(range: Range | null): { marks: ChartMark[]; actions: (mark: ChartMark) => ReactNode } {
  const { data } = useQuery({ ...notesQuery(range ?? { from: '', to: '' }), enabled: range !== null });
  const notes = range ? (data ?? []) : [];
  const noteOf = new Map(notes.map((note) => [keyOf(note), note]));
  return {
    marks: notes.map((note) => ({
      key: keyOf(note),
      from: note.day,
      to: addDays(note.day, 1),
      direction: null,
      label: `${shortDay(note.day)}: ${visible(note.text)}`,
      href: null,
      by: visible(note.createdByName),
      isNote: true,
    })),
    actions: ({ key }) => {
      const note = noteOf.get(key);
      return note?.mayChange ? <NoteButtons note={note} /> : null;
    },
  };
}

const small = 'min-h-6 min-w-6 shrink-0 text-ink-3 underline underline-offset-3 hover:text-ink print:hidden';

function NoteButtons({ note }: { note: ChartNote }) {
  const cache = useQueryClient();
  const say = useNotice();
  const renew = () => cache.invalidateQueries({ queryKey: notesKey });
  const failed = (e: unknown) => say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' });
  const { day, text } = note;
  const remove = () =>
    removeNote(note.id).then(() => {
      void renew();
      say('The note is gone', { action: { label: 'Undo', run: () => void addNote({ day, text }).then(renew, failed) } });
    }, failed);
  return (
    <>
      <NoteDialog
        note={note}
        day={day}
        button={(open) => (
          <button type="button" className={small} aria-label={`Edit the note: ${visible(text)}`} onClick={open}>
            Edit
          </button>
        )}
      />
      <button type="button" className={small} aria-label={`Remove the note: ${visible(text)}`} onClick={() => void remove()}>
        Remove
      </button>
    </>
  );
}
