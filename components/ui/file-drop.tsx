'use client';

import clsx from 'clsx';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from './button';

interface FileDropProps {
  label: string;
  /** What may be dropped; told whether something hangs over it. */
  words: (over: boolean) => ReactNode;
  button: string;
  tone?: 'primary' | 'plain';
  /** What the button says while something is being done with files. */
  busy?: string | false;
  inputLabel: string;
  accept?: string;
  multiple?: boolean;
  /** Never called for none. */
  onFiles: (files: File[]) => void;
  className?: string;
}

/** Files by drop or by button. */
export function FileDrop({
  label,
  words,
  button,
  tone = 'plain',
  busy = false,
  inputLabel,
  accept,
  multiple = false,
  onFiles,
  className = 'px-4 py-3',
}: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: File[]) => {
    if (files.length > 0) onFiles(files);
  };
  return (
    // Dropping is for those who can; the button beside it does the same.
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: see above
    <section
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take([...event.dataTransfer.files]);
      }}
      className={clsx(
        'flex flex-col items-start gap-3 rounded-3 border border-dashed sm:flex-row sm:items-center sm:justify-between',
        className,
        over ? 'border-accent bg-accent-soft' : 'border-edge bg-surface-2',
      )}
    >
      {words(over)}
      <Button tone={tone} busy={busy} onClick={() => input.current?.click()}>
        {button}
      </Button>
      <input
        ref={input}
        type="file"
        multiple={multiple}
        accept={accept}
        className="sr-only"
        aria-label={inputLabel}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          take(files);
        }}
      />
    </section>
  );
}
