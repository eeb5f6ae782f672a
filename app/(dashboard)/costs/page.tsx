import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { parseCostView } from '@/components/filters/cost-view';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { chargesQuery, costForecastQuery, costsQuery, dimensionsQuery } from '@/lib/client/costs';
import { getQueryClient } from '@/lib/client/query-client';
import { viewsQuery } from '@/lib/client/views';
import { can } from '@/lib/core/access/permissions';
import { keyedDimension } from '@/lib/core/explore/dimensions';
import { groupedBy } from '@/lib/core/explore/explore-query';
import { asCostFilters } from '@/lib/core/explore/filters';
import { withoutSecondPeriod } from '@/lib/core/views/cost-address';
import { today } from '@/lib/http/today';
import { listAnomalies } from '@/lib/services/anomalies/list-anomalies';
import { listDimensions } from '@/lib/services/explore/dimension-values';
import { explore } from '@/lib/services/explore/explore';
import { getCharges } from '@/lib/services/explore/explore-charges';
import { forecastCosts } from '@/lib/services/explore/forecast-costs';
import { listViews } from '@/lib/services/views/manage-views';
import { anomaliesQuery } from '../_parts/anomaly-marks-query';
import { CostExplorer } from './_parts/cost-explorer';

export const metadata: Metadata = { title: 'Costs' };

export default async function CostsPage({ searchParams }: PageProps<'/costs'>) {
  const actor = await requireActorOrRedirect();
  const raw = await searchParams;
  const once = withoutSecondPeriod(raw);
  if (once !== null) redirect(once);
  const view = parseCostView(raw);
  const slices = view.without.length > 0 ? null : asCostFilters(view.f);
  const words = [...groupedBy(view), ...view.f.map((f) => f.dimension)];
  const queries = getQueryClient();
  await Promise.all([
    queries.prefetchQuery({ queryKey: viewsQuery.queryKey, queryFn: () => listViews(actor) }),
    queries.prefetchQuery({ queryKey: costsQuery(view).queryKey, queryFn: () => explore(actor, view, today()) }),
    // what allocations are called is in this list only: a filter must not change its name before a reader's eyes
    words.some((word) => keyedDimension(word)?.kind === 'allocation') &&
      queries.prefetchQuery({ queryKey: dimensionsQuery.queryKey, queryFn: () => listDimensions(actor) }),
    view.tab === 'groups' &&
      slices !== null &&
      queries.prefetchQuery({
        queryKey: anomaliesQuery(slices).queryKey,
        queryFn: () => listAnomalies(actor, { period: '90d', f: slices }, new Date()),
      }),
    view.tab === 'groups' &&
      view.forecast &&
      queries.prefetchQuery({ queryKey: costForecastQuery(view).queryKey, queryFn: () => forecastCosts(actor, view, today()) }),
    view.tab === 'charges' &&
      queries.prefetchQuery({ queryKey: chargesQuery(view).queryKey, queryFn: () => getCharges(actor, view, today()) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <CostExplorer
        mayBudget={can(actor.role, 'budgets:write')}
        maySave={can(actor.role, 'views:write') && actor.userId !== null}
        mayLink={can(actor.role, 'share-links:write')}
        mayNote={can(actor.role, 'views:write')}
      />
    </HydrationBoundary>
  );
}
