import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { connectionQuery } from '@/lib/client/connections';
import { getQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/core/access/permissions';
import { AppError } from '@/lib/core/app-error';
import { number } from '@/lib/http/params';
import { getConnection } from '@/lib/services/connections/list-connections';
import { ConnectionView } from '../_parts/connection-view';

export const metadata: Metadata = { title: 'Connection' };

export default async function ConnectionPage({ params }: PageProps<'/sources/connections/[id]'>) {
  const { id: text } = await params;
  const actor = await requireActorOrRedirect(`/sources/connections/${text}`);
  const queries = getQueryClient();
  try {
    const id = number(text);
    const detail = await getConnection(actor, id, new Date());
    queries.setQueryData(connectionQuery(id).queryKey, detail);
    return (
      <HydrationBoundary state={dehydrate(queries)}>
        <ConnectionView id={id} mayWrite={can(actor.role, 'connections:write')} />
      </HydrationBoundary>
    );
  } catch (e) {
    if (e instanceof AppError && e.code === 'not_found') notFound();
    throw e;
  }
}
