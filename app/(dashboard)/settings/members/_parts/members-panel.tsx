'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { Select } from '@/components/ui/select';
import { type Column, Table } from '@/components/ui/table';
import { changeRole, type MemberRow, membersQuery, removeMember } from '@/lib/client/members';
import { type Role, roles } from '@/lib/core/access/permissions';
import { dayOf, seenInWords } from './dates';
import { InviteDialog } from './invite-dialog';

const roleOptions = roles.map((value) => ({ value, label: value }));

export function MembersPanel({ you, organization, mayWrite }: { you: string | null; organization: string; mayWrite: boolean }) {
  const cache = useQueryClient();
  const say = useNotice();
  const { data, error, refetch, isFetching } = useQuery(membersQuery());
  const [leaving, setLeaving] = useState<MemberRow | null>(null);

  const refresh = () => cache.invalidateQueries({ queryKey: membersQuery().queryKey });
  const failed = (e: Error) => say(e.message, { tone: 'over' });
  const role = useMutation({
    mutationFn: ({ member, to }: { member: MemberRow; to: Role }) => changeRole(member.userId, to),
    onSuccess: (_, { member, to }) =>
      say(`${member.name} is now ${to}`, {
        action: { label: 'Undo', run: () => role.mutate({ member: { ...member, role: to }, to: member.role }) },
      }),
    onError: failed,
    onSettled: refresh,
  });
  const removal = useMutation({
    mutationFn: (member: MemberRow) => removeMember(member.userId),
    onSuccess: (_, member) => {
      setLeaving(null);
      say(`${member.name} was removed`);
      // one's own removal ends the right to be here
      if (member.userId === you) window.location.assign('/');
    },
    onError: failed,
    onSettled: refresh,
  });

  const members = data?.members ?? [];
  const lastAdmin = members.filter((m) => m.role === 'admin').length === 1;
  const isLastAdmin = (m: MemberRow) => lastAdmin && m.role === 'admin';
  const pending = role.isPending ? role.variables : null;
  const columns: Column<MemberRow>[] = [
    {
      key: 'name',
      header: 'Name',
      className: 'min-w-40',
      cell: (m) => (
        <span className="flex flex-wrap items-center gap-x-2">
          <span className="font-strong">{m.name}</span>
          {m.userId === you && <Badge>you</Badge>}
        </span>
      ),
    },
    { key: 'email', header: 'E-mail', cell: (m) => <span className="text-ink-2">{m.email}</span> },
    {
      key: 'role',
      header: 'Role',
      cell: (m) =>
        mayWrite ? (
          <Select
            dense
            aria-label={`Role of ${m.name}`}
            title={isLastAdmin(m) ? 'The last administrator. Make somebody else administrator first.' : undefined}
            disabled={isLastAdmin(m)}
            options={roleOptions}
            value={pending?.member.userId === m.userId ? pending.to : m.role}
            onChange={(to) => role.mutate({ member: m, to })}
          />
        ) : (
          m.role
        ),
    },
    { key: 'joined', header: 'Joined', cell: (m) => <span className="whitespace-nowrap text-ink-2">{dayOf(m.joinedAt)}</span> },
    {
      key: 'seen',
      header: 'Last seen',
      cell: (m) => <span className="whitespace-nowrap text-ink-2">{seenInWords(m.lastSeenAt, new Date())}</span>,
    },
  ];
  if (mayWrite)
    columns.push({
      key: 'remove',
      header: <span className="sr-only">Remove</span>,
      numeric: true,
      cell: (m) =>
        isLastAdmin(m) ? (
          <span className="text-12 text-ink-3">last administrator</span>
        ) : (
          <Button size="small" tone="quiet" aria-label={`Remove ${m.name}`} onClick={() => setLeaving(m)}>
            Remove
          </Button>
        ),
    });

  return (
    <Panel
      title={data ? `${members.length} ${members.length === 1 ? 'person' : 'people'} in ${organization}` : `People in ${organization}`}
      note={mayWrite ? 'A change of role acts at the next click of that person.' : 'Only an administrator can change this list.'}
      actions={mayWrite && <InviteDialog onInvited={refresh} />}
    >
      {data ? (
        <Table
          caption={`Members of ${organization}`}
          columns={columns}
          rows={members}
          rowKey={(m) => m.userId}
          dense={false}
          dimmed={isFetching && removal.isPending}
        />
      ) : error ? (
        <ErrorState title="The members could not be loaded" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" rows={4} />
      )}
      <Dialog
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={`Remove ${leaving?.name ?? ''}`}
        actions={
          <>
            <DialogClose>
              <Button>Cancel</Button>
            </DialogClose>
            <Button tone="danger" busy={removal.isPending && 'Removing'} onClick={() => leaving && removal.mutate(leaving)}>
              Remove {leaving?.name}
            </Button>
          </>
        }
      >
        <p className="text-14 text-ink-2">
          {leaving?.userId === you ? 'You lose' : `${leaving?.name} loses`} access to {organization} at once. The account stays, and so does
          what was done with it; a new invitation brings it back.
        </p>
      </Dialog>
    </Panel>
  );
}
