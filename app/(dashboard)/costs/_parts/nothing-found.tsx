import type { ReactNode } from 'react';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { filterText } from '@/components/filters/filter-text';
import { rangeText } from '@/components/filters/period-words';
import { go } from '@/components/filters/use-address';
import { useDimensionTitle } from '@/components/filters/use-dimensions';
import { Button, LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/panel-states';
import type { Range } from '@/lib/core/time/period';
import { EmptiedBy } from './emptied-by';
import { kindsText } from './kinds-text';

/** Why nothing is there, and what to take away. */
export function NothingFound({ view, period, groupBy }: { view: CostView; period: Range; groupBy?: ReactNode }) {
  const titleOf = useDimensionTitle();
  const days = rangeText(period, { year: true });
  const said = [...view.f.map((f) => filterText(f, titleOf)), ...(view.without.length ? [kindsText(view.without)] : [])];
  return (
    <>
      {groupBy && <div className="flex justify-end pt-4">{groupBy}</div>}
      <EmptyState
        title={said.length ? 'No charge passes these filters' : 'No charges in this period'}
        reason={said.length ? `${said.join('; ')}, in ${days}.` : `Nothing is loaded for ${days}.`}
        actions={
          <>
            {said.length > 0 && <EmptiedBy view={view} />}
            {said.length > 1 && <Button onClick={() => go(costHref({ ...view, f: [], without: [], page: 1 }))}>Clear filters</Button>}
            {view.period !== '12m' && (
              <Button onClick={() => go(costHref({ ...view, period: '12m', from: undefined, to: undefined, page: 1 }))}>
                Look at 12 months
              </Button>
            )}
            {said.length === 0 && <LinkButton href="/sources?tab=coverage">See what is loaded</LinkButton>}
          </>
        }
      />
    </>
  );
}
