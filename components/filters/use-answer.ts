'use client';

import { useState } from 'react';

interface Asked<T> {
  data: T | undefined;
  /** The data answers an earlier question. */
  isPlaceholderData: boolean;
}

/** The newest answer with the question it answers. It stays on screen while a later question waits or when it fails: somebody may be reading it. */
export function useAnswer<T, Q>({ data, isPlaceholderData }: Asked<T>, question: Q): { data: T; question: Q } | undefined {
  const fresh = data !== undefined && !isPlaceholderData ? { data, question } : undefined;
  const [kept, setKept] = useState(fresh);
  if (!fresh || fresh.data === kept?.data) return kept;
  setKept(fresh);
  return fresh;
}
