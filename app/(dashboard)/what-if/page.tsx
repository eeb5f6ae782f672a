import type { Metadata } from 'next';
import { NotUnderstood } from '@/components/filters/not-understood';
import { rangeText } from '@/components/filters/period-words';
import { PageBody } from '@/components/shell/page-header';
import { LinkTabs } from '@/components/ui/tabs';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { today } from '@/lib/http/today';
import { usagePeriod } from '@/lib/services/models/period';
import { getBridge } from '@/lib/services/what-if/get-bridge';
import { runWhatIf } from '@/lib/services/what-if/run-what-if';
import { listScenarios } from '@/lib/services/what-if/scenarios';
import { AssumptionsPanel } from './_parts/assumptions-panel';
import { ChangedPanel } from './_parts/changed-panel';
import { ResultPanels } from './_parts/result-panels';
import { SavedPanel } from './_parts/saved-panel';
import { parseWhatIfView, whatIfHref, whatIfNotUnderstood } from './_parts/view';
import { WhatIfHeader } from './_parts/what-if-header';

export const metadata: Metadata = { title: 'What-if' };

const tabs = [
  { key: 'scenario', label: 'Scenario' },
  { key: 'changed', label: 'What changed' },
  { key: 'saved', label: 'Saved' },
] as const;

export default async function WhatIfPage({ searchParams }: PageProps<'/what-if'>) {
  const actor = await requireActorOrRedirect('/what-if');
  const raw = await searchParams;
  const view = parseWhatIfView(raw);
  const day = today();
  const period = await usagePeriod(actor, { period: view.period, from: view.from, to: view.to }, day);
  const maySave = can(actor.role, 'scenarios:write');
  const { task, team, model, channel } = view;
  const scope = Object.fromEntries(Object.entries({ task, team, model, channel }).filter(([, v]) => v !== null));
  const data =
    view.tab === 'scenario'
      ? await runWhatIf(actor, { ...period, ...scope, a: [...view.a], zone: [...view.zone], preview: view.preview }, day)
      : null;
  const saved = data && view.scenario !== null ? ((await listScenarios(actor)).find((s) => s.id === view.scenario) ?? null) : null;
  return (
    <>
      <WhatIfHeader view={view} period={period} maySave={maySave} note={`The work of ${rangeText(period, { year: true })}`} />
      <PageBody>
        <NotUnderstood words={whatIfNotUnderstood(raw)} />
        <div className="mb-4">
          <LinkTabs
            label="What-if"
            active={view.tab}
            tabs={tabs.map((t) => ({ ...t, href: whatIfHref({ ...view, tab: t.key, ids: [] }) }))}
          />
        </div>
        {data && (
          <div className="grid gap-x-10 desk:grid-cols-[minmax(15rem,1fr)_minmax(0,3fr)]">
            <div>
              <AssumptionsPanel view={view} models={data.scope.models} assumed={data.assumed} choices={data.choices} />
            </div>
            <div className="min-w-0">
              <ResultPanels data={data} view={view} saved={saved} />
            </div>
          </div>
        )}
        {view.tab === 'changed' && <ChangedPanel data={await getBridge(actor, period)} />}
        {view.tab === 'saved' && <SavedPanel scenarios={await listScenarios(actor)} view={view} maySave={maySave} />}
      </PageBody>
    </>
  );
}
