import { queryOptions } from '@tanstack/react-query';
import type { ChartNote } from '../core/notes/note';
import type { NoteDraft } from '../core/notes/note-draft';
import type { Range } from '../core/time/period';
import { api } from './api';

/** All that is asked of notes begins so: after a change it is asked anew. */
export const notesKey = ['notes'] as const;

export const notesQuery = ({ from, to }: Range) =>
  queryOptions({
    queryKey: [...notesKey, from, to],
    queryFn: () => api<ChartNote[]>(`/api/v1/notes?${new URLSearchParams({ from, to })}`),
    networkMode: 'always',
    placeholderData: undefined, // notes of other days would stand on wrong ones
  });

export const addNote = (draft: NoteDraft) => api<ChartNote>('/api/v1/notes', { method: 'POST', body: draft });
export const changeNote = (id: number, change: Partial<NoteDraft>) =>
  api<ChartNote>(`/api/v1/notes/${id}`, { method: 'PATCH', body: change });
export const removeNote = (id: number) => api<null>(`/api/v1/notes/${id}`, { method: 'DELETE' });
