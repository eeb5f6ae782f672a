'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useNotice } from '@/components/ui/notice';
import { alertCountKey, changeAlert } from '@/lib/client/alerts';

export type InboxAction = 'acknowledge' | 'ignore' | 'resolve' | 'reopen';

const done: Record<InboxAction, string> = {
  acknowledge: 'acknowledged',
  ignore: 'ignored',
  resolve: 'resolved',
  reopen: 'opened again',
};

/** Changes several alerts at once and says how it went; what can be taken back offers it. */
export function useAlertChanges() {
  const router = useRouter();
  const cache = useQueryClient();
  const say = useNotice();
  return async function change(ids: readonly number[], action: InboxAction, note?: string): Promise<void> {
    const results = await Promise.allSettled(ids.map((id) => changeAlert(id, { action, ...(note && { note }) })));
    const failed = results.find((r) => r.status === 'rejected');
    const changed = ids.filter((_, i) => results[i]?.status === 'fulfilled');
    if (failed) say(`${ids.length - changed.length} not ${done[action]}: ${(failed.reason as Error).message}`, { tone: 'over' });
    if (changed.length && action === 'reopen') say(`${changed.length} ${done.reopen}`);
    else if (changed.length)
      say(`${changed.length} ${done[action]}`, { action: { label: 'Undo', run: () => void change(changed, 'reopen') } });
    router.refresh();
    for (const id of changed) void cache.invalidateQueries({ queryKey: ['alert', id] });
    void cache.invalidateQueries({ queryKey: alertCountKey });
  };
}
