import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import type { RunRow } from '@/lib/core/connections/view';
import { count, momentInWords } from '../../_parts/words';
import { runWords, triggerWords } from './words';

const status = (r: RunRow) => <Badge tone={runWords[r.status][1]}>{runWords[r.status][0]}</Badge>;
const why = (r: RunRow) => (r.trigger === 'schedule' ? triggerWords.schedule : `${triggerWords[r.trigger]}, ${r.startedByName}`);

/** The newest pulls: what each found and what came of it. */
export function RunsPanel({ runs }: { runs: readonly RunRow[] }) {
  const columns: Column<RunRow>[] = [
    { key: 'at', header: 'Began', className: 'whitespace-nowrap', cell: (r) => momentInWords(r.startedAt) },
    { key: 'status', header: 'Result', cell: status },
    { key: 'why', header: 'Why', className: 'whitespace-nowrap text-ink-2', cell: why },
    { key: 'found', header: 'Found', numeric: true, cell: (r) => count(r.found) },
    { key: 'loaded', header: 'Loaded', numeric: true, cell: (r) => count(r.loaded) },
    { key: 'unchanged', header: 'Unchanged', numeric: true, cell: (r) => count(r.unchanged) },
    { key: 'waiting', header: 'Waiting', numeric: true, cell: (r) => count(r.waiting) },
    { key: 'refused', header: 'Refused', numeric: true, cell: (r) => count(r.refused) },
    { key: 'note', header: 'What happened', className: 'min-w-56 max-w-xl text-ink-2', cell: (r) => r.note ?? '' },
  ];
  return (
    <Panel title="Pulls" note="The newest twenty">
      <Table
        caption="Pulls"
        columns={columns}
        rows={runs}
        rowKey={(r) => r.id}
        empty="None yet. The first one begins within seconds."
        narrow={(r) => (
          <div className="grid gap-0.5">
            <span className="flex flex-wrap items-center justify-between gap-x-3">
              {momentInWords(r.startedAt)} {status(r)}
            </span>
            <span className="text-12 text-ink-2">
              {why(r)}: {count(r.found)} found, {count(r.loaded)} loaded, {count(r.unchanged)} unchanged, {count(r.waiting)} waiting,{' '}
              {count(r.refused)} refused
            </span>
            {r.note && <span className="break-words text-12 text-ink-2">{r.note}</span>}
          </div>
        )}
      />
    </Panel>
  );
}
