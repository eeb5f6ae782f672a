import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { panelQuery } from '@/lib/client/dashboards';
import { getQueryClient } from '@/lib/client/query-client';
import type { Actor } from '@/lib/core/access/actor';
import { can } from '@/lib/core/access/permissions';
import { specOf } from '@/lib/core/dashboards/panel-spec';
import type { Dashboard } from '@/lib/core/dashboards/panels';
import { orNotFound } from '@/lib/http/or-not-found';
import { number } from '@/lib/http/params';
import { answerPanel } from '@/lib/services/dashboards/answer-panel';
import { panelChoices } from '@/lib/services/dashboards/make-from-template';
import { getDashboard } from '@/lib/services/dashboards/manage-dashboards';
import { listViews } from '@/lib/services/views/manage-views';
import { DashboardView } from '../_parts/dashboard-view';

export const metadata: Metadata = { title: 'Dashboard' };

/** So long the page waits for its panels; one that takes longer comes by itself. */
const PATIENCE_MS = 400;

export default async function DashboardPage({ params }: PageProps<'/dashboards/[id]'>) {
  const { id } = await params;
  const actor = await requireActorOrRedirect();
  const dashboard = await found(actor, id);
  const now = new Date();
  const queries = getQueryClient();
  const asked = dashboard.panels.map((panel) => {
    const spec = specOf(panel);
    return queries.prefetchQuery({ queryKey: panelQuery(spec).queryKey, queryFn: () => answerPanel(actor, spec, now) });
  });
  const [views, choices] = await Promise.all([listViews(actor), panelChoices(actor, now.toISOString().slice(0, 10))]);
  await Promise.race([Promise.all(asked), new Promise((done) => setTimeout(done, PATIENCE_MS))]);
  return (
    <HydrationBoundary state={dehydrate(queries, { shouldDehydrateQuery: (query) => query.state.status === 'success' })}>
      <DashboardView
        dashboard={dashboard}
        choices={{ views, ...choices }}
        mayLink={can(actor.role, 'share-links:write')}
        mayMail={can(actor.role, 'views:curate')}
        organization={actor.organizationName}
        drawnAt={`${now.toISOString().slice(0, 16).replace('T', ' ')} UTC`}
      />
    </HydrationBoundary>
  );
}

const found = (actor: Actor, id: string): Promise<Dashboard> => orNotFound(async () => getDashboard(actor, number(id)));
