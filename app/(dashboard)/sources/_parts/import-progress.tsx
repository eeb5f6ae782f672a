'use client';

import { useRef } from 'react';
import { Progress } from '@/components/ui/progress';
import type { ImportView } from '@/lib/core/imports/view';
import { count } from './words';

const phases: Record<string, string> = {
  detect: 'Recognising the format',
  read: 'Reading and checking rows',
  map: 'Deciding what the meters mean',
  copy: 'Copying into the ledger',
  check: 'Comparing the control totals',
  activate: 'Activating',
};

/** Phase, rows, rate and remaining time. The rate is measured from the moments this page has seen. */
export function ImportProgress({ row }: { row: ImportView }) {
  const first = useRef<{ phase: string | null; at: number; done: number } | null>(null);
  const { phase, progress } = row;
  if (progress && first.current?.phase !== phase) first.current = { phase, at: Date.now(), done: progress.done };
  const seconds = first.current ? (Date.now() - first.current.at) / 1000 : 0;
  const rate = progress && first.current && seconds > 1 ? (progress.done - first.current.done) / seconds : 0;
  const left = progress && rate > 0 ? (progress.total - progress.done) / rate : null;
  const words = row.status === 'queued' ? 'Waiting for its turn' : (phases[phase ?? ''] ?? 'Starting');
  const detail = progress ? `, ${count(progress.done)} of ${count(progress.total)} rows` : '';
  const speed = rate > 0 ? ` · ${count(rate)} rows/s` : '';
  const remaining = left !== null && left >= 1 ? ` · about ${Math.ceil(left)} s left in this phase` : '';
  return (
    <div className="max-w-xl pt-2">
      <Progress
        label={`Import of ${row.fileName}`}
        value={progress ? progress.done / Math.max(1, progress.total) : null}
        text={`${words}${detail}${speed}${remaining}`}
      />
    </div>
  );
}
