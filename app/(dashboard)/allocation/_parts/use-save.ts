import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { ApiError } from '@/lib/client/api';

/**
 * Saves, tells what came of it, and shows the page anew. Where somebody else was there before, the page is shown anew as well and the refusal thrown: what
 * was typed stays, and the next try starts from what there is. `busy` until the page is new: what is asked before that would start from what was.
 */
export function useSave() {
  const router = useRouter();
  const [isSaving, setSaving] = useState(false);
  const [isShowing, show] = useTransition();
  const save = async <T>(change: () => Promise<T>, tell: (saved: T) => void): Promise<void> => {
    setSaving(true);
    try {
      tell(await change());
      show(() => router.refresh());
    } catch (e) {
      if (e instanceof ApiError && e.title === 'conflict') show(() => router.refresh());
      throw e;
    } finally {
      setSaving(false);
    }
  };
  return { save, busy: isSaving || isShowing };
}
