'use client';

import { useSearchParams } from 'next/navigation';
import { rawOf } from '@/lib/core/input/address';
import type { RawAddress } from './cost-view';

/** The query of this address. Follows `go` at once and the browser's back and forward. */
export function useAddress(): RawAddress {
  const { ['__proto__']: _, ...raw } = rawOf(useSearchParams()); // the server's reading of an address does not have it either
  return raw;
}

/** Shows another view of this page. Nothing is asked of the server but the figures; choosing can be taken back with the back button. */
export const go = (href: string): void => window.history.pushState(null, '', href);

/** For what is typed or leafed through: the back button need not know each step. */
export const replace = (href: string): void => window.history.replaceState(null, '', href);
