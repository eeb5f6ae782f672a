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

/** Of one flag so many are told, and what people wrote in any case; a month of a restless bill would push the figures off the page. */
const MOST = 5;
function toldOf(marks: readonly ChartMark[]): { told: readonly ChartMark[]; more: number } {
  const told = marks.filter((m, i) => m.isNote || i < MOST);
  return { told, more: marks.length - told.length };
}

/** What the numbered flags of a chart stand for: a number once, as it is drawn, and behind it all that it marks. */
export const MarkList = ({ marks, title, actions }: MarkListProps) => (
  <ol aria-label={title} className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-12">
    {marks.map((placed) => (
      <li key={placed.day} id={flagId(placed)} className="flex min-w-0 items-start gap-1.5 target:bg-surface-3">
        <FlagNumber {...placed} />
        {placed.marks[1] ? (
          <Several {...toldOf(placed.marks)} actions={actions} />
        ) : (
          <span className={words}>{placed.marks[0] && <Words mark={placed.marks[0]} actions={actions} />}</span>
        )}
      </li>
    ))}
  </ol>
);

const Several = ({ told, more, actions }: ReturnType<typeof toldOf> & Pick<MarkListProps, 'actions'>) => (
  <ul className="min-w-0">
    {told.map((m) => (
      <li key={m.key} className={words}>
        <Words mark={m} actions={actions} />
      </li>
    ))}
    {more > 0 && <li className="text-ink-3 leading-6">{more} more, told in the table</li>}
  </ul>
);

/** Where the marks of a flag stand in the list below the chart. */
export const flagId = ({ day }: Pick<PlacedMark, 'day'>): string => `mark-${day}`;

const words = 'flex min-w-0 items-baseline gap-1.5';

/** The flag as it is drawn: by the first of its marks. */
const FlagNumber = ({ number, marks: [first] }: PlacedMark) => (
  <span
    className={clsx(
      'mt-1 inline-flex size-4 shrink-0 items-center justify-center border border-ink font-strong text-[0.6875rem] leading-none',
      first?.direction === null ? 'rounded-1' : 'rounded-full',
      first?.direction === 'up' ? 'bg-ink text-surface' : 'bg-surface text-ink',
    )}
  >
    {number}
  </span>
);

const Words = ({ mark: m, actions }: { mark: ChartMark } & Pick<MarkListProps, 'actions'>) => (
  <>
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
  </>
);
