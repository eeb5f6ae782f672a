'use client';

import { budgetHref } from '@/components/filters/budget-href';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { ReportingCurrency } from '@/components/filters/currency-choice';
import { DayRange } from '@/components/filters/day-range';
import { PeriodPicker } from '@/components/filters/period-picker';
import { rangeText } from '@/components/filters/period-words';
import { go, replace } from '@/components/filters/use-address';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import type { CostAnswer } from '@/lib/client/costs';
import { asCostFilters } from '@/lib/core/explore/filters';
import { exploreMeasures } from '@/lib/core/explore/measures';
import { ShareMenu } from './share-menu';

interface CostHeaderProps {
  view: CostView;
  table: CostAnswer | undefined;
  mayBudget: boolean;
  mayLink: boolean;
}

export function CostHeader({ view, table, mayBudget, mayLink }: CostHeaderProps) {
  const pinned = view.from && view.to ? { from: view.from, to: view.to } : null;
  // a budget stands on costs by the dimensions of slices; of other figures there is none
  const f = asCostFilters(view.f);
  const measure = view.measure === 'billed' || view.measure === 'effective' ? view.measure : null;
  const budget = mayBudget && f && measure ? { f, measure } : null;
  const start = { ...view, page: 1, charge: null };
  return (
    <PageHeader
      title="Costs"
      note={table && `${rangeText(pinned ?? table.period, { year: true })} · ${lowerFirst(exploreMeasures[view.measure].title)}`}
      actions={
        <>
          {budget && (
            <LinkButton tone="quiet" href={budgetHref(budget)}>
              Set a budget
            </LinkButton>
          )}
          <ShareMenu view={view} table={table} mayLink={mayLink} />
          <ReportingCurrency ccy={view.ccy} hrefOf={(ccy) => costHref({ ...start, ccy, draw: null })} />
          {pinned && <DayRange {...pinned} onChange={(range) => replace(costHref({ ...start, ...range }))} />}
          <PeriodPicker
            period={view.period}
            pinned={pinned !== null}
            onChoose={(period) => go(costHref({ ...start, period, from: undefined, to: undefined }))}
            onPin={table && (() => go(costHref({ ...start, ...table.period })))}
            range={pinned ?? table?.period}
            onRange={(range) => go(costHref({ ...start, ...range }))}
          />
        </>
      }
    />
  );
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
