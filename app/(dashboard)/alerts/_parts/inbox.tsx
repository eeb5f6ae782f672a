'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { InlineNotice, useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { LinkTabs } from '@/components/ui/tabs';
import { api } from '@/lib/client/api';
import type { AlertRow } from '@/lib/services/alerts/inbox';
import { AlertDrawer } from './alert-drawer';
import { momentWords, severityWords, statusWords } from './words';

const filters = [
  { key: 'open', label: 'Open', href: '/alerts' },
  { key: 'ignored', label: 'Ignored', href: '/alerts?state=ignored' },
  { key: 'resolved', label: 'Resolved', href: '/alerts?state=resolved' },
];

/** What is open, the newest first. A click opens an item; several can be acknowledged at once. */
export function Inbox(p: {
  rows: AlertRow[];
  unread: number;
  state: string | null;
  item: number | null;
  mayWrite: boolean;
  me: string;
  hasChannel: boolean;
}) {
  const router = useRouter();
  const say = useNotice();
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const open = (id: number | null) => {
    const base = stateHref(p.state);
    router.replace(id === null ? base : `${base}${base.includes('?') ? '&' : '?'}item=${id}`, { scroll: false });
  };
  const acknowledge = async () => {
    const results = await Promise.allSettled(
      [...chosen].map((id) => api(`/api/v1/alerts/${id}`, { method: 'PATCH', body: { action: 'acknowledge' } })),
    );
    const failed = results.filter((r) => r.status === 'rejected').length;
    say(failed ? `${failed} could not be acknowledged` : `${results.length} acknowledged`, failed ? { tone: 'over' } : undefined);
    setChosen(new Set());
    router.refresh();
  };
  const toggle = (id: number) => setChosen((before) => new Set(before.has(id) ? [...before].filter((x) => x !== id) : [...before, id]));
  const columns: Column<AlertRow>[] = [
    ...(p.mayWrite
      ? [
          {
            key: 'choose',
            header: <span className="sr-only">Choose</span>,
            className: 'w-8',
            cell: (r: AlertRow) => (
              <input
                type="checkbox"
                aria-label={`Choose: ${r.title}`}
                checked={chosen.has(r.id)}
                onChange={() => toggle(r.id)}
                className="size-4"
              />
            ),
          },
        ]
      : []),
    { key: 'severity', header: 'Severity', cell: (r) => <Severity row={r} /> },
    {
      key: 'title',
      header: 'What',
      className: 'min-w-72',
      cell: (r) => (
        <button type="button" className="py-1.5 text-left leading-5 hover:underline" onClick={() => open(r.id)}>
          <bdi>{r.title}</bdi>
        </button>
      ),
    },
    { key: 'at', header: 'When', className: 'whitespace-nowrap text-ink-2', cell: (r) => momentWords(r.occurredAt) },
    { key: 'data', header: 'Data to before', className: 'whitespace-nowrap text-ink-2', cell: (r) => r.dataCompleteTo ?? '–' },
    { key: 'who', header: 'With', className: 'whitespace-nowrap', cell: (r) => r.assignee ?? '–' },
    {
      key: 'state',
      header: 'State',
      cell: (r) => <Badge tone={statusWords[r.status]?.[1]}>{statusWords[r.status]?.[0] ?? r.status}</Badge>,
    },
  ];
  return (
    <Panel
      className="border-t-0!"
      title={p.unread === 0 ? 'Nothing new' : `${p.unread} new`}
      note="Each crossing is told once, however often the same bills are loaded."
      actions={
        chosen.size > 0 && (
          <Button size="small" onClick={acknowledge}>
            Acknowledge {chosen.size}
          </Button>
        )
      }
    >
      {!p.hasChannel && (
        <div className="mb-4">
          <InlineNotice title="No channel yet">
            Alerts stay in this inbox. Add e-mail, Slack, Teams, PagerDuty or a webhook under Channels.
          </InlineNotice>
        </div>
      )}
      <div className="mb-3">
        <LinkTabs label="Which alerts" active={p.state === 'ignored' || p.state === 'resolved' ? p.state : 'open'} tabs={filters} />
      </div>
      {p.rows.length === 0 ? (
        <EmptyState title="Nothing is open" reason="Budgets are looked at after every load and every hour." />
      ) : (
        <Table
          caption="Alerts"
          columns={columns}
          rows={p.rows}
          rowKey={(r) => String(r.id)}
          stickyFirst={false}
          onRowClick={(r) => open(r.id)}
          narrow={(r) => (
            <button type="button" className="grid w-full gap-1 text-left" onClick={() => open(r.id)}>
              <span>
                <bdi>{r.title}</bdi>
              </span>
              <span className="flex items-center justify-between gap-3 text-12 text-ink-2">
                <Severity row={r} />
                {momentWords(r.occurredAt)}
              </span>
            </button>
          )}
        />
      )}
      {p.item !== null && <AlertDrawer id={p.item} mayWrite={p.mayWrite} me={p.me} onClose={() => open(null)} />}
    </Panel>
  );
}

const stateHref = (state: string | null) => (state === 'ignored' || state === 'resolved' ? `/alerts?state=${state}` : '/alerts');

const Severity = ({ row }: { row: AlertRow }) => (
  <Badge tone={severityWords[row.severity]?.[1]}>{severityWords[row.severity]?.[0] ?? row.severity}</Badge>
);
