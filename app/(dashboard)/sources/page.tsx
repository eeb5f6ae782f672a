import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { getQueryClient } from '@/lib/client/query-client';
import { importsQuery, loadsQuery, sourcesQuery } from '@/lib/client/sources';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { listEventBatches } from '@/lib/services/events/upload-events';
import { listImports } from '@/lib/services/imports/list-imports';
import { listLoads } from '@/lib/services/loads/list-loads';
import { getSources, SourcesQuery } from '@/lib/services/sources/get-sources';
import { CoveragePanel } from './_parts/coverage-panel';
import { EventsPanel } from './_parts/events-panel';
import { ImportDesk } from './_parts/import-desk';
import { LoadsPanel } from './_parts/loads-panel';
import { SourceTabs, sourceTabs } from './_parts/source-tabs';
import { SourcesPanel } from './_parts/sources-panel';
import { WhereToFind } from './_parts/where-to-find';

export const metadata: Metadata = { title: 'Sources' };

export default async function SourcesPage({ searchParams }: PageProps<'/sources'>) {
  const actor = await requireActorOrRedirect('/sources');
  const { tab: wanted, import: focus, until: month } = await searchParams;
  const { until } = SourcesQuery.parse({ until: month });
  if (wanted === 'connections' || wanted === 'reconciliation') redirect(`/sources/${wanted}`);
  const tab = sourceTabs.find((t) => t.key === wanted)?.key ?? 'import';
  const queries = getQueryClient();
  if (tab === 'import')
    await queries.prefetchQuery({ queryKey: importsQuery().queryKey, queryFn: async () => plain(await listImports(actor)) });
  if (tab === 'sources' || tab === 'coverage')
    await queries.prefetchQuery({ queryKey: sourcesQuery(until).queryKey, queryFn: () => getSources(actor, { until }, today()) });
  if (tab === 'history')
    await queries.prefetchQuery({ queryKey: loadsQuery().queryKey, queryFn: async () => plain(await listLoads(actor)) });
  const mayImport = can(actor.role, 'imports:write');
  return (
    <HydrationBoundary state={dehydrate(queries)}>
      <PageHeader title="Sources" note="Every bill once, completely, and proved" />
      <PageBody>
        <div className="mb-2">
          <SourceTabs active={tab} />
        </div>
        {tab === 'import' && <ImportDesk mayImport={mayImport} focus={typeof focus === 'string' ? Number(focus) : null} />}
        {tab === 'import' && <WhereToFind />}
        {tab === 'usage' && <EventsPanel batches={await listEventBatches(actor)} mayLoad={can(actor.role, 'events:write')} />}
        {tab === 'sources' && <SourcesPanel />}
        {tab === 'coverage' && <CoveragePanel until={until} />}
        {tab === 'history' && <LoadsPanel mayUndo={mayImport} />}
      </PageBody>
    </HydrationBoundary>
  );
}

/** What the browser would get as JSON: dates as text. */
const plain = <T,>(value: T): never => JSON.parse(JSON.stringify(value)) as never;
