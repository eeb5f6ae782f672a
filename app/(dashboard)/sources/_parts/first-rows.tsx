'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { type Column, Table } from '@/components/ui/table';
import { formatPlain } from '@/lib/core/money/format';
import { visible } from '@/lib/core/text/visible';

type PreviewRow = Record<string, string | null>;

const shown: readonly [key: string, header: string, numeric?: boolean][] = [
  ['ChargePeriodStart', 'Day'],
  ['BilledCost', 'Billed', true],
  ['EffectiveCost', 'Effective', true],
  ['BillingCurrency', 'Currency'],
  ['ServiceName', 'Service'],
  ['SkuMeter', 'Meter'],
  ['SubAccountName', 'Sub account'],
  ['RegionId', 'Region'],
  ['ChargeCategory', 'Category'],
  ['ConsumedQuantity', 'Quantity', true],
  ['ConsumedUnit', 'Unit'],
];

/** The first rows of a file as they will be stored, on demand. */
export function FirstRows({ rows }: { rows: readonly PreviewRow[] }) {
  const [open, setOpen] = useState(false);
  if (rows.length === 0) return null;
  const which = rows.length === 1 ? 'the first row as it will be stored' : `the first ${rows.length} rows as they will be stored`;
  const columns = shown.map(
    ([key, header, numeric]): Column<{ row: PreviewRow; index: number }> => ({
      key,
      header,
      numeric: Boolean(numeric),
      className: 'whitespace-nowrap max-w-72 truncate',
      cell: ({ row }) => <Cell column={key} value={row[key] ?? null} numeric={numeric} />,
    }),
  );
  return (
    <div className="min-w-0">
      <Button size="small" tone="quiet" className="-ml-2" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? `Hide ${which.replace(/ as .*/, '')}` : `Show ${which}`}
      </Button>
      {open && (
        <Table
          caption="First rows as they will be stored"
          columns={columns}
          rows={rows.map((row, index) => ({ row, index }))}
          rowKey={({ index }) => String(index)}
          maxHeight="max-h-96"
          stickyFirst={false}
        />
      )}
    </div>
  );
}

function Cell({ column, value, numeric }: { column: string; value: string | null; numeric?: boolean }) {
  if (value === null) return <span className="text-ink-3">–</span>;
  if (column === 'ChargePeriodStart') return value.slice(0, 10);
  return numeric ? formatPlain(value) : <bdi>{visible(value)}</bdi>;
}
