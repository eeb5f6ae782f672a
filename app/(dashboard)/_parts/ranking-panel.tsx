import clsx from 'clsx';
import Link from 'next/link';
import { ChartFrame } from '@/components/charts/chart-frame';
import { othersKey } from '@/components/charts/colour';
import { CutName } from '@/components/figures/cut-name';
import { Money } from '@/components/figures/money';
import { rangeText } from '@/components/filters/period-words';
import { EmptyState } from '@/components/ui/panel-states';
import type { OverviewDimension } from '@/lib/core/costs/overview';
import { valueName } from '@/lib/core/explore/value-name';
import type { PanelProps } from './panel-props';
import { prepareRanking, type RankedRow } from './prepare-ranking';

interface RankingPanelProps extends PanelProps {
  dimension: OverviewDimension;
  title: string;
}

/** The largest eight: what they cost, how far they moved, and a bar whose tick is where the comparison stood. */
export function RankingPanel({ data, currency, links, dimmed, dimension, title }: RankingPanelProps) {
  const { rows, summary, table } = prepareRanking(data, { dimension, currency, title, name: (value) => valueName(dimension, value) });
  const hrefOf = (row: RankedRow) => links.rows(dimension, row.opens, currency, row.isGone);
  const note = data.comparison && rows.some((r) => r.tick !== null) ? `Tick and percent: ${rangeText(data.comparison)}.` : undefined;
  return (
    <ChartFrame title={title} summary={summary} table={table} png={false} dimmed={dimmed} note={note}>
      {rows.length === 0 && <EmptyState title="Nothing to rank" reason={`No figures in ${currency} in this period.`} />}
      <ol className="grid gap-0.5">
        {rows.map((row) => (
          <li
            key={row.key}
            className={clsx(
              'group relative grid items-baseline gap-x-3 rounded-1 py-1.5 text-13 hover:bg-surface-2',
              data.comparison ? 'grid-cols-[minmax(0,1fr)_auto_4rem]' : 'grid-cols-[minmax(0,1fr)_auto]',
            )}
          >
            <Label row={row} href={hrefOf(row)} />
            <Money amount={row.current} currency={currency} hideCurrency className="text-right font-strong" />
            {data.comparison && <span className="text-right text-12 text-ink-2 tabular-nums">{row.change}</span>}
            <span className="relative col-span-full mt-1 h-1.5 bg-surface-3" aria-hidden="true">
              <span
                className={clsx(
                  'absolute inset-y-0',
                  row.hatched ? 'hatched text-others' : row.key === othersKey ? 'bg-others' : 'bg-accent-fill',
                )}
                style={{ left: `${row.from}%`, width: `max(1px, ${row.width}%)` }}
              />
              {row.tick !== null && (
                <span
                  className="absolute -inset-y-0.5 w-0.5 -translate-x-1/2 bg-ink outline outline-surface"
                  style={{ left: `${row.tick}%` }}
                />
              )}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

const Label = ({ row, href }: { row: RankedRow; href: string }) => (
  <Link href={href} prefetch={false} aria-label={row.label} className="min-w-0 after:absolute after:inset-0 group-hover:underline">
    <CutName>{row.label}</CutName>
  </Link>
);
