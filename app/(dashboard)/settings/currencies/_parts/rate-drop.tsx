'use client';

import { useState } from 'react';
import { monthText } from '@/components/figures/rates-used';
import { Button } from '@/components/ui/button';
import { FileDrop } from '@/components/ui/file-drop';
import { FormError } from '@/components/ui/form-error';
import { InlineNotice } from '@/components/ui/notice';
import { importRates } from '@/lib/client/currencies';
import type { RatesResult } from '@/lib/core/fx/view';
import { Effects } from './effects';
import { useRenewal } from './use-renewal';

interface Chosen {
  name: string;
  text: string;
  preview: RatesResult;
}

/** A file of rates: what it would change is shown before anything is kept. */
export function RateDrop() {
  const renew = useRenewal();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [done, setDone] = useState<RatesResult | null>(null);
  const run = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    try {
      await work();
    } catch (e) {
      setFailure(e instanceof Error ? e.message : 'It failed. Try again.');
    }
    setBusy(false);
  };
  const look = (file: File) =>
    run(async () => {
      setChosen(null);
      setDone(null);
      const text = await file.text();
      const preview = await importRates(file.name, text, true);
      if (preview.added + preview.changed === 0) setDone({ ...preview, outcome: 'unchanged' });
      else setChosen({ name: file.name, text, preview });
    });
  const save = ({ name, text }: Chosen) =>
    run(async () => {
      setDone(await importRates(name, text, false));
      setChosen(null);
      await renew();
    });
  return (
    <div className="mb-4 grid gap-3">
      <FileDrop
        label="Import rates"
        words={(over) => (
          <p className="max-w-prose text-13 text-ink-2">
            {over
              ? 'Let go to look at it'
              : 'Drop the European Central Bank’s reference rates here (eurofxref, CSV or XML), or a CSV of base, quote, day, rate and, where known, source. What it changes is shown first.'}
          </p>
        )}
        button="Choose rates"
        busy={busy && !chosen && 'Reading'}
        inputLabel="Choose a file of rates"
        accept=".csv,.txt,.xml"
        onFiles={([file]) => {
          if (file && !busy) void look(file);
        }}
      />
      <FormError message={failure} />
      {chosen && (
        <InlineNotice
          tone="accent"
          title={`${chosen.name}: ${counts(chosen.preview)}`}
          actions={
            <>
              <Button tone="primary" busy={busy && 'Importing'} onClick={() => save(chosen)}>
                Import the rates
              </Button>
              <Button onClick={() => setChosen(null)}>Cancel</Button>
            </>
          }
        >
          <div className="max-w-[36rem] py-1">
            <Effects effects={chosen.preview.effects} />
            <Fixed months={chosen.preview.closed} />
          </div>
        </InlineNotice>
      )}
      {done && (
        <InlineNotice tone="ok" title={done.file}>
          {done.outcome === 'unchanged' ? 'All its rates are there already.' : `${counts(done)}.`}
        </InlineNotice>
      )}
    </div>
  );
}

const Fixed = ({ months }: { months: readonly string[] }) =>
  months.length === 0 ? null : (
    <p className="pt-2 text-13 text-ink-2">
      {months.slice(0, 6).map(monthText).join(', ')}
      {months.length > 6 && ` and ${months.length - 6} more`}{' '}
      {months.length === 1 ? 'is closed and stays as it is.' : 'are closed and stay as they are.'}
    </p>
  );

const counts = ({ added, changed, kept }: RatesResult): string =>
  [
    `${added.toLocaleString('en')} new ${added === 1 ? 'rate' : 'rates'}`,
    changed > 0 && `${changed.toLocaleString('en')} replaced`,
    kept > 0 && `${kept} left out, for agreed rates stay`,
  ]
    .filter(Boolean)
    .join(', ');
