import Link from 'next/link';
import type { ReactNode } from 'react';
import { lastDay, rangeText } from '@/components/filters/period-words';
import type { Range } from '@/lib/core/time/period';

interface PanelFrameProps {
  title: ReactNode;
  period?: Range | null;
  /** The day after the last complete one. */
  completeTo?: string | null;
  /** Instead of the two: "as of 21 Nov". */
  words?: string;
  /** The page behind it; empty for guests. */
  href?: string | undefined;
  linkWords?: string;
  children: ReactNode;
}

/** A panel of a dashboard: what it is about, its figures, and of when they are. */
export const PanelFrame = ({ title, period, completeTo, words, href, linkWords, children }: PanelFrameProps) => (
  <section className="flex min-w-0 flex-1 flex-col border-line border-t pt-4 pb-6">
    <h2 className="mb-2 text-16">{title}</h2>
    <div className="min-w-0 flex-1">{children}</div>
    <footer className="mt-3 flex flex-wrap items-baseline justify-between gap-x-4 text-12 text-ink-3">
      <span>{words ?? periodWords(period ?? null, completeTo ?? null)}</span>
      {href && (
        <Link href={href} prefetch={false} className="text-ink-2 underline-offset-3 hover:text-ink hover:underline print:hidden">
          {linkWords ?? 'Open'}
        </Link>
      )}
    </footer>
  </section>
);

/** "1–20 Nov, complete to 19 Nov". */
export function periodWords(period: Range | null, completeTo: string | null): string {
  const parts = [period && rangeText(period, { year: true }), completeTo && `complete to ${lastDay(completeTo)}`].filter(Boolean);
  return parts.join(', ').replace(/^c/, 'C');
}
