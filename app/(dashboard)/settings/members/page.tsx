import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { membersQuery } from '@/lib/client/members';
import { getQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/core/access/permissions';
import { getMembers } from '@/lib/services/members/list';
import { InvitationsPanel } from './_parts/invitations-panel';
import { MembersPanel } from './_parts/members-panel';
import { RolesPanel } from './_parts/roles-panel';

export const metadata: Metadata = { title: 'Members · Settings' };

export default async function MembersPage() {
  const actor = await requireActorOrRedirect('/settings/members');
  const queries = getQueryClient();
  await queries.prefetchQuery({ ...membersQuery(), queryFn: () => getMembers(actor) });
  const mayWrite = can(actor.role, 'members:write');
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <MembersPanel you={actor.userId} organization={actor.organizationName} mayWrite={mayWrite} />
      {mayWrite && <InvitationsPanel />}
      <RolesPanel yours={actor.role} />
    </HydrationBoundary>
  );
}
