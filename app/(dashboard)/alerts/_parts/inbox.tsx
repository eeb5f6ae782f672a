'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { LinkButton } from '@/components/ui/button';
import { InlineNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Select } from '@/components/ui/select';
import { Table } from '@/components/ui/table';
import type { AlertRow } from '@/lib/services/alerts/inbox';
import { AlertDrawer } from './alert-drawer';
import { BulkBar } from './bulk-bar';
import { CsvLink } from './csv-link';
import { IgnoreDialog } from './ignore-dialog';
import { exportHref, type InboxView, inboxHref } from './inbox-address';
import { inboxColumns, NarrowAlert } from './inbox-columns';
import { type InboxAction, useAlertChanges } from './use-alert-changes';
import { kindWords, statusWords } from './words';

const states = [{ value: '', label: 'Open' }, ...Object.entries(statusWords).map(([value, [word]]) => ({ value, label: capital(word) }))];
const kinds = [{ value: '', label: 'Everything' }, ...Object.entries(kindWords).map(([value, label]) => ({ value, label }))];

interface InboxProps {
  rows: AlertRow[];
  unread: number;
  view: InboxView;
  item: number | null;
  mayWrite: boolean;
  me: string;
  hasChannel: boolean;
  /** The moment the page was made: ages are counted from it, the same on the server and in the browser. */
  now: string;
}

/** What is open, the newest first. A click opens an item; several can be changed at once; j, k, a, i, r and o work as in a mailbox. */
export function Inbox({ rows, unread, view, item, mayWrite, me, hasChannel, now }: InboxProps) {
  const router = useRouter();
  const change = useAlertChanges();
  const [marked, setMarked] = useState<ReadonlySet<number>>(new Set());
  const [ignoring, setIgnoring] = useState<readonly number[] | null>(null);
  const chosen = new Set(rows.map((r) => r.id).filter((id) => marked.has(id)));
  const open = (id: number | null) => router.replace(inboxHref(view, id), { scroll: false });
  const toggle = (id: number) => setMarked((before) => new Set(before.has(id) ? [...before].filter((x) => x !== id) : [...before, id]));
  const run = (ids: readonly number[], action: InboxAction, reason?: string) => {
    setMarked(new Set());
    setIgnoring(null);
    if (ids.length) void change(ids, action, reason);
  };
  /** What the keys are about: the chosen ones, else the one with the focus. */
  const meant = (): number[] => {
    const at = focused();
    return chosen.size ? [...chosen] : at === null ? [] : [at];
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    o: () => {
      const row = rows.find((r) => r.id === focused());
      if (row) router.push(row.link);
    },
    ...(mayWrite && {
      a: () => run(meant(), 'acknowledge'),
      r: () => run(meant(), 'resolve'),
      i: () => {
        const ids = meant();
        if (ids.length) setIgnoring(ids);
      },
    }),
  });
  const hands = { now, choice: mayWrite ? { chosen, toggle } : null, open };
  return (
    <Panel
      className="border-t-0!"
      title={unread === 0 ? 'Nothing new' : `${unread} new`}
      note="Each event is told once, however often the same bills are loaded."
      actions={
        <>
          <Select
            dense
            aria-label="State"
            value={view.state ?? ''}
            options={states}
            onChange={(state) => router.replace(inboxHref({ ...view, state: state || null }))}
          />
          <Select
            dense
            aria-label="Kind"
            value={view.kind ?? ''}
            options={kinds}
            onChange={(kind) => router.replace(inboxHref({ ...view, kind: kind || null }))}
          />
          {rows.length > 0 && <CsvLink href={exportHref(view)} />}
        </>
      }
    >
      {!hasChannel && (
        <div className="mb-4">
          <InlineNotice title="No channel yet: alerts stay in this inbox." actions={<ToChannels />} />
        </div>
      )}
      {rows.length === 0 ? (
        <Empty view={view} />
      ) : (
        <>
          {mayWrite && (
            <BulkBar
              count={chosen.size}
              of={rows.length}
              onAll={() => setMarked(new Set(rows.map((r) => r.id)))}
              onNone={() => setMarked(new Set())}
              onAct={(action) => (action === 'ignore' ? setIgnoring([...chosen]) : run([...chosen], action))}
            />
          )}
          <Table
            caption="Alerts"
            columns={inboxColumns(hands)}
            rows={rows}
            rowKey={(r) => String(r.id)}
            stickyFirst={false}
            dense={false}
            onRowClick={(r) => open(r.id)}
            narrow={(r) => <NarrowAlert row={r} {...hands} />}
          />
        </>
      )}
      {item !== null && <AlertDrawer id={item} mayWrite={mayWrite} me={me} onClose={() => open(null)} />}
      {ignoring && (
        <IgnoreDialog count={ignoring.length} onClose={() => setIgnoring(null)} onIgnore={(reason) => run(ignoring, 'ignore', reason)} />
      )}
    </Panel>
  );
}

const ToChannels = () => (
  <LinkButton size="small" href="/alerts?tab=channels">
    See channels
  </LinkButton>
);

const Empty = ({ view }: { view: InboxView }) =>
  view.state || view.kind ? (
    <EmptyState
      title="Nothing like that"
      reason="No alert has this state and kind."
      actions={<LinkButton href="/alerts">Show what is open</LinkButton>}
    />
  ) : (
    <EmptyState
      title="Nothing is open"
      reason="Budgets, agreements, anomalies, new models, late sources and unknown models are looked at after every load and every hour."
    />
  );

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const focused = (): number | null => Number((document.activeElement as HTMLElement | null)?.dataset.alert) || null;

/** Moves the focus to the next or previous alert of the table. */
function step(by: 1 | -1): void {
  const all = [...document.querySelectorAll<HTMLElement>('[data-alert]')];
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? all[by === 1 ? 0 : all.length - 1] : all[at + by];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}
