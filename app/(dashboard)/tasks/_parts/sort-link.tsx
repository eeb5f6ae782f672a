import Link from 'next/link';
import type { ReactNode } from 'react';
import { type TypeSort, writeSort } from './sort-types';
import { type TaskView, taskHref } from './view';

/** The head of a column: a click sorts by it, the largest first, and a second one turns it round. */
export function SortLink({ view, by, children }: { view: TaskView; by: TypeSort; children: ReactNode }) {
  const now = view.sort?.by === by ? view.sort : null;
  const next = now && !now.isUp ? { by, isUp: true } : { by, isUp: false };
  return (
    <Link
      href={taskHref({ ...view, sort: next })}
      scroll={false}
      className="inline-flex min-h-6 items-center hover:text-ink hover:underline"
      aria-current={now ? 'true' : undefined}
      title={writeSort(next).startsWith('-') ? 'The smallest first' : 'The largest first'}
    >
      {children}
      {now && <span aria-hidden="true">{now.isUp ? ' ↑' : ' ↓'}</span>}
      {now && <span className="sr-only">{now.isUp ? ', sorted, the smallest first' : ', sorted, the largest first'}</span>}
    </Link>
  );
}
