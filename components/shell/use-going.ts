'use client';

import { usePathname, useRouter } from 'next/navigation';
import { startTransition, useOptimistic } from 'react';

/** Where somebody is on the way to, until the page is there; null while they stay. What goes there is `go`. */
export function useGoing(): { going: string | null; go: (href: string) => void } {
  const router = useRouter();
  const path = usePathname();
  const [going, setGoing] = useOptimistic<string | null>(null);
  const go = (href: string) =>
    startTransition(() => {
      const [page = href] = href.split('?');
      if (page !== path) setGoing(page);
      router.push(href);
    });
  return { going, go };
}
