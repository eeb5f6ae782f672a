'use client';

import { useState } from 'react';
import { Button, type ButtonSize } from './button';

/** Copies, and says that it did. Without clipboard rights (plain http) it says so instead. */
export function CopyButton({ text, label = 'Copy', size = 'normal' }: { text: string; label?: string; size?: ButtonSize }) {
  const [said, setSaid] = useState<string | null>(null);
  const copy = async () => {
    const done = await navigator.clipboard?.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(done ? 'Copied' : 'Select and copy by hand');
    setTimeout(() => setSaid(null), 2500);
  };
  return (
    <Button size={size} onClick={copy}>
      <span aria-live="polite">{said ?? label}</span>
    </Button>
  );
}
