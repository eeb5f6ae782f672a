import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import type { DeliveryRow } from '@/lib/core/connections/view';
import { momentInWords, monthInWords } from '../../_parts/words';
import { deliveryWords } from './words';

const status = (d: DeliveryRow) => <Badge tone={deliveryWords[d.status][1]}>{deliveryWords[d.status][0]}</Badge>;
const period = (d: DeliveryRow) => (d.period ? monthInWords(d.period) : '–');
const itsImport = (d: DeliveryRow) =>
  d.importId !== null && (
    <Link className="whitespace-nowrap underline" href={`/sources?import=${d.importId}`}>
      Import {d.importId}
    </Link>
  );

/** Each export of the other side: what became of its newest version. */
export function DeliveriesPanel({ deliveries }: { deliveries: readonly DeliveryRow[] }) {
  const columns: Column<DeliveryRow>[] = [
    { key: 'title', header: 'Export', className: 'min-w-56 break-all', cell: (d) => <Name>{d.title}</Name> },
    { key: 'period', header: 'Month', className: 'whitespace-nowrap', cell: period },
    { key: 'status', header: 'State', cell: status },
    { key: 'reason', header: 'Why', className: 'min-w-64 max-w-2xl py-1 text-ink-2', cell: (d) => d.reason ?? '' },
    { key: 'at', header: 'Since', className: 'whitespace-nowrap text-ink-2', cell: (d) => momentInWords(d.at) },
    { key: 'import', header: 'Import', cell: itsImport },
  ];
  return (
    <Panel
      title="Exports"
      note="What the other side has, and what became of the newest version of each. One that is refused stops no other."
    >
      <Table
        caption="Exports"
        columns={columns}
        rows={deliveries}
        rowKey={(d) => d.id}
        stickyFirst={false}
        empty="Nothing was found yet."
        narrow={(d) => (
          <div className="grid gap-0.5">
            <span className="flex items-start justify-between gap-3">
              <span className="min-w-0 break-all">
                <Name>{d.title}</Name>
              </span>
              {status(d)}
            </span>
            <span className="flex flex-wrap justify-between gap-x-3 text-12 text-ink-2">
              {period(d)}, since {momentInWords(d.at)} {itsImport(d)}
            </span>
            {d.reason && <span className="break-words text-12 text-ink-2">{d.reason}</span>}
          </div>
        )}
      />
    </Panel>
  );
}
