'use client';

import Link from 'next/link';
import { useEffect } from 'react';
import { Money } from '@/components/figures/money';
import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import type { AnomalyItem } from '@/lib/services/anomalies/anomalies-of';
import { ExpectDialog } from './expect-dialog';
import { directionMarks, directionWords, whyParts } from './words';

/** What stood out, the largest first: what it cost, what was expected, what drove it, and what a person says of it. */
export function AnomalyTable({ items, mayWrite }: { items: readonly AnomalyItem[]; mayWrite: boolean }) {
  useEffect(() => {
    goToNamed();
    window.addEventListener('hashchange', goToNamed);
    return () => window.removeEventListener('hashchange', goToNamed);
  }, []);
  const columns: Column<AnomalyItem>[] = [
    { key: 'what', header: 'What', className: 'min-w-80 whitespace-normal!', cell: (i) => <What item={i} /> },
    { key: 'actual', header: 'Actual', numeric: true, cell: (i) => <Money amount={i.actual} currency={i.currency} /> },
    { key: 'expected', header: 'Expected', numeric: true, cell: (i) => <Money amount={i.expected} currency={i.currency} /> },
    {
      key: 'impact',
      header: 'Impact',
      numeric: true,
      className: 'font-strong',
      cell: (i) => <Money amount={i.impact} currency={i.currency} form="signed" />,
    },
    { key: 'direction', header: 'Direction', className: 'w-24', cell: (i) => <Direction item={i} /> },
    ...(mayWrite
      ? [
          {
            key: 'do',
            header: <span className="sr-only">Actions</span>,
            numeric: true,
            cell: (i: AnomalyItem) => <ExpectDialog item={i} />,
          },
        ]
      : []),
  ];
  return (
    <Table
      caption="What stood out"
      columns={columns}
      rows={items}
      rowKey={(i) => i.id}
      stickyFirst={false}
      dense={false}
      narrow={(i) => (
        <div className="grid gap-2">
          <What item={i} />
          <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
            <Direction item={i} />
            <Money amount={i.impact} currency={i.currency} form="signed" className="font-strong" />
            {mayWrite && (
              <span className="ml-auto">
                <ExpectDialog item={i} />
              </span>
            )}
          </div>
        </div>
      )}
    />
  );
}

/** `#anomaly-…` of a chart's flag or the calendar: its line in the table, or in the list of a narrow screen, whichever is seen. */
function goToNamed(): void {
  const id = /^#anomaly-([\da-f]{12})$/.exec(window.location.hash)?.[1];
  const line = [...document.querySelectorAll<HTMLElement>(`[data-anomaly="${id}"]`)].find((e) => e.offsetParent !== null);
  line?.scrollIntoView({ block: 'center' });
  line?.focus({ preventScroll: true });
}

const Direction = ({ item: { direction } }: { item: AnomalyItem }) => (
  <Badge tone={direction === 'up' ? 'over' : 'neutral'}>
    <span aria-hidden="true" className="mr-1 text-[0.6rem]">
      {directionMarks[direction]}
    </span>
    {directionWords[direction]}
  </Badge>
);

function What({ item }: { item: AnomalyItem }) {
  const why = whyParts(item);
  return (
    <span className="grid gap-0.5 py-2 leading-5">
      <Link
        href={item.href}
        prefetch={false}
        data-anomaly={item.id}
        className="font-strong hover:underline"
        title="Open these costs with the same filters"
      >
        <bdi>{item.sentence}</bdi>
      </Link>
      {item.driver && (
        <span className="text-12 text-ink-2">
          Mainly <bdi>{item.driver}</bdi>
        </span>
      )}
      {why.length > 0 && (
        <span className="flex flex-wrap gap-x-3 text-12 text-ink-3">
          {why.map(([word, amount]) => (
            <span key={word} title="Against the same weekday of the six weeks before whose cost is the median">
              {word} <Money amount={amount} currency={item.currency} form="signed" hideCurrency />
            </span>
          ))}
        </span>
      )}
    </span>
  );
}
