'use client';

import { useState } from 'react';
import { Name } from '@/components/figures/name';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { type Column, Table } from '@/components/ui/table';
import { plus } from '@/lib/core/allocation/statement';
import type { AllocationRule } from '@/lib/core/allocation/types';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { Range } from '@/lib/core/time/period';
import type { Showback, ShowbackLine } from '@/lib/services/allocation/showback';
import { Amount } from './amount';
import { chargesHref } from './charges-link';
import { count, isNothing, percentOf, shareOf } from './figures';
import { type AllocationView, allocationHref } from './view';
import { Why } from './why';

type Row = { kind: 'group'; name: string; total: string } | { kind: 'line'; line: ShowbackLine; depth: number };

/** Targets below the names above them, each with the sum of what stands under it. */
function rowsOf(lines: readonly ShowbackLine[]): Row[] {
  const rows: Row[] = [];
  let group = '';
  const hasTree = lines.some((l) => l.path?.length);
  for (const line of lines) {
    const name = line.path?.length ? line.path.join(' / ') : line.target === null || !hasTree ? '' : 'Not in the tree';
    if (name !== group && name !== '') {
      const own = lines.filter(
        (l) => (l.path?.length ? l.path.join(' / ') : l.target === null || !hasTree ? '' : 'Not in the tree') === name,
      );
      rows.push({ kind: 'group', name, total: own.map((l) => l.total).reduce(plus, '0') });
    }
    group = name;
    rows.push({ kind: 'line', line, depth: name === '' ? 0 : 1 });
  }
  return rows;
}

const sumOf = (lines: readonly ShowbackLine[], key: 'direct' | 'credits' | 'shared' | 'passedOn' | 'total') =>
  lines.map((l) => l[key]).reduce(plus, '0');

/** Each row says on request why it is what it is: the rules and shares that led there. */
export function ShowbackTable({
  lines,
  rules,
  currency,
  dimension,
  period,
  view,
}: {
  lines: readonly ShowbackLine[];
  rules: readonly AllocationRule[];
  currency: string;
  dimension: Showback['dimension'];
  period: Range;
  view: AllocationView;
}) {
  const [why, setWhy] = useState<ShowbackLine | null>(null);
  useShortcuts({
    w: () => {
      const at = document.activeElement?.closest<HTMLElement>('[data-line]')?.dataset.line ?? '0';
      setWhy(lines[Number(at)] ?? null);
    },
  });
  const total = sumOf(lines, 'total');
  const money = (amount: string) =>
    isNothing(amount) ? <span className="text-ink-3">–</span> : <Amount amount={amount} currency={currency} hideCurrency />;
  const nameOf = (l: ShowbackLine) => (
    <button
      type="button"
      data-line={lines.indexOf(l)}
      className="max-w-full truncate text-left underline decoration-line underline-offset-3 hover:decoration-current"
      onClick={() => setWhy(l)}
    >
      {l.target === null ? 'Unallocated' : <Name>{l.target}</Name>}
    </button>
  );
  const amountColumn = (key: 'direct' | 'credits' | 'shared' | 'passedOn', header: string): Column<Row>[] =>
    key !== 'direct' && lines.every((l) => isNothing(l[key]))
      ? []
      : [{ key, header, numeric: true, total: money(sumOf(lines, key)), cell: (r) => (r.kind === 'line' ? money(r.line[key]) : null) }];
  const columns: Column<Row>[] = [
    {
      key: 'target',
      header: dimension.title,
      className: 'min-w-44 max-w-80',
      total: 'All',
      cell: (r) =>
        r.kind === 'group' ? (
          <strong className="block truncate font-strong">
            <Name>{r.name}</Name>
          </strong>
        ) : (
          <span className={r.depth ? 'flex items-center pl-4' : 'flex items-center'}>
            {r.line.target === null && (
              <span aria-hidden="true" className="hatched mr-1.5 inline-block size-2.5 shrink-0 rounded-1 text-others" />
            )}
            {nameOf(r.line)}
          </span>
        ),
    },
    ...amountColumn('direct', `Direct, ${currency}`),
    ...amountColumn('credits', 'Credits'),
    ...amountColumn('shared', 'Shared'),
    ...amountColumn('passedOn', 'Passed on'),
    {
      key: 'total',
      header: 'Total',
      numeric: true,
      total: money(total),
      cell: (r) => <span className="font-strong">{money(r.kind === 'group' ? r.total : r.line.total)}</span>,
    },
    { key: 'share', header: 'Share', numeric: true, cell: (r) => shareOf(r.kind === 'group' ? r.total : r.line.total, total) },
    {
      key: 'charges',
      header: 'Charges',
      numeric: true,
      className: 'max-desk:hidden',
      cell: (r) => (r.kind === 'line' ? count(r.line.charges) : null),
    },
  ];
  return (
    <>
      <Table
        caption={`Cost by ${inSentence(dimension.title)}`}
        columns={columns}
        rows={rowsOf(lines)}
        rowKey={(r) => (r.kind === 'group' ? `group ${r.name}` : JSON.stringify([r.line.path, r.line.target]))}
        empty="No costs in this period."
        narrow={(r) =>
          r.kind === 'group' ? (
            <span className="flex justify-between gap-3 font-strong">
              <Name>{r.name}</Name>
              <Amount amount={r.total} currency={currency} />
            </span>
          ) : (
            <div className="grid gap-0.5">
              <span className="flex items-baseline justify-between gap-3">
                <span className="min-w-0">{nameOf(r.line)}</span>
                <Amount amount={r.line.total} currency={currency} />
              </span>
              <span className="text-12 text-ink-2">
                direct {money(r.line.direct)}
                {!isNothing(r.line.shared) && <> · shared {money(r.line.shared)}</>}
                {!isNothing(r.line.passedOn) && <> · passed on {money(r.line.passedOn)}</>} · {percentOf(r.line.total, total)}
              </span>
            </div>
          )
        }
      />
      {lines.length > 1 && (
        <p className="pt-2 text-12 text-ink-3">Parts are rounded on screen only. Press w on a name to see how its cost came about.</p>
      )}
      {why && (
        <Why
          line={why}
          rules={rules}
          ruleHref={(rule) => allocationHref({ ...view, tab: 'rules', rule })}
          chargesHref={chargesHref({ period, dimension, target: why.target, basis: view.basis, currency })}
          onClose={() => setWhy(null)}
        />
      )}
    </>
  );
}
