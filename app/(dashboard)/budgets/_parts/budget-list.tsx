'use client';

import Link from 'next/link';
import { HeadroomBar } from '@/components/brand/headroom-bar';
import { CutName } from '@/components/figures/cut-name';
import { Name } from '@/components/figures/name';
import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import { formatPercent } from '@/lib/core/money/format';
import type { BudgetStatusLine } from '@/lib/services/budgets/budget-status';
import { amountWords, budgetHref, statusWords, titleOf } from './words';

/** Budgets as a tree: what stands under another is set in. */
export function BudgetList({ lines }: { lines: readonly BudgetStatusLine[] }) {
  const rows = inTree(lines);
  const columns: Column<Row>[] = [
    {
      key: 'name',
      header: 'Budget',
      className: 'min-w-52 max-w-80',
      cell: (r) => (
        <span className="grid py-1 leading-4" style={{ paddingLeft: `${r.depth}rem` }}>
          <Link href={budgetHref(r)} aria-label={titleOf(r)} className="min-w-0 font-strong hover:underline">
            <CutName>{titleOf(r)}</CutName>
          </Link>
          <span className="truncate text-12 text-ink-3">{r.value === null ? r.filter.join(', ') || 'everything' : r.budget}</span>
        </span>
      ),
    },
    { key: 'owner', header: 'Owner', className: 'max-w-40 truncate', cell: (r) => r.owner ?? '–' },
    { key: 'window', header: 'Period', className: 'whitespace-nowrap', cell: (r) => r.window.name },
    { key: 'limit', header: 'Limit', numeric: true, cell: (r) => (r.limit === null ? '–' : amountWords(r.limit, r.currency)) },
    { key: 'used', header: 'Used', numeric: true, cell: (r) => amountWords(r.used, r.currency, r.unpriced) },
    { key: 'bar', header: 'Headroom', className: 'min-w-56', cell: (r) => <Bar line={r} /> },
    { key: 'share', header: 'Used', numeric: true, cell: (r) => (r.share === null ? '–' : formatPercent(r.share, { digits: 0 })) },
    { key: 'expected', header: 'Expected', numeric: true, cell: (r) => (r.forecast ? amountWords(r.forecast.point, r.currency) : '–') },
    { key: 'state', header: 'State', cell: (r) => <Badge tone={statusWords[r.status][1]}>{statusWords[r.status][0]}</Badge> },
  ];
  return (
    <Table
      caption="Budgets"
      columns={columns}
      rows={rows}
      rowKey={(r) => `${r.budget} ${r.value ?? ''}`}
      narrow={(r) => (
        <Link href={budgetHref(r)} className="grid gap-1">
          <span className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate font-strong">
              <Name>{titleOf(r)}</Name>
            </span>
            <span className="whitespace-nowrap tabular-nums">{amountWords(r.used, r.currency, r.unpriced)}</span>
          </span>
          <Bar line={r} />
          <span className="flex justify-between text-12 text-ink-2">
            <span>
              {r.value !== null && (
                <>
                  <Name>{r.budget}</Name>,{' '}
                </>
              )}
              {r.window.name}, of {r.limit === null ? '–' : amountWords(r.limit, r.currency)}
            </span>
            <Badge tone={statusWords[r.status][1]}>{statusWords[r.status][0]}</Badge>
          </span>
        </Link>
      )}
    />
  );
}

export function Bar({ line: l, size = 8 }: { line: BudgetStatusLine; size?: 8 | 24 }) {
  if (l.limit === null) return null;
  return (
    <HeadroomBar
      size={size}
      label={`Budget ${l.value ?? l.budget}`}
      cap={l.limit}
      used={l.used}
      currency={l.currency ?? 'tokens'}
      {...(l.pace !== null && l.window.to > l.completeTo && { pace: l.pace })}
      {...(l.forecast && { forecast: l.forecast.point })}
      thresholds={[0.5, 0.8]}
      {...(size === 8 && { words: null })}
    />
  );
}

type Row = BudgetStatusLine & { depth: number };

/** Parents before their parts; the parts of one budget for its values follow it, the fullest first. */
function inTree(lines: readonly BudgetStatusLine[]): Row[] {
  const names = new Set(lines.map((l) => l.budget));
  const byShare = (a: BudgetStatusLine, b: BudgetStatusLine) => Number(b.share ?? 0) - Number(a.share ?? 0);
  const under = (parent: string | null, depth: number): Row[] =>
    [...names]
      .filter((name) => {
        const own = lines.find((l) => l.budget === name)?.parent ?? null;
        return parent === null ? own === null || !names.has(own) : own === parent;
      })
      .sort()
      .flatMap((name) => [
        ...lines
          .filter((l) => l.budget === name)
          .sort(byShare)
          .map((l) => ({ ...l, depth })),
        ...under(name, depth + 1),
      ]);
  return under(null, 0);
}
