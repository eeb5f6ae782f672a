'use client';

import Link from 'next/link';
import { Money } from '@/components/figures/money';
import type { ImportResult } from '@/lib/core/imports/result';
import type { ImportView } from '@/lib/core/imports/view';
import { count, rangeInWords } from './words';

const columnsUrl = (r: ImportResult) => `/costs?from=${r.from}&to=${r.to}&tab=charges`;

/** The account of a file: read = kept + rejected + skipped, and the money that landed, per currency. */
export function ImportResultView({ row, result: r, open }: { row: ImportView; result: ImportResult; open: boolean }) {
  const refused = row.status === 'refused';
  return (
    <div className="grid gap-1 pt-1 text-13" data-open={open || undefined}>
      {r.reason && <p className={refused ? 'max-w-prose text-over' : 'max-w-prose text-ink-2'}>{r.reason}</p>}
      {r.outcome !== 'unchanged' && r.rows > 0 && (
        <p className="text-ink-2 tabular-nums">
          {r.format && `${r.format} · `}
          {count(r.rows)} rows read · {count(r.accepted)} kept · {count(r.rejected)} rejected
          {r.skipped > 0 && ` · ${count(r.skipped)} empty or folded into others`}
          {r.from && r.to && ` · ${rangeInWords(r.from, r.to)}`}
        </p>
      )}
      {!refused && (r.billed.length > 0 || r.effective.length > 0) && (
        <p className="flex flex-wrap gap-x-5 tabular-nums">
          {r.billed.map((a) => (
            <span key={`b${a.currency}`}>
              <span className="text-ink-3">Billed </span>
              <Money amount={a.amount} currency={a.currency ?? ''} />
            </span>
          ))}
          {r.effective.map((a) => (
            <span key={`e${a.currency}`}>
              <span className="text-ink-3">Effective </span>
              <Money amount={a.amount} currency={a.currency ?? ''} />
            </span>
          ))}
        </p>
      )}
      <p className="flex flex-wrap gap-x-4">
        {r.loads.length > 0 && r.from && r.outcome !== 'unchanged' && (
          <Link className="link" href={columnsUrl(r)}>
            See its charges
          </Link>
        )}
        {row.hasRejects && (
          <a className="link" href={`/api/v1/imports/${row.id}/rejects`} download>
            Download the rejected rows
          </a>
        )}
        {r.replaced.length > 0 && (
          <Link className="link" href="/sources?tab=history">
            Replaced {r.replaced.length === 1 ? 'an earlier load' : `${r.replaced.length} earlier loads`}
          </Link>
        )}
      </p>
    </div>
  );
}
