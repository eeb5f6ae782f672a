'use client';

import type { ReactNode } from 'react';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { go } from '@/components/filters/use-address';
import { useDimensions } from '@/components/filters/use-dimensions';
import { Select } from '@/components/ui/select';
import type { ExploreQuery } from '@/lib/core/explore/explore-query';
import { type ExploreMark, type ExploreMeasure, exploreMeasures, isAdditive } from '@/lib/core/explore/measures';
import { bins as timeBins } from '@/lib/core/time/bins';
import { ComparisonChoice } from './comparison-choice';
import { mayForecast } from './prepare-forecast';

const measures = Object.entries(exploreMeasures).map(([value, { title }]) => ({ value: value as ExploreMeasure, label: title }));
const binNames = { auto: 'as fits', day: 'days', week: 'weeks', month: 'months', quarter: 'quarters' } as const;
const bins = (['auto', ...timeBins] as const).map((value) => ({ value, label: binNames[value] }));
const markNames: Record<ExploreMark, string> = {
  bars: 'Bars',
  lines: 'Lines',
  mean: 'Mean of 7 days',
  area: 'Areas',
  cumulative: 'Cumulative',
  treemap: 'Treemap',
};
const nothing = 'none';

/** What is asked: measured how, grouped by what, laid out how. Every choice is an address. */
export function ExploreBar({ view }: { view: CostView }) {
  const dimensions = useDimensions([view.by, ...(view.by2 ? [view.by2] : [])].filter((word) => word !== nothing));
  const to = (more: Partial<CostView>) => go(costHref({ ...view, page: 1, charge: null, ...more }));
  const marks = Object.entries(markNames)
    .filter(([mark]) => isAdditive(view.measure) || mark === 'lines')
    .map(([value, label]) => ({ value: value as ExploreMark, label }));
  return (
    <fieldset aria-label="What is asked" className="flex flex-wrap items-center gap-x-3 gap-y-2 py-3 text-13 print:hidden">
      <Choice>
        <Select<ExploreMeasure>
          dense
          aria-label="Measure"
          className="h-8!"
          value={view.measure}
          options={measures}
          onChange={(measure) => to({ measure })}
        />
      </Choice>
      <Choice words="Group by">
        <Select
          dense
          aria-label="Group by"
          className="h-8! w-40!"
          value={view.by}
          options={[{ value: nothing, label: 'Nothing' }, ...dimensions]}
          onChange={(by) => to({ by, by2: by === view.by2 || by === nothing ? undefined : view.by2 })}
        />
      </Choice>
      {view.by !== nothing && (
        <Choice words="and by">
          <Select
            dense
            aria-label="Group by, second"
            className="h-8! w-40!"
            value={view.by2 ?? nothing}
            options={[{ value: nothing, label: 'nothing more' }, ...dimensions.filter((d) => d.value !== view.by)]}
            onChange={(by2) => to({ by2: by2 === nothing ? undefined : by2 })}
          />
        </Choice>
      )}
      <Choice words="in">
        <Select<ExploreQuery['bin']>
          dense
          aria-label="Bars of"
          className="h-8!"
          value={view.bin}
          options={bins}
          onChange={(bin) => to({ bin })}
        />
      </Choice>
      <Choice words="as">
        <Select<ExploreMark>
          dense
          aria-label="Drawn as"
          className="h-8!"
          value={isAdditive(view.measure) ? view.mark : 'lines'}
          options={marks}
          onChange={(mark) => to({ mark })}
        />
      </Choice>
      <Choice words="against">
        <ComparisonChoice view={view} />
      </Choice>
      {exploreMeasures[view.measure].unit === 'money' && (
        <label className="flex min-h-8 items-center gap-1.5 text-ink-2">
          <input
            type="checkbox"
            checked={view.forecast}
            disabled={!mayForecast(view)}
            onChange={(event) => to({ forecast: event.target.checked })}
            className="size-4 accent-accent"
          />
          Forecast
        </label>
      )}
    </fieldset>
  );
}

const Choice = ({ words, children }: { words?: string; children: ReactNode }) => (
  <span className="flex items-center gap-1.5 text-ink-2">
    {words && <span aria-hidden="true">{words}</span>}
    {children}
  </span>
);
