'use client';

import Link from 'next/link';
import { othersKey } from '@/components/charts/colour';
import { CostOverTime } from '@/components/charts/cost-over-time';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { ConvertedMark } from '@/components/figures/rates-used';
import { comparedText, rangeText } from '@/components/filters/period-words';
import type { PanelAnswer } from '@/lib/core/dashboards/answer';
import { exploreMeasures } from '@/lib/core/explore/measures';
import { valueName } from '@/lib/core/explore/value-name';
import { changeOf, changeText } from '@/lib/core/money/change';
import { formatMoney, moneyText } from '@/lib/core/money/format';
import { viewOf } from '@/lib/core/views/cost-address';
import { prepareForecast } from '../../costs/_parts/prepare-forecast';
import { chartLook, chartPoints, drawnFirst, prepareGroups, sentence } from '../../costs/_parts/prepare-groups';
import { PanelFrame, periodWords } from './panel-frame';

type ViewAnswer = Extract<PanelAnswer, { kind: 'view' }>;

/** A saved view as its chart or as its figure. Currencies stand beside each other. */
export function ViewPanel({ answer, title: said, dimmed }: { answer: ViewAnswer; title: string | undefined; dimmed?: boolean }) {
  const { name, href, address, as, completeTo, figures, forecast } = answer;
  const view = viewOf(address);
  const title = said ?? name;
  const words = figures.by;
  const nameOf = (values: readonly (string | null)[]) => values.map((v, i) => valueName(words[i] ?? '', v)).join(' · ');
  const known = prepareGroups(figures, view.measure, nameOf);
  const told = figures.conversion;
  const sections = drawnFirst(known, known.some((s) => s.key === view.draw) ? view.draw : (told?.to ?? null));
  const withoutRate = (currency: string) => (told && currency !== told.to ? ', no rate' : '');
  const [first, ...more] = sections;
  if (!first || as === 'figure')
    return (
      <PanelFrame title={<Name>{title}</Name>} period={figures.period} completeTo={completeTo} href={href} linkWords="Open in Costs">
        {first ? (
          <ul className="grid gap-2">
            {sections.map((s, i) => (
              <li key={s.key}>
                <p className={i === 0 ? 'text-28' : 'text-16'}>
                  {s.current === null ? (
                    <span className="text-ink-2">not known</span>
                  ) : (
                    <Money
                      amount={s.current}
                      currency={s.unit}
                      form={formatMoney(s.current, s.unit).figure.length > 12 ? 'compact' : 'plain'}
                    />
                  )}
                  {told?.to === s.currency ? <ConvertedMark conversion={told} /> : withoutRate(s.currency)}
                </p>
                {s.partly && <p className="text-13 text-ink-2">{s.partly}</p>}
                {figures.comparison && s.current !== null && (
                  <p className="text-13 text-ink-2 tabular-nums">
                    {changeText(changeOf(s.current, s.previous), s.unit)}
                    {s.previous !== null && ` against ${comparedText(figures.comparison, figures.period)}`}
                  </p>
                )}
              </li>
            ))}
          </ul>
        ) : (
          <p className="text-13 text-ink-2">Nothing in {rangeText(figures.period, { year: true })}.</p>
        )}
      </PanelFrame>
    );
  const chart = chartPoints(figures, first, view.measure);
  const isNegative = first.lines.some((l) => l.key !== othersKey && l.current?.startsWith('-'));
  const look = chartLook(view.mark, view.measure, figures.bin, isNegative);
  const also = more.flatMap((s) => (s.current === null ? [] : [`${moneyText(s.current, s.unit)}${withoutRate(s.currency)}`]));
  return (
    <CostOverTime
      {...chart}
      {...(forecast && !look.mean && prepareForecast(forecast, first.unit, look.cumulative))}
      {...look}
      title={title}
      by={figures.titles.join(' and ')}
      summary={[
        sentence(first, figures.period),
        told && told.rates.length > 0 && `Converted to ${told.to} at the rate of each month.`,
        also.length > 0 && `Apart from it ${also.join(' and ')}.`,
        look.mean && `Each day is the mean of ${look.mean}.`,
        view.measure !== 'effective' && exploreMeasures[view.measure].unit === 'money' && `${exploreMeasures[view.measure].title}.`,
      ]
        .filter(Boolean)
        .join(' ')}
      currency={first.unit}
      height={200}
      names={Object.fromEntries(first.lines.map((l) => [l.key, l.label]))}
      dimmed={dimmed}
      actions={
        <p className="text-right text-12 text-ink-3">
          {periodWords(figures.period, completeTo)}
          {href && (
            <>
              {' · '}
              <Link href={href} prefetch={false} className="text-ink-2 underline underline-offset-3 hover:text-ink print:hidden">
                Open in Costs
              </Link>
            </>
          )}
        </p>
      }
    />
  );
}
