'use client';

import { budgetHref } from '@/components/filters/budget-href';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { DayRange } from '@/components/filters/day-range';
import { MeasureToggle } from '@/components/filters/measure-toggle';
import { PeriodPicker } from '@/components/filters/period-picker';
import { rangeText } from '@/components/filters/period-words';
import { go, replace } from '@/components/filters/use-address';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import type { CostTable } from '@/lib/client/costs';

export function CostHeader({ view, table, mayBudget }: { view: CostView; table: CostTable | undefined; mayBudget: boolean }) {
  const pinned = view.from && view.to ? { from: view.from, to: view.to } : null;
  const start = { ...view, page: 1, charge: null };
  return (
    <PageHeader
      title="Costs"
      note={table && `${rangeText(pinned ?? table.period, { year: true })} · ${view.measure} cost`}
      actions={
        <>
          {mayBudget && (
            <LinkButton tone="quiet" href={budgetHref(view)}>
              Set a budget
            </LinkButton>
          )}
          {pinned && <DayRange {...pinned} onChange={(range) => replace(costHref({ ...start, ...range }))} />}
          <PeriodPicker
            period={view.period}
            pinned={pinned !== null}
            onChoose={(period) => go(costHref({ ...start, period, from: undefined, to: undefined }))}
            onPin={table && (() => go(costHref({ ...start, ...table.period })))}
          />
          <MeasureToggle measure={view.measure} hrefOf={(measure) => costHref({ ...start, measure })} />
        </>
      }
    />
  );
}
