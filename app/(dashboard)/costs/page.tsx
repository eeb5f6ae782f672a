import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { parseCostView } from '@/components/filters/cost-view';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { chargesQuery, costsQuery } from '@/lib/client/costs';
import { getQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { listAnomalies } from '@/lib/services/anomalies/list-anomalies';
import { getCharges, getCosts } from '@/lib/services/costs/get-costs';
import { anomaliesQuery } from '../_parts/anomaly-marks-query';
import { CostExplorer } from './_parts/cost-explorer';

export const metadata: Metadata = { title: 'Costs' };

export default async function CostsPage({ searchParams }: PageProps<'/costs'>) {
  const actor = await requireActorOrRedirect();
  const view = parseCostView(await searchParams);
  const queries = getQueryClient();
  await Promise.all([
    queries.prefetchQuery({ queryKey: costsQuery(view).queryKey, queryFn: () => getCosts(actor, view, today()) }),
    view.tab === 'groups' &&
      queries.prefetchQuery({
        queryKey: anomaliesQuery(view.f).queryKey,
        queryFn: () => listAnomalies(actor, { period: '90d', f: view.f }, new Date()),
      }),
    view.tab === 'charges' &&
      queries.prefetchQuery({ queryKey: chargesQuery(view).queryKey, queryFn: () => getCharges(actor, view, today()) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <CostExplorer mayBudget={can(actor.role, 'budgets:write')} />
    </HydrationBoundary>
  );
}
