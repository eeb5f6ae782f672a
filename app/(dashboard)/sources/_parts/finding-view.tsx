'use client';

import { useState } from 'react';
import { Money } from '@/components/figures/money';
import { Button } from '@/components/ui/button';
import { type Column, Table } from '@/components/ui/table';
import type { Finding } from '@/lib/core/imports/result';
import { count, monthInWords, rangeInWords } from './words';

type PreviewRow = Record<string, string | null>;

const shown: [key: string, header: string, numeric?: boolean][] = [
  ['ChargePeriodStart', 'Day'],
  ['ServiceName', 'Service'],
  ['SkuMeter', 'Meter'],
  ['SubAccountName', 'Sub account'],
  ['RegionId', 'Region'],
  ['ChargeCategory', 'Category'],
  ['ConsumedQuantity', 'Quantity', true],
  ['ConsumedUnit', 'Unit'],
  ['BilledCost', 'Billed', true],
  ['EffectiveCost', 'Effective', true],
  ['BillingCurrency', 'Currency'],
];

/** What the file was recognised as and what loading it will do: all a person needs to say yes. */
export function FindingView({ finding: f }: { finding: Finding }) {
  const [preview, setPreview] = useState(false);
  const facts: [string, string][] = [
    [
      'Format',
      `${f.format}${f.version ? ` ${f.version}` : ''}${f.dataset === 'actual' || f.dataset === 'amortized' ? `, ${f.dataset} cost` : ''}`,
    ],
    ['Told by', f.because],
    [
      'Account',
      f.accounts.length === 0
        ? 'not named'
        : f.accounts.length > 3
          ? `${f.accounts.slice(0, 3).join(', ')} and ${f.accounts.length - 3} more`
          : f.accounts.join(', '),
    ],
    ['Days', f.from && f.to ? rangeInWords(f.from, f.to) : 'none'],
    ['Currency', f.currencies.join(', ') || 'none'],
    ['Rows', f.rows === null ? 'unknown' : count(f.rows)],
  ];
  const columns: Column<PreviewRow>[] = shown.map(([key, header, numeric]) => ({
    key,
    header,
    numeric: Boolean(numeric),
    className: 'whitespace-nowrap max-w-72 truncate',
    cell: (r) => (key === 'ChargePeriodStart' ? r[key]?.slice(0, 10) : (r[key] ?? <span className="text-ink-3">–</span>)),
  }));
  return (
    <div className="grid gap-3 pt-2">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-13 sm:grid-cols-[auto_1fr_auto_1fr] wide:grid-cols-[auto_1fr_auto_1fr_auto_1fr]">
        {facts.map(([term, text]) => (
          <div key={term} className="contents">
            <dt className="text-ink-3">{term}</dt>
            <dd className="min-w-0 break-words">{text}</dd>
          </div>
        ))}
      </dl>
      {f.replaces.length > 0 && (
        <p className="max-w-prose text-13 text-ink-2">
          Replaces{' '}
          {f.replaces.slice(0, 3).map((r, i) => (
            <span key={r.id}>
              {i > 0 && ', '}
              {monthInWords(r.billingPeriod)} of {r.source} ({count(r.rows)} rows
              {r.totals[0]?.billed && r.totals[0].currency && (
                <>
                  , <Money amount={r.totals[0].billed} currency={r.totals[0].currency} />
                </>
              )}
              )
            </span>
          ))}
          {f.replaces.length > 3 && ` and ${f.replaces.length - 3} more loads`}. It can be taken back.
        </p>
      )}
      {f.preview.length > 0 && (
        <div>
          <Button size="small" tone="quiet" className="-ml-2" aria-expanded={preview} onClick={() => setPreview(!preview)}>
            {preview ? 'Hide the first rows' : `Show the first ${f.preview.length} rows as they will be stored`}
          </Button>
          {preview && (
            <Table
              caption="First rows as they will be stored"
              columns={columns}
              rows={f.preview}
              rowKey={(r) => JSON.stringify(r)}
              maxHeight="max-h-96"
              stickyFirst={false}
            />
          )}
        </div>
      )}
    </div>
  );
}
