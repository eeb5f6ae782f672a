import type { Metadata } from 'next';
import { NotUnderstood } from '@/components/filters/not-understood';
import { PageBody } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel-states';
import { LinkTabs } from '@/components/ui/tabs';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import type { Actor } from '@/lib/core/access/actor';
import { can } from '@/lib/core/access/permissions';
import { editionOfDimension } from '@/lib/core/allocation/editions';
import { today } from '@/lib/http/today';
import { getAllocation } from '@/lib/services/allocation/settings';
import { getShowback, type Showback } from '@/lib/services/allocation/showback';
import { getStatements } from '@/lib/services/allocation/statements';
import { getTagKeys } from '@/lib/services/allocation/tag-keys';
import { getUnallocated } from '@/lib/services/allocation/unallocated';
import { AllocationHeader } from './_parts/allocation-header';
import { Bar } from './_parts/bar';
import { PoolsTab } from './_parts/pools-tab';
import { RulesTab } from './_parts/rules-tab';
import { ShowbackTab } from './_parts/showback-tab';
import { StatementsTab } from './_parts/statements-tab';
import { TreeTab } from './_parts/tree-tab';
import { UnallocatedTab } from './_parts/unallocated-tab';
import { type AllocationView, allocationHref, allocationNotUnderstood, allocationTabs, parseAllocationView } from './_parts/view';

export const metadata: Metadata = { title: 'Allocation' };

export default async function AllocationPage({ searchParams }: PageProps<'/allocation'>) {
  const actor = await requireActorOrRedirect('/allocation');
  const raw = await searchParams;
  const asked = parseAllocationView(raw);
  const settings = await getAllocation(actor);
  const known = asked.dimension === null || settings.dimensions.some((d) => d.key === asked.dimension);
  const view = known ? asked : { ...asked, dimension: null };
  const showback = await getShowback(actor, view, today());
  const currencies = showback.bars.map((b) => b.currency);
  const bar = showback.bars.find((b) => b.currency === view.ccy) ?? showback.bars[0];
  return (
    <>
      <AllocationHeader
        view={view}
        period={showback.period}
        dimensions={showback.dimensions}
        dimension={showback.dimension.key}
        currencies={currencies}
      />
      <PageBody>
        <NotUnderstood words={[...allocationNotUnderstood(raw), ...(known ? [] : [`dimension=${asked.dimension}`])]} />
        {bar && <Bar bar={bar} others={showback.bars.filter((b) => b !== bar)} view={view} isBuiltIn={showback.dimension.isBuiltIn} />}
        <div className="mb-4 min-w-0">
          <LinkTabs
            label="Allocation"
            active={view.tab}
            tabs={allocationTabs.map((t) => ({ ...t, href: allocationHref({ ...view, tab: t.key }) }))}
          />
        </div>
        {bar || view.tab === 'rules' || view.tab === 'tree' ? (
          <Tab actor={actor} view={view} showback={showback} settings={settings} currency={bar?.currency ?? 'USD'} />
        ) : (
          <EmptyState
            title="No costs in this period"
            reason="Once bills are loaded, their owners stand here: by the team their tags name, and by the rules you write."
            actions={
              <LinkButton tone="primary" href="/sources">
                Import a bill
              </LinkButton>
            }
          />
        )}
      </PageBody>
    </>
  );
}

interface TabProps {
  actor: Actor;
  view: AllocationView;
  showback: Showback;
  settings: Awaited<ReturnType<typeof getAllocation>>;
  currency: string;
}

async function Tab({ actor, view, showback, settings, currency }: TabProps) {
  const mayWrite = can(actor.role, 'allocation:write');
  const dimension = settings.dimensions.find((d) => d.key === showback.dimension.key) ?? { ...showback.dimension, rules: [] };
  const values = [
    ...new Set([
      ...showback.lines.flatMap((l) => (l.target === null ? [] : [l.target])),
      ...settings.tree.filter((p) => p.kind !== 'department').map((p) => p.name),
    ]),
  ].sort();
  switch (view.tab) {
    case 'showback':
      return <ShowbackTab showback={showback} rules={dimension.rules} view={view} currency={currency} />;
    case 'rules':
      return (
        <RulesTab
          {...{ dimension, values, view, currency, mayWrite }}
          figures={showback.rules}
          settings={settings}
          tagKeys={await getTagKeys(actor, today())}
        />
      );
    case 'shared':
      return (
        <PoolsTab
          pools={settings.pools}
          edition={settings.editions.pools}
          {...{ dimension, values, mayWrite, currency }}
          lines={showback.lines}
        />
      );
    case 'tree':
      return (
        <TreeTab tree={settings.tree} edition={settings.editions.tree} values={values} mayWrite={mayWrite} today={today()} view={view} />
      );
    case 'unallocated':
      return (
        <UnallocatedTab
          data={await getUnallocated(actor, view, today())}
          edition={editionOfDimension(settings.editions, dimension.key)}
          {...{ dimension, view, currency, mayWrite }}
        />
      );
    case 'statements':
      return (
        <StatementsTab
          statements={await getStatements(actor, { dimension: dimension.key, month: view.month }, today())}
          {...{ view, currency, mayWrite }}
        />
      );
  }
}
