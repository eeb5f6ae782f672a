import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { ApiError } from '@/lib/client/api';

/**
 * Saves, tells what came of it, and shows the page anew. Where somebody else was there before, the refusal is thrown once the page is new: what was typed
 * stays, and the next try starts from what there is. `busy` until the page is new: what is asked before that would start from what was.
 */
export function useSave() {
  const router = useRouter();
  const [isSaving, setSaving] = useState(false);
  const [isShowing, show] = useTransition();
  const shown = useRef<() => void>(null);
  useEffect(() => {
    if (isShowing) return;
    shown.current?.();
    shown.current = null;
  }, [isShowing]);
  const refresh = () => show(() => router.refresh());
  const save = async <T>(change: () => Promise<T>, tell: (saved: T) => void): Promise<void> => {
    setSaving(true);
    try {
      tell(await change());
      refresh();
    } catch (e) {
      if (e instanceof ApiError && e.title === 'conflict')
        await new Promise<void>((resolve) => {
          shown.current = resolve;
          refresh();
        });
      throw e;
    } finally {
      setSaving(false);
    }
  };
  return { save, busy: isSaving || isShowing };
}
