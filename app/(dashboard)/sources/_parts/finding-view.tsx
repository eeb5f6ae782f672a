'use client';

import type { ReactNode } from 'react';
import { Money } from '@/components/figures/money';
import type { CurrencyAmount, Finding } from '@/lib/core/imports/result';
import { visible } from '@/lib/core/text/visible';
import { FirstRows } from './first-rows';
import { Replacements } from './replacements';
import { count, rangeInWords } from './words';

/** What the file was recognised as and what loading it will do: all a person needs to say yes. */
export function FindingView({ finding: f }: { finding: Finding }) {
  const facts: [term: string, text: ReactNode][] = [
    [
      'Format',
      `${f.format}${f.version ? ` ${f.version}` : ''}${f.dataset === 'actual' || f.dataset === 'amortized' ? `, ${f.dataset} cost` : ''}`,
    ],
    ['Told by', f.because],
    ['Account', accountsOf(f)],
    ['Days', f.from && f.to ? rangeInWords(f.from, f.to) : 'none'],
    ['Currency', f.currencies.join(', ') || 'none'],
    ['Rows', <Rows key="rows" finding={f} />],
    ...sums('Billed', f.billed),
    ...sums('Effective', f.effective),
  ];
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3 pt-2">
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-0.5 text-13 sm:grid-cols-[auto_minmax(0,1fr)_auto_minmax(0,1fr)]">
        {facts.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-ink-3">{term}</dt>
            <dd className="min-w-0 break-words">{text}</dd>
          </div>
        ))}
      </dl>
      <Replacements finding={f} />
      <FirstRows rows={f.preview} />
    </div>
  );
}

function accountsOf({ accounts }: Finding): string {
  if (accounts.length === 0) return 'not named';
  const named = accounts.slice(0, 3).map(visible).join(', ');
  return accounts.length > 3 ? `${named} and ${accounts.length - 3} more` : named;
}

/** "3 rows: 1 to load, 1 rejected, 1 skipped". */
function Rows({ finding: { rows, accepted, rejected = 0, skipped = 0 } }: { finding: Finding }) {
  if (rows === null) return 'unknown';
  if (accepted === undefined || (rejected === 0 && skipped === 0)) return count(rows);
  return (
    <>
      {count(rows)}: {count(accepted)} to load
      {rejected > 0 && <span className="text-over">, {count(rejected)} rejected</span>}
      {skipped > 0 && `, ${count(skipped)} skipped`}
    </>
  );
}

/** Each currency for itself, with every digit that the file has. */
const sums = (term: string, amounts: readonly CurrencyAmount[] | undefined): [string, ReactNode][] =>
  amounts?.length
    ? [
        [
          term,
          <span key={term} className="grid">
            {amounts.map((a) => (
              <Money
                key={a.currency}
                amount={a.amount}
                currency={a.currency ?? ''}
                form="exact"
                className="whitespace-normal! break-all font-strong"
              />
            ))}
          </span>,
        ],
      ]
    : [];
