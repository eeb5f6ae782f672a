'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { InlineNotice } from '@/components/ui/notice';
import { ApiError } from '@/lib/client/api';
import type { EventImportResult } from '@/lib/core/usage/summary';

/** Sends the file as it is; the answer says what came of it. */
async function send(file: File): Promise<EventImportResult> {
  const response = await fetch(`/api/v1/events/file?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file }).catch(() => {
    throw new ApiError(0, 'The server cannot be reached. Nothing was loaded; try it again.');
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(response.status, answer.detail ?? `The server answered ${response.status}.`);
  return answer as EventImportResult;
}

/** One file at a time, loaded whole or not at all. */
export function EventsUpload() {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<EventImportResult | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const load = async (file: File) => {
    setBusy(true);
    setFailure(null);
    setResult(null);
    await send(file).then(setResult, (e: Error) => setFailure(e.message));
    setBusy(false);
    if (input.current) input.current.value = '';
    router.refresh();
  };
  return (
    <div className="mb-5 grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <input
          ref={input}
          type="file"
          className="sr-only"
          tabIndex={-1}
          aria-label="File of usage events"
          accept=".csv,.json,.jsonl,.ndjson,.gz,.zip"
          onChange={(e) => {
            const file = e.target.files?.[0];
            if (file) void load(file);
          }}
        />
        <Button tone="primary" busy={busy && 'Loading …'} onClick={() => input.current?.click()}>
          Load a file of events
        </Button>
        <span className="text-13 text-ink-2">
          CSV, JSON or JSON lines, also in gz or zip. Names and e-mail addresses of people are hashed, prompts are dropped.
        </span>
      </div>
      {failure && <FormError message={failure} />}
      {result && (
        <InlineNotice
          title={
            result.outcome === 'unchanged'
              ? `${result.file} is there already`
              : `${result.events.toLocaleString('en')} events${result.duplicates ? `, ${result.duplicates.toLocaleString('en')} were there already` : ''}${result.rejected ? `, ${result.rejected.toLocaleString('en')} rejected` : ''}`
          }
        >
          {result.rejects.slice(0, 5).map((r) => (
            <span key={`${r.line} ${r.column}`} className="block">
              Line {r.line}
              {r.column ? `, ${r.column}` : ''}: {r.reason}
            </span>
          ))}
        </InlineNotice>
      )}
    </div>
  );
}
