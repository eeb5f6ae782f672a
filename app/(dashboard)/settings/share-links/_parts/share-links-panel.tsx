'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { api } from '@/lib/client/api';
import type { ShareLinkRow } from '@/lib/services/share/share-links';
import { dayOf, seenInWords } from '../../members/_parts/dates';
import { stateOf } from '../../tokens/_parts/token-state';

/** Links for people without an account: what each opens, until when, and whether anybody uses it. */
export function ShareLinksPanel({ links, now }: { links: readonly ShareLinkRow[]; now: string }) {
  const router = useRouter();
  const [leaving, setLeaving] = useState<ShareLinkRow | null>(null);
  const state = (l: ShareLinkRow) => {
    const [word, tone] = stateOf(l, now);
    return <Badge tone={tone}>{word === 'good' ? 'open' : word}</Badge>;
  };
  const withdraw = (l: ShareLinkRow) =>
    !l.revokedAt &&
    l.expiresAt > now && (
      <Button size="small" tone="quiet" aria-label={`Withdraw the link to ${l.title}`} onClick={() => setLeaving(l)}>
        Withdraw
      </Button>
    );
  const quiet = (text: string) => <span className="whitespace-nowrap text-ink-2">{text}</span>;
  const used = (l: ShareLinkRow) => (l.lastUsedAt === null ? 'never' : seenInWords(l.lastUsedAt, new Date(now)));
  const columns: Column<ShareLinkRow>[] = [
    { key: 'title', header: 'Opens', className: 'min-w-40 font-strong', cell: (l) => <bdi>{l.title}</bdi> },
    { key: 'kind', header: 'Kind', cell: (l) => (l.kind === 'view' ? 'saved view' : 'dashboard') },
    { key: 'by', header: 'Made by', cell: (l) => <bdi className="text-ink-2">{l.createdByName}</bdi> },
    { key: 'made', header: 'Made', cell: (l) => quiet(dayOf(l.createdAt)) },
    { key: 'until', header: 'Open until', cell: (l) => quiet(dayOf(l.expiresAt)) },
    { key: 'used', header: 'Last used', cell: (l) => quiet(used(l)) },
    { key: 'state', header: 'State', cell: state },
    { key: 'withdraw', header: <span className="sr-only">Withdraw</span>, numeric: true, cell: withdraw },
  ];
  return (
    <Panel
      title="Share links"
      note="Each opens one saved view or one dashboard, read-only, to whoever holds it. Costs and Dashboards make them: Share."
    >
      {links.length === 0 ? (
        <EmptyState
          title="No link yet"
          reason="A board member without an account reads a view or a dashboard by one, until it expires or is withdrawn."
        />
      ) : (
        <Table
          caption="Share links"
          columns={columns}
          rows={links}
          rowKey={(l) => String(l.id)}
          dense={false}
          narrow={(l) => (
            <div className="flex items-start justify-between gap-3">
              <span className="grid min-w-0 gap-1">
                <bdi className="font-strong break-words">{l.title}</bdi>
                <span className="text-12 text-ink-2">
                  {l.kind === 'view' ? 'saved view' : 'dashboard'}, by <bdi>{l.createdByName}</bdi>, until {dayOf(l.expiresAt)}, used{' '}
                  {used(l)}
                </span>
                <span>{state(l)}</span>
              </span>
              {withdraw(l)}
            </div>
          )}
        />
      )}
      {leaving && (
        <WithdrawDialog
          link={leaving}
          onClose={() => setLeaving(null)}
          onDone={() => {
            setLeaving(null);
            router.refresh();
          }}
        />
      )}
    </Panel>
  );
}

function WithdrawDialog({ link, onClose, onDone }: { link: ShareLinkRow; onClose: () => void; onDone: () => void }) {
  const say = useNotice();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await api(`/api/v1/share-links/${link.id}`, { method: 'DELETE' });
      say(`The link to “${link.title}” opens nothing any more`);
      onDone();
    } catch (e) {
      say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' });
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Withdraw the link to “${link.title}”`}
      actions={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button tone="danger" busy={busy && 'Withdrawing'} onClick={withdraw}>
            Withdraw
          </Button>
        </>
      }
    >
      <p className="text-14 text-ink-2">
        Whoever holds it is told that it is no longer available. This cannot be taken back; a new link can be made.
      </p>
    </Dialog>
  );
}
