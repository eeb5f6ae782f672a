import type { ReactNode } from 'react';
import { Name } from '@/components/figures/name';
import type { LoadSummary } from '@/lib/core/ledger/load-summary';
import { count, momentInWords, monthInWords } from './words';

/** A load where there is no room for columns: what it adds up to, what of it counts, and what can be done. */
export const LoadLine = ({ load: l, totals, state, undo }: { load: LoadSummary; totals: ReactNode; state: ReactNode; undo: ReactNode }) => (
  <div className="grid gap-0.5">
    <div className="flex items-start justify-between gap-3">
      <span className="font-strong">{totals}</span>
      {state}
    </div>
    <p className="min-w-0 break-words text-ink-2">
      {monthInWords(l.billingPeriod)}, <Name>{l.source}</Name>
    </p>
    <div className="flex items-end justify-between gap-3">
      <p className="min-w-0 break-words text-12 text-ink-3">
        Load {l.id}, {count(l.rows)} rows, <Name>{l.fileName}</Name>
        {l.activatedAt && `, ${momentInWords(String(l.activatedAt))}`}
      </p>
      {undo}
    </div>
  </div>
);
