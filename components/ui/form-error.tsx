'use client';

import { useEffect, useRef } from 'react';

/** The summary of what was wrong. Takes focus when it appears, so that nobody has to look for it. */
export function FormError({ message }: { message: string | null }) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (message) ref.current?.focus();
  }, [message]);
  if (!message) return null;
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="rounded-2 bg-over-soft px-3 py-2 text-13 text-over">
      {message}
    </div>
  );
}
