import clsx from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ChartMark, PlacedMark } from './prepare/chart-marks';

interface MarkListProps {
  marks: readonly PlacedMark[];
  title: string;
  /** What may be done with a mark, behind its words. */
  actions?: (mark: ChartMark) => ReactNode;
}

/** What the numbered flags of a chart stand for. */
export const MarkList = ({ marks, title, actions }: MarkListProps) => (
  <ol aria-label={title} className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-12">
    {marks.flatMap(({ number, marks: own }) =>
      own.map((m) => (
        <li key={m.key} id={markId(m)} className="flex min-w-0 items-baseline gap-1.5 target:bg-surface-3">
          <span
            className={clsx(
              'inline-flex size-4 shrink-0 items-center justify-center border border-ink font-strong text-[0.6875rem] leading-none',
              m.direction === null ? 'rounded-1' : 'rounded-full',
              m.direction === 'up' ? 'bg-ink text-surface' : 'bg-surface text-ink',
            )}
          >
            {number}
          </span>
          {m.href === null ? (
            <span className="min-w-0 text-ink-2 leading-6 [overflow-wrap:anywhere]">
              <bdi>{m.label}</bdi>
            </span>
          ) : (
            <Link href={m.href} prefetch={false} className="min-h-6 min-w-0 text-ink-2 leading-6 hover:text-ink hover:underline">
              <bdi>{m.label}</bdi>
            </Link>
          )}
          {m.by && (
            <span className="shrink-0 text-ink-3">
              <bdi>{m.by}</bdi>
            </span>
          )}
          {actions?.(m)}
        </li>
      )),
    )}
  </ol>
);

/** Where a mark stands in the list below the chart. */
export const markId = ({ key }: Pick<ChartMark, 'key'>): string => `mark-${key}`;
