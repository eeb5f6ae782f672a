'use client';

import type { ReactNode } from 'react';
import { ChartFrame } from './chart-frame';
import type { CumulativePoint, LimitLine } from './marks/cumulative-area';
import { CumulativeArea } from './marks/later';

/** A sum that grows towards a limit: budgets, capped shares, commitments. */
export function CumulativeChart({
  title,
  summary,
  note,
  currency,
  points,
  lines = [],
  className,
}: {
  title: string;
  summary: string;
  note?: ReactNode;
  currency: string;
  points: readonly CumulativePoint[];
  lines?: readonly LimitLine[];
  className?: string;
}) {
  const columns = [
    { key: 'day', header: 'Day' },
    { key: 'actual', header: `So far ${currency}`, numeric: true },
    { key: 'expected', header: `Expected ${currency}`, numeric: true },
    { key: 'low', header: `At least ${currency}`, numeric: true },
    { key: 'high', header: `At most ${currency}`, numeric: true },
    { key: 'pace', header: `Even pace ${currency}`, numeric: true },
  ].filter((c) => c.key === 'day' || points.some((p) => p[c.key as keyof CumulativePoint] !== null));
  const rows = points.map((p) => Object.fromEntries(columns.map((c) => [c.key, p[c.key as keyof CumulativePoint] ?? ''])));
  return (
    <ChartFrame title={title} summary={summary} note={note} table={{ columns, rows }} className={className}>
      <CumulativeArea points={points} lines={lines} currency={currency} label={`${title}. ${summary}`} />
    </ChartFrame>
  );
}
