'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { othersKey } from '@/components/charts/colour';
import { CostOverTime } from '@/components/charts/cost-over-time';
import { allBut, type CostView, costHref, drill, only, withFilter } from '@/components/filters/cost-view';
import { CurrencyChoice } from '@/components/filters/currency-choice';
import { NotRenewed } from '@/components/filters/not-renewed';
import { go } from '@/components/filters/use-address';
import { Button } from '@/components/ui/button';
import { useFollowed } from '@/components/ui/first-row';
import { Panel } from '@/components/ui/panel';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { isRefusal } from '@/lib/client/api';
import { type CostAnswer, costForecastQuery } from '@/lib/client/costs';
import { groupedBy } from '@/lib/core/explore/explore-query';
import { asCostFilters } from '@/lib/core/explore/filters';
import { usualSort } from '@/lib/core/explore/group-order';
import { type ExploreMark, type ExploreMeasure, exploreMeasures, isAdditive } from '@/lib/core/explore/measures';
import { valueName } from '@/lib/core/explore/value-name';
import { addDays, later } from '@/lib/core/time/days';
import { useAnomalyMarks } from '../../_parts/anomaly-marks';
import { NoteDialog } from '../../_parts/note-dialog';
import { useNoteMarks } from '../../_parts/note-marks';
import { GroupSectionTable } from './group-section-table';
import { mayForecast, prepareForecast } from './prepare-forecast';
import { chartLook, chartPoints, drawnFirst, prepareGroups, sentence } from './prepare-groups';
import { useChoice } from './use-choice';

const NothingFound = dynamic(() => import('./nothing-found').then((m) => m.NothingFound));
const BeforeSplitNote = dynamic(() => import('@/components/allocation/before-split').then((m) => m.BeforeSplitNote));
const RatesUsed = dynamic(() => import('@/components/figures/rates-used').then((m) => m.RatesUsed));
const ChosenBar = dynamic(() => import('./chosen-bar').then((m) => m.ChosenBar), { ssr: false });
const NotAnswered = dynamic(() => import('./not-answered').then((m) => m.NotAnswered));

interface GroupsTabProps {
  /** What is asked now. */
  view: CostView;
  /** The newest answer there is and what it answers, which may no longer be what is asked. */
  answer: { data: CostAnswer; question: CostView } | undefined;
  costs: UseQueryResult<CostAnswer>;
  mayNote: boolean;
}

/** The chart of the view and its groups as tables, a section for each currency. */
export function GroupsTab({ view: asked, answer, costs: { error, failureReason, refetch, isPlaceholderData }, mayNote }: GroupsTabProps) {
  const dimmed = isPlaceholderData || error !== null;
  // without some kinds of charges a chart shows less than an anomaly tells
  const marks = useAnomalyMarks(asked.without.length > 0 ? null : asCostFilters(asked.f), asked.measure);
  const isForecast = asked.forecast && mayForecast(asked);
  const { data: forecast } = useQuery({ ...costForecastQuery(answer?.question ?? asked), enabled: isForecast && answer !== undefined });
  const drawnDays = answer && { from: answer.data.period.from, to: later(answer.data.period.to, forecast?.until ?? '') };
  const notes = useNoteMarks(drawnDays ?? null);
  useFollowed(answer?.data, !isPlaceholderData);
  const choice = useChoice(costHref({ ...asked, sort: usualSort, draw: null, charge: null }));
  if (isRefusal(error)) return <NotAnswered view={asked} error={error} />;
  if (error && !answer) return <ErrorState title="The costs could not be loaded" detail={error.message} onRetry={() => refetch()} />;
  if (!answer)
    return (
      <>
        <Panel title="Cost per day" className="border-t-0!">
          {failureReason && (
            <p role="status" className="pb-2 text-13 text-ink-2">
              {failureReason.message}
            </p>
          )}
          <Skeleton shape="chart" className="h-65" />
        </Panel>
        <Skeleton shape="rows" rows={12} />
      </>
    );
  const { data, question } = answer;
  const { by, by2, measure } = question;
  const view = { ...asked, by, by2, measure };
  const words = groupedBy(view);
  const name = (values: readonly (string | null)[]) => values.map((v, i) => valueName(words[i] ?? '', v)).join(' · ');
  const known = prepareGroups(data, measure, name);
  const told = data.conversion && data.conversion.rates.length > 0 ? data.conversion : null;
  const usual = known.find((s) => s.key === data.conversion?.to)?.key ?? known[0]?.key ?? null;
  const sections = drawnFirst(known, known.some((s) => s.key === view.draw) ? view.draw : usual);
  const drawn = sections[0];
  if (!drawn) return <NothingFound view={view} period={data.period} />;
  const isTold = drawn.currency === told?.to;
  const inCurrency = drawn.currency && sections.length > 1 && !isTold ? withFilter(view.f, only('currency', drawn.currency)) : view.f;
  const chart = chartPoints(data, drawn, measure);
  const valuesOf = new Map(drawn.lines.map((l) => [l.key, l.values]));
  const isNegative = drawn.lines.some((l) => l.current?.startsWith('-'));
  const look = chartLook(asked.mark, measure, data.bin, isNegative);
  const overlay = isForecast && forecast && !look.mean ? prepareForecast(forecast, drawn.unit, look.cumulative) : null;
  const found = marks.filter((m) => m.currency === drawn.currency);
  return (
    <>
      <NotRenewed error={error} onRetry={() => refetch()} />
      <CostOverTime
        {...chart}
        {...overlay}
        {...look}
        title={titleOf(measure, asked.mark, look, data.bin)}
        by={data.titles.join(' and ')}
        summary={sentence(drawn, data.period)}
        currency={drawn.unit}
        marks={[...notes.marks, ...found]}
        markActions={notes.actions}
        names={Object.fromEntries(drawn.lines.map((l) => [l.key, l.label]))}
        onDays={(days) => go(costHref({ ...view, tab: 'charges', ...days, f: inCurrency, draw: drawn.currency || null, page: 1 }))}
        onRange={(days) => go(costHref({ ...view, ...days, page: 1, charge: null }))}
        bandHref={(key, shown) =>
          costHref(
            key !== null && key !== othersKey
              ? drill(view, valuesOf.get(key) ?? [], drawn.currency || null)
              : words.length === 1
                ? {
                    ...view,
                    f: withFilter(
                      view.f,
                      allBut(
                        view.by,
                        shown.map((k) => valuesOf.get(k)?.[0] ?? null),
                      ),
                    ),
                    page: 1,
                    charge: null,
                  }
                : { ...view, tab: 'charges', page: 1, charge: null },
          )
        }
        onNavigate={go}
        dimmed={dimmed}
        className="border-t-0!"
        actions={
          <span className="flex flex-wrap items-center gap-2">
            {mayNote && (
              <NoteDialog
                day={addDays(data.period.to, -1)}
                button={(open) => (
                  <Button size="small" tone="quiet" className="print:hidden" onClick={open}>
                    Add note
                  </Button>
                )}
              />
            )}
            <CurrencyChoice
              currencies={known.map((s) => s.key)}
              current={drawn.key}
              hrefOf={(key) => costHref({ ...view, draw: key === usual ? null : key })}
            />
          </span>
        }
      />
      {data.conversion && (
        <RatesUsed
          conversion={data.conversion}
          apart={known.flatMap((s) =>
            s.currency !== data.conversion?.to && s.current !== null ? [{ currency: s.unit, amount: s.current }] : [],
          )}
        />
      )}
      {data.beforeSplit && (
        <BeforeSplitNote before={data.beforeSplit} period={data.period} basis={measure === 'billed' ? 'billed' : 'effective'} />
      )}
      {asked.mark === 'treemap' && look.mark === 'bars' && (
        <p className="pb-3 text-12 text-ink-3">Some groups are below zero, and a credit has no area: bars instead of a treemap.</p>
      )}
      {sections.map((section, i) => (
        <GroupSectionTable
          key={section.key}
          section={section}
          view={view}
          titles={data.titles}
          period={data.period}
          comparison={data.comparison}
          firstDay={data.firstDay}
          alone={sections.length === 1}
          conversion={section.currency === told?.to ? told : null}
          isFirst={i === 0}
          dimmed={dimmed}
          choice={words.length === 1 ? choice : null}
        />
      ))}
      {choice.values.length > 0 && <ChosenBar view={view} values={choice.values} sections={sections} onClear={choice.clear} />}
    </>
  );
}

function titleOf(measure: ExploreMeasure, mark: ExploreMark, look: ReturnType<typeof chartLook>, bin: CostAnswer['bin']): string {
  const { title } = exploreMeasures[measure];
  if (mark === 'treemap' && isAdditive(measure)) return title;
  if (look.mean) return `${title} per day, mean of ${look.mean} days`;
  return `${title} ${look.cumulative ? 'so far, by' : 'per'} ${bin}`;
}
