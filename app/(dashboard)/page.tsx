import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { parseOverviewView } from '@/components/filters/overview-view';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { overviewQuery } from '@/lib/client/costs';
import { getQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { getOverview } from '@/lib/services/costs/get-overview';
import { OverviewPanels } from './_parts/overview-panels';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const actor = await requireActorOrRedirect();
  const view = parseOverviewView(await searchParams);
  const queries = getQueryClient();
  await queries.prefetchQuery({ queryKey: overviewQuery(view).queryKey, queryFn: () => getOverview(actor, view, today()) });
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <OverviewPanels mayImport={can(actor.role, 'imports:write')} mayBudget={can(actor.role, 'budgets:write')} />
    </HydrationBoundary>
  );
}
