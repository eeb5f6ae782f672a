'use client';

import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import type { BudgetPart } from '@/lib/services/budgets/budget-parts';
import type { BudgetDetail } from '@/lib/services/budgets/edit-budget';
import { amountWords } from '../../_parts/words';

/** What was given out to parts, what they have used of it, and what of the limit no part was given. */
export function PartsPanel({ detail: { children, currency, ungiven } }: { detail: BudgetDetail }) {
  const amount = (text: string | null, part: BudgetPart) => (text === null ? '–' : amountWords(text, part.currency));
  const others = children.filter((c) => !c.isComparable).length;
  return (
    <Panel
      title="Its parts"
      note={[
        ungiven !== null &&
          (ungiven.startsWith('-')
            ? `${amountWords(ungiven.slice(1), currency)} more than the limit is given out.`
            : `${amountWords(ungiven, currency)} of the limit is given to no part.`),
        others > 0 && 'Parts of another period or unit are not in this sum.',
      ]
        .filter(Boolean)
        .join(' ')}
    >
      <Table
        caption="Its parts"
        rows={children}
        rowKey={(c) => c.name}
        columns={[
          {
            key: 'name',
            header: 'Part',
            className: 'min-w-40',
            cell: (c) => (
              <Link href={c.per === null ? `/budgets/${encodeURIComponent(c.name)}` : '/budgets'} className="hover:underline">
                <Name>{c.name}</Name>
                {c.per !== null && <span className="text-ink-3"> · {c.values === 1 ? '1 value' : `${c.values} values`}</span>}
              </Link>
            ),
          },
          { key: 'window', header: 'Period', className: 'whitespace-nowrap', cell: (c) => c.window ?? '–' },
          { key: 'limit', header: 'Limit', numeric: true, cell: (c) => amount(c.limit, c) },
          {
            key: 'used',
            header: 'Used',
            numeric: true,
            cell: (c) => (c.used === null ? '–' : amountWords(c.used, c.currency, c.unpriced)),
          },
          { key: 'left', header: 'Left', numeric: true, cell: (c) => amount(c.remaining, c) },
        ]}
      />
    </Panel>
  );
}
