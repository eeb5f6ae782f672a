'use client';

import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import type { BudgetDetail } from '@/lib/services/budgets/edit-budget';
import { amountWords } from '../../_parts/words';

const words = { armed: ['armed', 'neutral'], crossed: ['crossed', 'warn'], back: ['back below', 'ok'] } as const;

/** The lines that are told about, and the periods before. */
export function BudgetTables({ detail: b }: { detail: BudgetDetail }) {
  const amount = (text: string | null) => (text === null ? '–' : amountWords(text, b.currency));
  return (
    <>
      <Panel title="Thresholds" note="Each is told once in a period, again after a correction took it back below.">
        <Table
          caption="Thresholds"
          rows={b.thresholds}
          rowKey={(t) => t.key}
          columns={[
            { key: 'key', header: 'At', cell: (t) => t.key },
            { key: 'line', header: 'Amount', numeric: true, cell: (t) => amount(t.line) },
            { key: 'state', header: 'State', cell: (t) => <Badge tone={words[t.state][1]}>{words[t.state][0]}</Badge> },
            { key: 'when', header: 'When', cell: (t) => (t.backAt ?? t.crossedAt)?.slice(0, 16).replace('T', ' ') ?? '–' },
          ]}
        />
      </Panel>
      <Panel title="Periods before">
        <Table
          caption="Periods before"
          rows={b.past}
          rowKey={(p) => p.from}
          columns={[
            { key: 'name', header: 'Period', className: 'whitespace-nowrap', cell: (p) => p.name },
            { key: 'limit', header: 'Limit', numeric: true, cell: (p) => amount(p.limit) },
            { key: 'used', header: 'Used', numeric: true, cell: (p) => amount(p.used) },
            { key: 'reached', header: 'Reached', cell: (p) => p.reached.join(', ') || '–' },
          ]}
        />
      </Panel>
    </>
  );
}
