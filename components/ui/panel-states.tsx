'use client';

import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Button } from './button';

/** A bar of the skeleton; give it the size of what will stand there. */
const Bone = ({ className }: { className?: string }) => <div aria-hidden="true" className={clsx('skeleton', className)} />;

interface SkeletonProps {
  /** The shape of what is coming. */
  shape: 'rows' | 'chart' | 'figure' | 'text';
  rows?: number;
  /** Height class of a chart; the same as the chart's own. */
  className?: string;
}

/** Has the final size, so nothing jumps. Seen only after 150 ms. */
export function Skeleton({ shape, rows = 6, className }: SkeletonProps) {
  return (
    <div role="status" aria-label="Loading" className={className}>
      {shape === 'figure' && (
        <div className="grid gap-2">
          <Bone className="h-9 w-40" />
          <Bone className="h-5 w-56" />
        </div>
      )}
      {shape === 'chart' && (
        <div className="flex h-full min-h-60 items-end gap-2 border-line border-b">
          {barHeights.map((h, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed drawing
            <Bone key={i} className={clsx('flex-1 rounded-b-none', h)} />
          ))}
        </div>
      )}
      {shape === 'rows' && (
        <div>
          {Array.from({ length: rows }, (_, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: fixed drawing
            <div key={i} className="flex h-8 items-center justify-between gap-8 border-line border-b">
              <Bone className={clsx('h-3', i % 3 === 0 ? 'w-48' : i % 3 === 1 ? 'w-64' : 'w-40')} />
              <Bone className="h-3 w-24" />
            </div>
          ))}
        </div>
      )}
      {shape === 'text' && (
        <div className="grid gap-2">
          <Bone className="h-4 w-full" />
          <Bone className="h-4 w-2/3" />
        </div>
      )}
    </div>
  );
}
const barHeights = ['h-1/3', 'h-1/2', 'h-2/5', 'h-3/5', 'h-1/2', 'h-2/3', 'h-3/5', 'h-4/5', 'h-2/3', 'h-3/4', 'h-1/2', 'h-3/5'];

/** Why it is empty, and up to two things to do. */
export function EmptyState({
  title,
  reason,
  actions,
  className,
}: {
  title: string;
  reason?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <div className={clsx('flex flex-col items-start justify-center gap-1 py-6', className)}>
      <p className="text-14 font-strong">{title}</p>
      {reason && <p className="max-w-prose text-13 text-ink-2">{reason}</p>}
      {actions && <div className="mt-3 flex flex-wrap gap-2">{actions}</div>}
    </div>
  );
}

/** What failed, a reference if there is one, and Retry. The rest of the page lives on. */
export function ErrorState({
  title,
  detail,
  onRetry,
  className,
}: {
  title: string;
  detail?: ReactNode;
  onRetry?: () => void;
  className?: string;
}) {
  return (
    <div role="alert" className={clsx('flex flex-col items-start justify-center gap-1 py-6', className)}>
      <p className="text-14 font-strong text-over">{title}</p>
      {detail && <p className="max-w-prose text-13 text-ink-2">{detail}</p>}
      {onRetry && (
        <Button className="mt-3" onClick={onRetry}>
          Retry
        </Button>
      )}
    </div>
  );
}
