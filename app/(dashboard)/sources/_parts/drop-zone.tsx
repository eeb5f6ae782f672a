'use client';

import { FileDrop } from '@/components/ui/file-drop';

/** Bills of whatever kind; several at once. */
export function DropZone({ onFiles }: { onFiles: (files: File[]) => void }) {
  return (
    <FileDrop
      label="Import files"
      words={(over) => (
        <div>
          <p className="text-16">{over ? 'Let go to look at them' : 'Drop billing exports here'}</p>
          <p className="max-w-prose text-13 text-ink-2">
            Azure, AWS, OpenAI, any FOCUS file, or any other list of charges once you have said what its columns are. CSV, XLSX, JSON or
            Parquet, also in gz or zip. Nothing is loaded before you confirm it.
          </p>
        </div>
      )}
      button="Choose files"
      tone="primary"
      inputLabel="Choose billing files"
      multiple
      onFiles={onFiles}
      className="p-5"
    />
  );
}
