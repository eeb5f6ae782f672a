'use client';

import Link from 'next/link';
import { Change } from '../figures/change';
import { Money } from '../figures/money';
import { EmptyState } from '../ui/panel-states';
import { ChartFrame } from './chart-frame';
import { type BarItem, prepareBars } from './prepare/bars';

interface BarListProps {
  title: string;
  items: readonly BarItem[];
  currency: string;
  /** What a row is: "Provider". */
  what?: string;
  /** What the change is measured against: "Oct 1–20". */
  against?: string;
  dimmed?: boolean;
  emptyReason?: string;
  className?: string;
}

/** Ranked bars; each row is a link to what is behind it. */
export function BarList({ title, items, currency, what, against, dimmed, emptyReason, className }: BarListProps) {
  const bars = prepareBars(items, currency, what);
  return (
    <ChartFrame
      title={title}
      summary={bars.summary}
      table={bars.table}
      dimmed={dimmed}
      png={false}
      className={className}
      note={against && `Changes against ${against}.`}
    >
      {bars.items.length === 0 && <EmptyState title="Nothing to rank" reason={emptyReason} />}
      <ol className="grid gap-0.5">
        {bars.items.map((bar) => (
          <li
            key={bar.key}
            className="group relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 rounded-1 py-1.5 text-13 hover:bg-surface-2"
          >
            {bar.href ? (
              <Link href={bar.href} className="truncate after:absolute after:inset-0 group-hover:underline" title={bar.label}>
                {bar.label}
              </Link>
            ) : (
              <span className="truncate" title={bar.label}>
                {bar.label}
              </span>
            )}
            <span className="flex items-baseline gap-3 text-right">
              {bar.before !== undefined && (
                <Change now={bar.amount} before={bar.before} currency={currency} className="hidden text-12 text-ink-3! sm:inline" />
              )}
              <Money amount={bar.amount} currency={currency} className="min-w-24 font-strong" />
            </span>
            <span className="relative col-span-2 mt-1 h-2 bg-surface-3" aria-hidden="true">
              <span
                className={bar.hatched ? 'hatched absolute inset-y-0' : 'absolute inset-y-0'}
                style={{
                  left: `${bar.from}%`,
                  width: `max(1px, ${bar.width}%)`,
                  ...(bar.hatched ? { color: bar.colour } : { background: bar.colour }),
                }}
              />
              {bars.zero > 0 && <span className="absolute -inset-y-0.5 w-px bg-ink" style={{ left: `${bars.zero}%` }} />}
            </span>
          </li>
        ))}
      </ol>
    </ChartFrame>
  );
}
