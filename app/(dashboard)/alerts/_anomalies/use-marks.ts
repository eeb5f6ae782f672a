'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';

export interface Mark {
  kind: 'event' | 'new-normal';
  name: string;
  filters: readonly string[];
  from: string;
  to: string | null;
}

/** Says what was to be expected, and takes it back: each offers the other. */
export function useMarks() {
  const router = useRouter();
  const cache = useQueryClient();
  const say = useNotice();
  const renew = () => {
    router.refresh();
    void cache.invalidateQueries({ queryKey: ['anomalies'] });
  };
  const failed = (e: unknown) => say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' });
  /** Throws what the server refused, for the form to say. */
  const add = async (mark: Mark): Promise<void> => {
    const { id } = await api<{ id: number }>('/api/v1/expected-events', { method: 'POST', body: mark });
    renew();
    say(mark.kind === 'event' ? `Expected: ${mark.name}` : `The new normal from ${mark.from}: ${mark.name}`, {
      action: { label: 'Undo', run: () => void remove(id, mark, false) },
    });
  };
  const remove = async (id: number, mark: Mark, offerBack = true): Promise<void> => {
    try {
      await api(`/api/v1/expected-events/${id}`, { method: 'DELETE' });
      renew();
      say(`Judged again: ${mark.name}`, offerBack ? { action: { label: 'Undo', run: () => void add(mark).catch(failed) } } : {});
    } catch (e) {
      failed(e);
    }
  };
  return { add, remove };
}
