import clsx from 'clsx';
import Link from 'next/link';
import { ChartFrame } from '@/components/charts/chart-frame';
import { CutName } from '@/components/figures/cut-name';
import { Money } from '@/components/figures/money';
import { notCompared, rangeText } from '@/components/filters/period-words';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { valueName } from '@/lib/core/explore/value-name';
import type { PanelProps } from './panel-props';
import { prepareMovers } from './prepare-movers';

/** Services and models by how far they moved; more reaches to the right of zero, less to its left. */
export function WhatChanged({ data, currency, links, dimmed }: PanelProps) {
  const { movers, zero, summary, table } = prepareMovers(data, { currency, name: (row) => valueName(row.dimension, row.value) });
  if (!data.comparison) return <Uncompared firstDay={data.firstDay} />;
  const against = `Against ${rangeText(data.comparison)}. A service and the models on it both move.`;
  return (
    <ChartFrame title="What changed" summary={summary} table={table} png={false} dimmed={dimmed} note={against}>
      {movers.length === 0 && <EmptyState title="Nothing moved" reason={`No service or model cost more or less in ${currency}.`} />}
      <ol className="grid gap-0.5">
        {movers.map((m) => (
          <li
            key={m.key}
            className="group relative grid grid-cols-[minmax(0,1fr)_auto_4rem] items-baseline gap-x-3 rounded-1 py-1 text-13 hover:bg-surface-2"
          >
            <span className="flex min-w-0 items-baseline gap-1.5">
              <Link
                href={links.rows(m.row.dimension, { value: m.row.value }, currency, m.isGone)}
                prefetch={false}
                aria-label={m.label}
                className="min-w-0 after:absolute after:inset-0 group-hover:underline"
              >
                <CutName>{m.label}</CutName>
              </Link>
              <span className="text-12 text-ink-3">{m.row.dimension}</span>
            </span>
            <Money amount={m.change} currency={currency} form="signed" hideCurrency className="text-right font-strong" />
            <span className="text-right text-12 text-ink-2 tabular-nums">{m.percent}</span>
            <span aria-hidden="true" className="relative col-span-3 mt-0.5 h-1 bg-surface-3">
              <span
                className={clsx('absolute inset-y-0', m.isLess ? 'bg-others' : 'bg-accent-fill')}
                style={{ left: `${m.from}%`, width: `max(1px, ${m.width}%)` }}
              />
              {zero > 0 && <span className="absolute -inset-y-0.5 w-px bg-ink" style={{ left: `${zero}%` }} />}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}

const Uncompared = ({ firstDay }: { firstDay: string | null }) => (
  <Panel title="What changed">
    <EmptyState title="Nothing to compare with" reason={`There is ${notCompared(firstDay)}.`} />
  </Panel>
);
