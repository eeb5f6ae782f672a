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
import type { Role } from '@/lib/core/access/permissions';
import type { TokenRow } from '@/lib/services/tokens/manage-tokens';
import { dayOf, seenInWords } from '../../members/_parts/dates';
import { TokenDialog } from './token-dialog';
import { stateOf } from './token-state';

/** Keys for gateways and scripts: who made them, what they may do, until when, and whether anybody uses them. */
export function TokensPanel({ tokens, roles, now }: { tokens: readonly TokenRow[]; roles: readonly Role[]; now: string }) {
  const router = useRouter();
  const [leaving, setLeaving] = useState<TokenRow | null>(null);
  const isOpen = (t: TokenRow) => !t.revokedAt && t.expiresAt > now;
  const state = (t: TokenRow) => {
    const [word, tone] = stateOf(t, now);
    return <Badge tone={tone}>{word}</Badge>;
  };
  const withdraw = (t: TokenRow) =>
    isOpen(t) && (
      <Button size="small" tone="quiet" aria-label={`Withdraw ${t.name}`} onClick={() => setLeaving(t)}>
        Withdraw
      </Button>
    );
  const quiet = (text: string) => <span className="whitespace-nowrap text-ink-2">{text}</span>;
  const columns: Column<TokenRow>[] = [
    { key: 'name', header: 'Name', className: 'min-w-40 font-strong', cell: (t) => <bdi>{t.name}</bdi> },
    { key: 'role', header: 'Role', cell: (t) => t.role },
    { key: 'by', header: 'Made by', cell: (t) => <bdi className="text-ink-2">{t.createdByName}</bdi> },
    { key: 'made', header: 'Made', cell: (t) => quiet(dayOf(t.createdAt)) },
    { key: 'expires', header: 'Expires', cell: (t) => quiet(dayOf(t.expiresAt)) },
    { key: 'used', header: 'Last used', cell: (t) => quiet(seenInWords(t.lastUsedAt, new Date(now))) },
    { key: 'state', header: 'State', cell: state },
    { key: 'withdraw', header: <span className="sr-only">Withdraw</span>, numeric: true, cell: withdraw },
  ];
  return (
    <Panel
      title="API tokens"
      note="For gateways and scripts, sent as “Authorization: Bearer …”. A token is shown once, when it is made."
      actions={<TokenDialog roles={roles} onMade={() => router.refresh()} />}
    >
      {tokens.length === 0 ? (
        <EmptyState
          title="No token yet"
          reason="With one, a gateway asks for the headroom of a budget before it lets a request through, and a script reads costs or loads bills."
        />
      ) : (
        <Table
          caption="API tokens"
          columns={columns}
          rows={tokens}
          rowKey={(t) => String(t.id)}
          dense={false}
          narrow={(t) => (
            <div className="flex items-start justify-between gap-3">
              <span className="grid min-w-0 gap-1">
                <bdi className="font-strong break-words">{t.name}</bdi>
                <span className="text-12 text-ink-2">
                  {t.role}, by <bdi>{t.createdByName}</bdi>, expires {dayOf(t.expiresAt)}, used {seenInWords(t.lastUsedAt, new Date(now))}
                </span>
                <span>{state(t)}</span>
              </span>
              {withdraw(t)}
            </div>
          )}
        />
      )}
      {leaving && (
        <WithdrawDialog
          token={leaving}
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

function WithdrawDialog({ token, onClose, onDone }: { token: TokenRow; onClose: () => void; onDone: () => void }) {
  const say = useNotice();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await api(`/api/v1/tokens/${token.id}`, { method: 'DELETE' });
      say(`${token.name} opens nothing any more`);
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
      title={`Withdraw ${token.name}`}
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
        What uses it is refused from a few seconds later on. This cannot be taken back; a new token can be made.
      </p>
    </Dialog>
  );
}
