'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FileDrop } from '@/components/ui/file-drop';
import { FormError } from '@/components/ui/form-error';
import { InlineNotice } from '@/components/ui/notice';
import { importInvoices, reconciliationQuery } from '@/lib/client/invoices';
import type { InvoicesResult } from '@/lib/core/invoices/view';

/** Files of invoices by drop or by button, one after the other; each is taken whole or not at all. */
export function InvoiceDrop() {
  const cache = useQueryClient();
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
      <FileDrop
        label="Import invoices"
        words={(over) => (
          <p className="max-w-prose text-13 text-ink-2">
            {over
              ? 'Let go to import them'
              : 'Drop a FOCUS Invoice Detail here, or a CSV of provider, account, invoice number, period, currency, amount and, where known, category and issued.'}
          </p>
        )}
        button="Choose invoices"
        busy={busy && 'Importing'}
        inputLabel="Choose files of invoices"
        accept=".csv,.txt"
        multiple
        onFiles={(files) => {
          if (!busy) void take(files);
        }}
      />
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
