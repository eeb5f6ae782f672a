import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { Suspense } from 'react';
import { parseOverviewView } from '@/components/filters/overview-view';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { overviewQuery } from '@/lib/client/costs';
import { getQueryClient } from '@/lib/client/query-client';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { listAnomalies } from '@/lib/services/anomalies/list-anomalies';
import { getOverview } from '@/lib/services/costs/get-overview';
import { anomaliesQuery } from './_parts/anomaly-marks-query';
import { LimitsPanels } from './_parts/limits-panels';
import { OverviewPanels } from './_parts/overview-panels';
import { PinnedViews } from './_parts/pinned-views';

export const metadata: Metadata = { title: 'Overview' };

export default async function OverviewPage({ searchParams }: PageProps<'/'>) {
  const actor = await requireActorOrRedirect();
  const view = parseOverviewView(await searchParams);
  const queries = getQueryClient();
  await Promise.all([
    queries.prefetchQuery({ queryKey: overviewQuery(view).queryKey, queryFn: () => getOverview(actor, view, today()) }),
    queries.prefetchQuery({
      queryKey: anomaliesQuery([]).queryKey,
      queryFn: () => listAnomalies(actor, { period: '90d', f: [] }, new Date()),
    }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <OverviewPanels
        mayImport={can(actor.role, 'imports:write')}
        mayBudget={can(actor.role, 'budgets:write')}
        limits={<LimitsPanels actor={actor} />}
        pinned={
          <Suspense>
            <PinnedViews actor={actor} />
          </Suspense>
        }
      />
    </HydrationBoundary>
  );
}
