'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { AddFilter } from '@/components/filters/add-filter';
import { type CostView, costHref, notUnderstood, parseCostView } from '@/components/filters/cost-view';
import { NotUnderstood } from '@/components/filters/not-understood';
import { go, useAddress } from '@/components/filters/use-address';
import { useAnswer } from '@/components/filters/use-answer';
import { PageBody } from '@/components/shell/page-header';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { LinkTabs } from '@/components/ui/tabs';
import { costsQuery } from '@/lib/client/costs';
import { CategoryFilter } from './category-filter';
import { ChargesSkeleton } from './charges-skeleton';
import { CostHeader } from './cost-header';
import { ExploreBar } from './explore-bar';
import { GroupsTab } from './groups-tab';
import { ViewsMenu } from './views-menu';

/** Comes with the page where it is filtered. */
const FilterChips = dynamic(() => import('@/components/filters/filter-chips').then((m) => m.FilterChips));
/** Loaded when somebody looks at charges, into room of its shape. */
const ChargesTab = dynamic(() => import('./charges-tab').then((m) => m.ChargesTab), { loading: ChargesSkeleton });

/** Loaded when somebody asks why. */
const WhyTab = dynamic(() => import('./why-tab').then((m) => m.WhyTab), { loading: ChargesSkeleton });

interface CostExplorerProps {
  mayBudget: boolean;
  maySave: boolean;
  mayLink: boolean;
  mayNote: boolean;
}

/** How much, of what, since when, down to the single charge. The address is the state: a link shows a colleague the same figures. */
export function CostExplorer({ mayBudget, maySave, mayLink, mayNote }: CostExplorerProps) {
  const address = useAddress();
  const view = parseCostView(address);
  const costs = useQuery(costsQuery(view));
  const answer = useAnswer(costs, view);
  useShortcuts(stepsBack(view));
  const tabs = [
    { key: 'groups', label: 'Groups', href: costHref({ ...view, tab: 'groups', page: 1, charge: null }) },
    { key: 'charges', label: 'Charges', href: costHref({ ...view, tab: 'charges', charge: null }) },
    { key: 'why', label: 'Why', href: costHref({ ...view, tab: 'why', page: 1, charge: null }) },
  ];
  return (
    <>
      <CostHeader view={view} table={answer?.data} mayBudget={mayBudget} mayLink={mayLink} />
      <PageBody>
        <NotUnderstood words={notUnderstood(address)} />
        <div className="flex flex-wrap items-center gap-2 pb-3">
          <ViewsMenu view={view} maySave={maySave} />
          {view.f.length > 0 && <FilterChips filters={view.f} hrefOf={(f) => costHref({ ...view, f, page: 1, charge: null })} />}
          <AddFilter view={view} />
          <CategoryFilter without={view.without} onChange={(without) => go(costHref({ ...view, without, page: 1, charge: null }))} />
        </div>
        <div className="min-w-0 print:hidden">
          <LinkTabs label="Costs" active={view.tab} tabs={tabs} onNavigate={go} />
        </div>
        {view.tab === 'groups' && <ExploreBar view={view} />}
        {view.tab === 'groups' && <GroupsTab view={view} answer={answer} costs={costs} mayNote={mayNote} />}
        {view.tab === 'charges' && <ChargesTab view={view} />}
        {view.tab === 'why' && <WhyTab view={view} />}
      </PageBody>
    </>
  );
}

/** Keys that take the last filter away: Backspace alone, `u` up the path that led there. `b` goes to what the view is grouped by. */
function stepsBack(view: CostView): Record<string, () => void> {
  const last = view.f.at(-1);
  const without = { ...view, f: view.f.slice(0, -1), page: 1, charge: null };
  const isStep = last && !last.exclude && !last.sense && last.values.length === 1;
  const takeAway = () => go(costHref(without));
  const goUp = () => go(costHref({ ...without, tab: 'groups', ...(isStep && { by: last.dimension, by2: undefined }) }));
  const toGroupBy = () => document.querySelector<HTMLElement>('select[aria-label="Group by"]')?.focus();
  return { ...(last && { Backspace: takeAway, u: goUp }), b: toGroupBy };
}
