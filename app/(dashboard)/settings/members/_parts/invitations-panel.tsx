'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { type InvitationRow, membersQuery, revokeInvitation } from '@/lib/client/members';
import { dayOf } from './dates';

export function InvitationsPanel() {
  const cache = useQueryClient();
  const say = useNotice();
  const { data, error, refetch } = useQuery(membersQuery());
  const revoke = useMutation({
    mutationFn: (invitation: InvitationRow) => revokeInvitation(invitation.id),
    onSuccess: () => say('The link no longer works'),
    onError: (e) => say(e.message, { tone: 'over' }),
    onSettled: () => cache.invalidateQueries({ queryKey: membersQuery().queryKey }),
  });
  const forWhom = (i: InvitationRow) => i.email ?? 'Whoever has the link';
  const columns: Column<InvitationRow>[] = [
    { key: 'who', header: 'For', className: 'min-w-40', cell: forWhom },
    { key: 'role', header: 'Role', cell: (i) => i.role },
    { key: 'by', header: 'Invited by', cell: (i) => <span className="text-ink-2">{i.invitedByName}</span> },
    { key: 'until', header: 'Open until', cell: (i) => <span className="whitespace-nowrap text-ink-2">{dayOf(i.expiresAt)}</span> },
    {
      key: 'revoke',
      header: <span className="sr-only">Revoke</span>,
      numeric: true,
      cell: (i) => (
        <Button size="small" tone="quiet" aria-label={`Revoke the invitation for ${forWhom(i)}`} onClick={() => revoke.mutate(i)}>
          Revoke
        </Button>
      ),
    },
  ];
  return (
    <Panel title="Open invitations" note="Each link works once. It is shown only when it is made.">
      {data?.invitations.length === 0 ? (
        <p className="pb-2 text-13 text-ink-2">Nobody is invited at the moment. “Invite somebody” above makes a link.</p>
      ) : data ? (
        <Table caption="Open invitations" columns={columns} rows={data.invitations} rowKey={(i) => i.id} dense={false} />
      ) : error ? (
        <ErrorState title="The invitations could not be loaded" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" rows={2} />
      )}
    </Panel>
  );
}
