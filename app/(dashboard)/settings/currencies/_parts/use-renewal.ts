'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

/** Other rates are other figures everywhere: what was kept of any page is asked again. */
export function useRenewal(): () => Promise<void> {
  const cache = useQueryClient();
  const router = useRouter();
  return useCallback(async () => {
    router.refresh();
    await cache.invalidateQueries();
  }, [cache, router]);
}
