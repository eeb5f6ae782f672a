'use client';

import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import type { ExpectedRow } from '@/lib/services/anomalies/expect';
import { useMarks } from './use-marks';

/** What was said to be expected, and by whom: each can be taken back. */
export function ExpectedPanel({ rows, mayWrite }: { rows: readonly ExpectedRow[]; mayWrite: boolean }) {
  const { remove } = useMarks();
  const undo = (r: ExpectedRow) => (
    <Button size="small" tone="quiet" aria-label={`Judge again: ${r.name}`} onClick={() => void remove(r.id, r)}>
      Judge again
    </Button>
  );
  const columns: Column<ExpectedRow>[] = [
    { key: 'name', header: 'Name', className: 'min-w-40 font-strong', cell: (r) => <bdi>{r.name}</bdi> },
    { key: 'kind', header: 'Kind', cell: (r) => <Kind row={r} /> },
    { key: 'place', header: 'Of', className: 'min-w-48', cell: (r) => <bdi>{r.place}</bdi> },
    { key: 'days', header: 'Days', className: 'whitespace-nowrap', cell: (r) => r.days },
    { key: 'by', header: 'Said by', cell: (r) => <bdi className="text-ink-2">{r.createdByName}</bdi> },
    ...(mayWrite ? [{ key: 'undo', header: <span className="sr-only">Judge again</span>, numeric: true, cell: undo }] : []),
  ];
  return (
    <Panel title="Said to be expected" note="What stands here is not judged, for its part of the costs only.">
      <Table
        caption="Said to be expected"
        columns={columns}
        rows={rows}
        rowKey={(r) => String(r.id)}
        stickyFirst={false}
        narrow={(r) => (
          <div className="flex items-start justify-between gap-3">
            <span className="grid min-w-0 gap-1">
              <bdi className="font-strong break-words">{r.name}</bdi>
              <span className="text-12 text-ink-2">
                <bdi>{r.place}</bdi> {r.days}, <bdi>{r.createdByName}</bdi>
              </span>
              <span>
                <Kind row={r} />
              </span>
            </span>
            {mayWrite && undo(r)}
          </div>
        )}
      />
    </Panel>
  );
}

const Kind = ({ row }: { row: ExpectedRow }) => <Badge>{row.kind === 'event' ? 'planned' : 'new normal'}</Badge>;
