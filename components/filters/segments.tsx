'use client';

import clsx from 'clsx';
import { ViewLink } from './view-link';

interface SegmentsProps<T extends string> {
  label: string;
  value: T;
  options: readonly { value: T; label: string; href: string }[];
}

/** One of a few, each an address of its own. */
export const Segments = <T extends string>({ label, value, options }: SegmentsProps<T>) => (
  <ul aria-label={label} className="inline-flex h-8 rounded-2 border border-edge bg-surface text-13 print:hidden">
    {options.map((o) => (
      <li key={o.value} className="flex border-edge not-first:border-l">
        <ViewLink
          href={o.href}
          aria-current={o.value === value ? 'true' : undefined}
          className={clsx(
            'flex items-center px-2.5 first:rounded-2',
            o.value === value ? 'bg-accent-soft font-strong text-accent' : 'text-ink-2 hover:bg-surface-2 hover:text-ink',
          )}
        >
          {o.label}
        </ViewLink>
      </li>
    ))}
  </ul>
);
