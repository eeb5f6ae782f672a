'use client';

import { useState } from 'react';

/** The last answer stays on screen when a later question fails: somebody may be reading it. */
export function useKept<T>(data: T | undefined): T | undefined {
  const [kept, setKept] = useState(data);
  if (data !== undefined && data !== kept) setKept(data);
  return data ?? kept;
}
