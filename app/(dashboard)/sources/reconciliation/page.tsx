import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { reconciliationQuery } from '@/lib/client/invoices';
import { getQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/core/access/permissions';
import { getReconciliation } from '@/lib/services/invoices/get-reconciliation';
import { SourceTabs } from '../_parts/source-tabs';
import { ReconciliationPanel } from './_parts/reconciliation-panel';

export const metadata: Metadata = { title: 'Reconciliation' };

export default async function ReconciliationPage() {
  const actor = await requireActorOrRedirect('/sources/reconciliation');
  const queries = getQueryClient();
  await queries.prefetchQuery({ queryKey: reconciliationQuery().queryKey, queryFn: () => getReconciliation(actor, {}) });
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <PageHeader title="Sources" note="Every bill once, completely, and proved" />
      <PageBody>
        <div className="mb-2">
          <SourceTabs active="reconciliation" />
        </div>
        <ReconciliationPanel mayWrite={can(actor.role, 'invoices:write')} />
      </PageBody>
    </HydrationBoundary>
  );
}
