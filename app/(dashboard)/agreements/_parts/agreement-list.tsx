'use client';

import Big from 'big.js';
import Link from 'next/link';
import { HeadroomBar } from '@/components/brand/headroom-bar';
import { Money } from '@/components/figures/money';
import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import type { AgreementRow } from '@/lib/services/agreements/list-agreements';
import { directionWords, kindWords, rateWords, stateWords } from './words';

/** Every agreement with its limit, what is used and left, and the next date. */
export function AgreementList({ rows, today }: { rows: readonly AgreementRow[]; today: string }) {
  const money = (r: AgreementRow, amount: string | null) =>
    amount === null ? '–' : <Money amount={amount} currency={r.agreement.currency} />;
  const columns: Column<AgreementRow>[] = [
    {
      key: 'name',
      header: 'Agreement',
      className: 'min-w-44 max-w-72',
      cell: (r) => (
        <span className="grid py-1 leading-4">
          <Link href={`/agreements/${r.id}`} className="truncate font-strong hover:underline">
            {r.agreement.name}
          </Link>
          <span className="truncate text-12 text-ink-3">{r.agreement.group ?? directionWords(r.agreement)}</span>
        </span>
      ),
    },
    {
      key: 'kind',
      header: 'Kind',
      className: 'whitespace-nowrap',
      cell: (r) => [kindWords[r.agreement.kind], rateWords(r.agreement, today)].filter(Boolean).join(', '),
    },
    { key: 'limit', header: 'Cap or amount', numeric: true, cell: (r) => money(r, r.limit) },
    { key: 'used', header: 'Used', numeric: true, cell: (r) => money(r, r.used) },
    { key: 'left', header: 'Headroom', numeric: true, className: 'min-w-44', cell: (r) => <Headroom row={r} /> },
    {
      key: 'ends',
      header: 'Ends, next date',
      className: 'whitespace-nowrap',
      cell: (r) => (
        <span className="grid py-1 leading-4">
          {r.agreement.end ?? 'open'}
          {r.next && r.next.name !== 'Ends' && (
            <span className="max-w-44 truncate text-12 text-ink-3">{`${r.next.date} ${r.next.name}`}</span>
          )}
        </span>
      ),
    },
    { key: 'state', header: 'State', cell: (r) => <Badge tone={stateWords[r.state][1]}>{stateWords[r.state][0]}</Badge> },
  ];
  return (
    <Table
      caption="Agreements"
      columns={columns}
      rows={rows}
      rowKey={(r) => String(r.id)}
      narrow={(r) => (
        <Link href={`/agreements/${r.id}`} className="grid gap-1">
          <span className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate font-strong">{r.agreement.name}</span>
            <Badge tone={stateWords[r.state][1]}>{stateWords[r.state][0]}</Badge>
          </span>
          <span className="text-12 text-ink-2">
            {kindWords[r.agreement.kind]}, ends {r.agreement.end ?? 'open'}
          </span>
          <Headroom row={r} />
        </Link>
      )}
    />
  );
}

function Headroom({ row }: { row: AgreementRow }) {
  const { limit, used, left, agreement: a } = row;
  if (limit === null || used === null || left === null) return <span className="text-ink-3">{row.missing === null ? 'no cap' : '–'}</span>;
  // a promise that is more than kept is nothing to be red about
  const shown = a.kind === 'committed_spend' && new Big(used).gt(limit) ? limit : used;
  return (
    <HeadroomBar
      size={8}
      label={a.name}
      cap={limit}
      used={shown}
      currency={a.currency}
      words={<Money amount={left} currency={a.currency} form="compact" />}
    />
  );
}
