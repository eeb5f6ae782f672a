import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { connectionsQuery } from '@/lib/client/connections';
import { getQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/core/access/permissions';
import { listConnections } from '@/lib/services/connections/list-connections';
import { SourceTabs } from '../_parts/source-tabs';
import { ConnectionsPanel } from './_parts/connections-panel';

export const metadata: Metadata = { title: 'Connections' };

export default async function ConnectionsPage() {
  const actor = await requireActorOrRedirect('/sources/connections');
  const queries = getQueryClient();
  await queries.prefetchQuery({ queryKey: connectionsQuery().queryKey, queryFn: () => listConnections(actor, new Date()) });
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <PageHeader title="Sources" note="Every bill once, completely, and proved" />
      <PageBody>
        <div className="mb-2">
          <SourceTabs active="connections" />
        </div>
        <ConnectionsPanel mayWrite={can(actor.role, 'connections:write')} />
      </PageBody>
    </HydrationBoundary>
  );
}
