'use client';

import { useRouter } from 'next/navigation';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { api } from '@/lib/client/api';
import type { DeliveryRow } from '@/lib/services/alerts/inbox';
import { CsvLink } from './csv-link';
import { channelWords, deliveryWords, momentWords } from './words';

/** What went where, with the answer that came back. */
export function DeliveriesPanel({ rows, mayWrite }: { rows: readonly DeliveryRow[]; mayWrite: boolean }) {
  const router = useRouter();
  const say = useNotice();
  const send = (id: string) =>
    api('/api/v1/deliveries', { method: 'POST', body: { id } }).then(
      () => {
        say('It is sent again within some seconds');
        router.refresh();
      },
      (e: Error) => say(e.message, { tone: 'over' }),
    );
  const state = (d: DeliveryRow) => <Badge tone={deliveryWords[d.status]?.[1]}>{deliveryWords[d.status]?.[0] ?? d.status}</Badge>;
  const again = (d: DeliveryRow) =>
    mayWrite &&
    !d.isTest &&
    d.status === 'failed' && (
      <Button size="small" className="justify-self-start" onClick={() => send(d.id)}>
        Send again
      </Button>
    );
  return (
    <Panel
      className="border-t-0!"
      title="Deliveries"
      note="Never sent twice for one event. What fails is tried again after 1, 5, 15, 60 and 240 minutes."
      actions={rows.length > 0 && <CsvLink href="/api/v1/deliveries/export" />}
    >
      {rows.length === 0 ? (
        <EmptyState title="Nothing was sent yet" reason="Each alert and each test stands here with the answer that came back." />
      ) : (
        <Table
          caption="Deliveries"
          rows={rows}
          rowKey={(d) => d.id}
          stickyFirst={false}
          dense={false}
          columns={[
            { key: 'at', header: 'When', className: 'whitespace-nowrap', cell: (d) => momentWords(d.createdAt) },
            {
              key: 'channel',
              header: 'Channel',
              className: 'whitespace-nowrap',
              cell: (d) => `${d.channel}, ${channelWords[d.kind] ?? d.kind}`,
            },
            { key: 'what', header: 'What', className: 'min-w-60', cell: (d) => <What row={d} /> },
            { key: 'attempts', header: 'Attempts', numeric: true, cell: (d) => d.attempts },
            { key: 'answer', header: 'Answer', className: 'max-w-80 break-words', cell: (d) => d.answer ?? '–' },
            {
              key: 'next',
              header: 'Due',
              className: 'whitespace-nowrap',
              cell: (d) => (d.nextAt && d.status === 'waiting' ? momentWords(d.nextAt) : '–'),
            },
            { key: 'state', header: 'State', cell: state },
            {
              key: 'again',
              header: <span className="sr-only">Again</span>,
              numeric: true,
              cell: again,
            },
          ]}
          narrow={(d) => (
            <span className="grid gap-1">
              <What row={d} />
              <span className="flex justify-between gap-3 text-12 text-ink-2">
                {d.channel}, {momentWords(d.createdAt)} {state(d)}
              </span>
              {d.answer && <span className="break-words text-12 text-ink-2">{d.answer}</span>}
              {d.nextAt && d.status === 'waiting' && <span className="text-12 text-ink-2">Due {momentWords(d.nextAt)}</span>}
              {again(d)}
            </span>
          )}
        />
      )}
    </Panel>
  );
}

/** What was sent; of a digest each alert, on demand. */
const What = ({ row }: { row: DeliveryRow }) =>
  row.titles.length === 0 ? (
    <bdi>{row.title}</bdi>
  ) : (
    <details>
      <summary className="w-fit cursor-pointer rounded-1">{row.title}</summary>
      <ul className="grid gap-1 py-1 text-12 text-ink-2">
        {row.titles.map((title, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two alerts may be called the same
          <li key={i}>
            <bdi>{title}</bdi>
          </li>
        ))}
      </ul>
    </details>
  );
