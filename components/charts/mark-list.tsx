import clsx from 'clsx';
import Link from 'next/link';
import type { PlacedMark } from './prepare/chart-marks';

/** What the numbered flags of a chart stand for. */
export const MarkList = ({ marks, title }: { marks: readonly PlacedMark[]; title: string }) => (
  <ol aria-label={title} className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-12">
    {marks.flatMap(({ number, marks: own }) =>
      own.map((m) => (
        <li key={m.key} className="flex min-w-0 items-baseline gap-1.5">
          <span
            className={clsx(
              'inline-flex size-4 shrink-0 items-center justify-center rounded-full border border-ink font-strong text-[0.6875rem] leading-none',
              m.direction === 'up' ? 'bg-ink text-surface' : 'bg-surface text-ink',
            )}
          >
            {number}
          </span>
          <Link href={m.href} prefetch={false} className="min-h-6 min-w-0 text-ink-2 leading-6 hover:text-ink hover:underline">
            <bdi>{m.label}</bdi>
          </Link>
        </li>
      )),
    )}
  </ol>
);
