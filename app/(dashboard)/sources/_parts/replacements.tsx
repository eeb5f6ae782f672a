'use client';

import { useState } from 'react';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Button } from '@/components/ui/button';
import type { Finding, Weight } from '@/lib/core/imports/result';
import { count, monthInWords } from './words';

const SHOWN = 3;

/** What counts now beside what will count in its place, month by month. */
export function Replacements({ finding: { replaces, replacesDays } }: { finding: Finding }) {
  const [all, setAll] = useState(false);
  if (replaces.length === 0) return null;
  const shown = all ? replaces : replaces.slice(0, SHOWN);
  return (
    <div className="text-13 text-ink-2">
      <ul>
        {shown.map((r) => (
          <li key={r.id}>
            {replacesDays ? 'Takes its days from' : 'Replaces'} {monthInWords(r.billingPeriod)} of <Name>{r.source}</Name>:{' '}
            <In weight={r} />
            {r.after && (
              <>
                {' → '}
                <span className="text-ink">
                  <In weight={r.after} />
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
      {replaces.length > shown.length && (
        <Button size="small" tone="quiet" className="-ml-2" onClick={() => setAll(true)}>
          and {replaces.length - shown.length} more
        </Button>
      )}
      <p>It can be taken back.</p>
    </div>
  );
}

/** "9 rows, 201.00 USD". An export of amortized cost bills nothing; it is weighed by its effective cost. */
const In = ({ weight: { rows, totals } }: { weight: Weight }) => (
  <>
    {count(rows)} {rows === '1' ? 'row' : 'rows'}
    {totals.map((t) => {
      const amount = t.billed ?? t.effective;
      return (
        amount !== null && (
          <span key={t.currency}>
            , <Money amount={amount} currency={t.currency ?? ''} />
          </span>
        )
      );
    })}
  </>
);
