'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { CostOverTime } from '@/components/charts/cost-over-time';
import { allBut, type CostView, costHref, dimensionOptions, drill, only, withFilter } from '@/components/filters/cost-view';
import { CurrencyChoice } from '@/components/filters/currency-choice';
import { NotRenewed } from '@/components/filters/not-renewed';
import { go } from '@/components/filters/use-address';
import { valueName } from '@/components/filters/value-names';
import { Panel } from '@/components/ui/panel';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { Select } from '@/components/ui/select';
import type { CostTable } from '@/lib/client/costs';
import { NONE } from '@/lib/core/costs/cost-query';
import type { CostDimension } from '@/lib/core/costs/dimensions';
import { useAnomalyMarks } from '../../_parts/anomaly-marks';
import { GroupSectionTable } from './group-section-table';
import { NothingFound } from './nothing-found';
import { chartDays, drawnFirst, prepareGroups, sentence } from './prepare-groups';

interface GroupsTabProps {
  view: CostView;
  /** The newest answer there is and what it is grouped by, which may no longer be what is asked. */
  answer: { data: CostTable; question: CostDimension } | undefined;
  costs: UseQueryResult<CostTable>;
}

export function GroupsTab({ view: asked, answer, costs: { error, refetch, isPlaceholderData } }: GroupsTabProps) {
  const dimmed = isPlaceholderData || error !== null;
  const marks = useAnomalyMarks(asked.f, null);
  const groupBy = (
    <span className="flex items-center gap-2 text-13 text-ink-2 print:hidden">
      <span aria-hidden="true">Group by</span>
      <Select<CostDimension>
        dense
        aria-label="Group by"
        className="h-8!"
        value={asked.by}
        options={dimensionOptions}
        onChange={(by) => go(costHref({ ...asked, by }))}
      />
    </span>
  );
  if (error && !answer) return <ErrorState title="The costs could not be loaded" detail={error.message} onRetry={() => refetch()} />;
  if (!answer)
    return (
      <>
        <Panel title="Cost per day" actions={groupBy} className="border-t-0!">
          <Skeleton shape="chart" className="h-65" />
        </Panel>
        <Skeleton shape="rows" rows={12} />
      </>
    );
  const { data, question: by } = answer;
  const view = { ...asked, by };
  const name = (value: string | null) => valueName(view.by, value);
  const known = prepareGroups(data.rows, name);
  const sections = drawnFirst(known, view.ccy);
  const drawn = sections[0];
  if (!drawn) return <NothingFound view={view} period={data.period} groupBy={groupBy} />;
  const inCurrency = sections.length > 1 ? withFilter(view.f, only('currency', drawn.currency)) : view.f;
  return (
    <>
      <NotRenewed error={error} onRetry={() => refetch()} />
      <CostOverTime
        {...chartDays(data, drawn.currency)}
        summary={sentence(drawn, data.period)}
        currency={drawn.currency}
        marks={marks.filter((m) => m.currency === drawn.currency)}
        names={Object.fromEntries(drawn.lines.map((l) => [l.key, l.label]))}
        onDays={(days) => go(costHref({ ...view, tab: 'charges', ...days, f: inCurrency, ccy: drawn.currency, page: 1 }))}
        bandHref={(key, shown) =>
          costHref(
            key === null
              ? { ...view, f: withFilter(view.f, allBut(view.by, shown)), ccy: drawn.currency, page: 1, charge: null }
              : drill(view, key === NONE ? null : key, drawn.currency),
          )
        }
        onNavigate={go}
        dimmed={dimmed}
        className="border-t-0!"
        actions={
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <CurrencyChoice
              currencies={known.map((s) => s.currency)}
              current={drawn.currency}
              hrefOf={(ccy) => costHref({ ...view, ccy: ccy === known[0]?.currency ? null : ccy })}
            />
            {groupBy}
          </div>
        }
      />
      {sections.map((section) => (
        <GroupSectionTable
          key={section.currency}
          section={section}
          view={view}
          period={data.period}
          comparison={data.comparison}
          firstDay={data.firstDay}
          alone={sections.length === 1}
          dimmed={dimmed}
        />
      ))}
    </>
  );
}
