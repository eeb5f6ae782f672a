'use client';

import { useQueryClient } from '@tanstack/react-query';
import clsx from 'clsx';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { FormError } from '@/components/ui/form-error';
import { InlineNotice } from '@/components/ui/notice';
import { importInvoices, reconciliationQuery } from '@/lib/client/invoices';
import type { InvoicesResult } from '@/lib/core/invoices/view';

/** Files of invoices by drop or by button, one after the other; each is taken whole or not at all. */
export function InvoiceDrop() {
  const cache = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [results, setResults] = useState<InvoicesResult[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  const take = async (files: readonly File[]) => {
    setBusy(true);
    setFailure(null);
    setResults([]);
    for (const file of files) {
      try {
        const result = await importInvoices(file.name, await utf8(file));
        setResults((all) => [...all, result]);
      } catch (e) {
        setFailure(e instanceof Error ? e.message : `${file.name} could not be read.`);
        break;
      }
    }
    setBusy(false);
    await cache.invalidateQueries({ queryKey: reconciliationQuery().queryKey });
  };
  return (
    <div className="mb-4 grid gap-3">
      {/* Dropping is for those who can; the button beside it does the same. */}
      {/* biome-ignore lint/a11y/noNoninteractiveElementInteractions: see above */}
      <section
        aria-label="Import invoices"
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          if (!busy) void take([...event.dataTransfer.files]);
        }}
        className={clsx(
          'flex flex-col items-start gap-3 rounded-3 border border-dashed px-4 py-3 sm:flex-row sm:items-center sm:justify-between',
          over ? 'border-accent bg-accent-soft' : 'border-edge bg-surface-2',
        )}
      >
        <p className="max-w-prose text-13 text-ink-2">
          {over
            ? 'Let go to import them'
            : 'Drop a FOCUS Invoice Detail here, or a CSV of provider, account, invoice number, period, currency, amount and, where known, category and issued.'}
        </p>
        <Button busy={busy && 'Importing'} onClick={() => input.current?.click()}>
          Choose invoices
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          accept=".csv,.txt"
          className="sr-only"
          aria-label="Choose files of invoices"
          tabIndex={-1}
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            if (files.length > 0) void take(files);
          }}
        />
      </section>
      <FormError message={failure} />
      {results.map((r) => (
        <InlineNotice key={r.file} tone="ok" title={r.file}>
          {resultWords(r)}
        </InlineNotice>
      ))}
    </div>
  );
}

async function utf8(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    throw new Error(`${file.name} is not UTF-8. Save it as CSV in UTF-8.`);
  }
}

function resultWords({ outcome, invoices, added, changed, voided, open }: InvoicesResult): string {
  const left = open > 0 ? ` ${open} not issued yet: left out.` : '';
  if (outcome === 'unchanged') return `${invoices === 1 ? 'Its invoice is' : `Its ${invoices} invoices are`} there already.${left}`;
  const said = [added > 0 && `${added} added`, changed > 0 && `${changed} replaced`, voided > 0 && `${voided} withdrawn by the issuer`];
  return `${said.filter(Boolean).join(', ')}.${left}`;
}
