'use client';

import clsx from 'clsx';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Files by drop or by button; several at once. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // Dropping is for those who can; the button beside it does the same.
    // biome-ignore lint/a11y/noNoninteractiveElementInteractions: see above
    <section
      aria-label="Import files"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={clsx(
        'flex flex-col items-start gap-3 rounded-3 border border-dashed p-5 sm:flex-row sm:items-center sm:justify-between',
        over ? 'border-accent bg-accent-soft' : 'border-edge bg-surface-2',
      )}
    >
      <div>
        <p className="text-16">{over ? 'Let go to look at them' : 'Drop billing exports here'}</p>
        <p className="max-w-prose text-13 text-ink-2">
          Azure, AWS, OpenAI, any FOCUS file, or any other list of charges once you have said what its columns are. CSV, XLSX, JSON or
          Parquet, also in gz or zip. Nothing is loaded before you confirm it.
        </p>
      </div>
      <Button tone="primary" onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        className="sr-only"
        aria-label="Choose billing files"
        tabIndex={-1}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
    </section>
  );
}
