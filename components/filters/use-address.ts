'use client';

import { useSearchParams } from 'next/navigation';
import type { RawAddress } from './cost-view';

/** The query of this address. Follows `go` at once and the browser's back and forward. */
export function useAddress(): RawAddress {
  const search = useSearchParams();
  return Object.fromEntries(
    [...new Set(search.keys())].map((key) => {
      const all = search.getAll(key);
      return [key, all.length > 1 ? all : all[0]];
    }),
  );
}

/** Shows another view of this page. Nothing is asked of the server but the figures; choosing can be taken back with the back button. */
export const go = (href: string): void => window.history.pushState(null, '', href);

/** For what is typed or leafed through: the back button need not know each step. */
export const replace = (href: string): void => window.history.replaceState(null, '', href);
