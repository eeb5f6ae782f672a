'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { CutName } from '@/components/figures/cut-name';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { api } from '@/lib/client/api';
import type { SeriesResult } from '@/lib/services/series/import-series';
import type { SeriesRow } from '@/lib/services/series/list-series';

/** What agreements accrue on: uploaded, only ever added to. */
export function SeriesPanel({ series, mayWrite }: { series: readonly SeriesRow[]; mayWrite: boolean }) {
  return (
    <Panel
      title="Series"
      note="Revenue and other dated amounts. Rows are only added: a correction is a row with the day on which it was booked."
    >
      {series.length === 0 ? (
        <EmptyState
          title="No series yet"
          reason="A CSV with the columns date, amount, currency, and booked where it differs from the date."
        />
      ) : (
        <Table
          caption="Series"
          rows={series}
          rowKey={(s) => s.name}
          columns={[
            { key: 'name', header: 'Series', className: 'min-w-44 max-w-96', cell: (s) => <CutName>{s.name}</CutName> },
            { key: 'rows', header: 'Rows', numeric: true, cell: (s) => s.rows.toLocaleString('en') },
            {
              key: 'file',
              header: 'Newest file',
              className: 'min-w-32 max-w-64',
              cell: (s) => <CutName>{s.files[0]?.fileName ?? '–'}</CutName>,
            },
            { key: 'when', header: 'Added', className: 'whitespace-nowrap', cell: (s) => s.files[0]?.addedAt.slice(0, 10) ?? '–' },
            { key: 'who', header: 'By', className: 'whitespace-nowrap', cell: (s) => s.files[0]?.addedByName ?? '–' },
          ]}
        />
      )}
      {mayWrite && <Upload names={series.map((s) => s.name)} />}
    </Panel>
  );
}

function Upload({ names }: { names: readonly string[] }) {
  const router = useRouter();
  const say = useNotice();
  const file = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const send = async () => {
    const chosen = file.current?.files?.[0];
    if (!chosen || !name.trim()) return setError('Choose a file and name its series.');
    setBusy(true);
    setError(null);
    try {
      const body = { series: name, fileName: chosen.name, text: await chosen.text() };
      const r = await api<SeriesResult>('/api/v1/series', { method: 'POST', body });
      say(r.outcome === 'unchanged' ? `${r.file}: every row was known already` : `${r.added} of ${r.rows} rows added to ${r.series}`);
      router.refresh();
    } catch (e) {
      setError(e instanceof Error ? e.message : 'It failed. Try again.');
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="mt-4 grid max-w-3xl gap-3 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
      <TextField label="Series" value={name} onChange={(e) => setName(e.target.value)} list="series-names" placeholder="revenue" />
      <datalist id="series-names">
        {names.map((n) => (
          <option key={n} value={n} />
        ))}
      </datalist>
      <label className="grid gap-1 text-13 font-strong">
        CSV file
        <input
          ref={file}
          type="file"
          accept=".csv,text/csv"
          className="h-9 text-13 font-normal file:mr-3 file:h-8 file:rounded-2 file:border file:border-edge file:bg-surface file:px-3"
        />
      </label>
      <Button onClick={send} busy={busy && 'Adding'}>
        Add rows
      </Button>
      {error && (
        <p role="alert" className="text-13 text-over sm:col-span-3">
          {error}
        </p>
      )}
    </div>
  );
}
