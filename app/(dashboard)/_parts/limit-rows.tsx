import Link from 'next/link';
import type { ReactNode } from 'react';
import { Panel } from '@/components/ui/panel';

/** A line of the overview's limits: a name, a state, a bar. All are of one height, also while they are waited for. */
export const LimitRow = ({ href, name, words, children }: { href: string; name: ReactNode; words: ReactNode; children: ReactNode }) => (
  <li className="group relative grid h-14 content-center max-sm:h-18 gap-1.5 border-line border-b hover:bg-surface-2">
    <span className="flex min-w-0 items-baseline justify-between gap-x-4 text-13 max-sm:flex-col">
      <Link
        href={href}
        prefetch={false}
        className="min-w-0 max-w-full truncate font-strong after:absolute after:inset-0 group-hover:underline"
      >
        {name}
      </Link>
      <span className="shrink-0 text-12 text-ink-2 tabular-nums">{words}</span>
    </span>
    {children}
  </li>
);

/** The panel before its lines are known, of their size. */
export const LimitRows = ({ title, rows, after = 0 }: { title: string; rows: number; after?: number }) => (
  <Panel title={title} note={<span className="skeleton inline-block h-3 w-40 align-middle" />}>
    <ul aria-busy="true" aria-label={`${title}, loading`}>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: fixed drawing
        <li key={i} className="grid h-14 max-sm:h-18 content-center gap-2 border-line border-b">
          <span className="skeleton h-3 w-40" />
          <span className="skeleton h-2" />
        </li>
      ))}
    </ul>
    {after > 0 && <div style={{ height: `${2 + after * 1.5}rem` }} />}
  </Panel>
);
