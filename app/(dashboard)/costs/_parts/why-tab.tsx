'use client';

import { useQuery } from '@tanstack/react-query';
import { download, fileStem } from '@/components/charts/download';
import { RatesUsed } from '@/components/figures/rates-used';
import type { CostView } from '@/components/filters/cost-view';
import { NotRenewed } from '@/components/filters/not-renewed';
import { notCompared, rangeText } from '@/components/filters/period-words';
import { useAnswer } from '@/components/filters/use-answer';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { EmptyState, ErrorState } from '@/components/ui/panel-states';
import { isRefusal } from '@/lib/client/api';
import { costChangeQuery } from '@/lib/client/cost-change';
import { exploreMeasures } from '@/lib/core/explore/measures';
import { ChargesSkeleton } from './charges-skeleton';
import { ComparisonChoice } from './comparison-choice';
import { NotAnswered } from './not-answered';
import { NothingFound } from './nothing-found';
import { whyCsv } from './why-file';
import { WhyPanel } from './why-panel';

/** Why the costs of the view differ from what they are compared with: causes that add up to the difference, and the charges behind each. */
export function WhyTab({ view }: { view: CostView }) {
  const change = useQuery(costChangeQuery(view));
  const { error, refetch, isPlaceholderData } = change;
  const data = useAnswer(change, view)?.data;
  const save = () => {
    if (!data?.comparison) return;
    const name = `Why ${exploreMeasures[data.measure].title} changed ${rangeText(data.period, { year: true })}`;
    download(new Blob([whyCsv(data)], { type: 'text/csv;charset=utf-8' }), `${fileStem(name)}.csv`);
  };
  useShortcuts({ e: save });
  if (isRefusal(error)) return <NotAnswered view={view} error={error} />;
  if (error && !data) return <ErrorState title="The change could not be explained" detail={error.message} onRetry={() => refetch()} />;
  if (!data) return <ChargesSkeleton />;
  if (data.firstDay === null) return <NothingFound view={view} period={data.period} />;
  const against = (
    <p className="flex flex-wrap items-center gap-1.5 py-3 text-13 text-ink-2 print:hidden">
      <span aria-hidden="true">against</span>
      <ComparisonChoice view={view} />
    </p>
  );
  if (!data.comparison)
    return (
      <>
        {against}
        <EmptyState
          title="Nothing to compare with"
          reason={
            view.compare === 'none'
              ? 'Choose above what these days are compared with; what moved since then is explained here.'
              : `These days are compared with nothing: ${notCompared(data.firstDay)}.`
          }
        />
      </>
    );
  if (data.sections.length === 0) return <NothingFound view={view} period={data.period} />;
  return (
    <>
      {against}
      <NotRenewed error={error} onRetry={() => refetch()} />
      {data.sections.map((section, i) => (
        <WhyPanel
          key={section.currency}
          change={data}
          section={section}
          view={view}
          dimmed={isPlaceholderData || error !== null}
          onSave={i === 0 ? save : undefined}
        />
      ))}
      {data.halfTold.length > 0 && (
        <p className="pb-3 text-13 text-ink-2">
          There is no rate for {data.halfTold.join(', ')} in some of these months. Where there is none the charges stand in their own
          currency, and what goes from one currency to the other looks gone there and new here. Add the rates, or look at each currency as
          it was billed.
        </p>
      )}
      {data.conversion && data.conversion.rates.length > 0 && <RatesUsed conversion={data.conversion} apart={[]} />}
    </>
  );
}
