'use client';

import clsx from 'clsx';
import { budgetHref } from '@/components/filters/budget-href';
import { ReportingCurrency } from '@/components/filters/currency-choice';
import { MeasureToggle } from '@/components/filters/measure-toggle';
import { type OverviewView, overviewHref } from '@/components/filters/overview-view';
import { PeriodPicker } from '@/components/filters/period-picker';
import { lastDay, rangeText } from '@/components/filters/period-words';
import { go } from '@/components/filters/use-address';
import { PageHeader } from '@/components/shell/page-header';
import { LinkButton } from '@/components/ui/button';
import type { Overview } from '@/lib/core/costs/overview';

export function OverviewHeader({ view, data, mayBudget }: { view: OverviewView; data: Overview | undefined; mayBudget: boolean }) {
  const period = data?.period;
  const isLate = data?.freshness.some((f) => f.isLate);
  return (
    <PageHeader
      title="Overview"
      note={period && `${rangeText(period, { year: true })} · ${data.measure} cost`}
      freshness={
        data?.completeTo && (
          <a
            href="#freshness"
            className={clsx(
              'inline-flex h-8 items-center rounded-2 border px-2.5 text-13 hover:bg-surface-2 print:border-0',
              isLate ? 'border-warn text-warn' : 'border-line text-ink-2 max-sm:hidden', // the strip says it too
            )}
          >
            Complete to {lastDay(data.completeTo)}
            {isLate && ', a source is late'}
          </a>
        )
      }
      actions={
        <>
          {mayBudget && (
            <LinkButton tone="quiet" href={budgetHref(view)}>
              Set a budget
            </LinkButton>
          )}
          {period && (
            <>
              <PeriodPicker period={view.period} onChoose={(next) => go(overviewHref({ ...view, period: next }))} />
              <ReportingCurrency ccy={view.ccy} hrefOf={(ccy) => overviewHref({ ...view, ccy, draw: null })} />
              <MeasureToggle measure={view.measure} hrefOf={(measure) => overviewHref({ ...view, measure })} />
            </>
          )}
        </>
      }
    />
  );
}
