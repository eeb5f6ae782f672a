import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { connectionQuery } from '@/lib/client/connections';
import { getQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/core/access/permissions';
import { orNotFound } from '@/lib/http/or-not-found';
import { number } from '@/lib/http/params';
import { getConnection } from '@/lib/services/connections/list-connections';
import { ConnectionView } from '../_parts/connection-view';

export const metadata: Metadata = { title: 'Connection' };

export default async function ConnectionPage({ params }: PageProps<'/sources/connections/[id]'>) {
  const { id: text } = await params;
  const actor = await requireActorOrRedirect(`/sources/connections/${text}`);
  const queries = getQueryClient();
  const detail = await orNotFound(async () => getConnection(actor, number(text), new Date()));
  const { id } = detail;
  queries.setQueryData(connectionQuery(id).queryKey, detail);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <ConnectionView id={id} mayWrite={can(actor.role, 'connections:write')} />
    </HydrationBoundary>
  );
}
