import { ChangeBar, mostOf } from '@/components/charts/change-bar';
import { Money } from '@/components/figures/money';
import { rangeText } from '@/components/filters/period-words';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { bridgeWords } from '@/lib/core/units/bridge';
import type { getBridge } from '@/lib/services/what-if/get-bridge';

/** Why AI spend of the bills moved, cause by cause; the causes add up to the difference exactly. */
export function ChangedPanel({ data }: { data: Awaited<ReturnType<typeof getBridge>> }) {
  if (data.bridges.length === 0)
    return <EmptyState title="No AI spend to compare" reason="Neither these days nor those before have any on a bill." />;
  const [now, then] = [rangeText(data.period), rangeText(data.comparison)];
  return data.bridges.map(({ currency, before, after, steps }) => {
    const rows = [
      { key: 'before', label: then, amount: null, to: before },
      ...steps.map((s) => ({ key: s.term as string, label: bridgeWords[s.term], amount: s.amount, to: s.to })),
      { key: 'after', label: now, amount: null, to: after },
    ];
    const most = mostOf(steps.map((s) => s.amount));
    return (
      <Panel
        key={currency}
        title={`From ${then} to ${now}, in ${currency}`}
        note="Each cause is what changes when, after those above it, this one becomes what it is now. Their sum is the difference, to the cent."
      >
        <Table
          caption={`Bridge in ${currency}`}
          rows={rows}
          rowKey={(r) => r.key}
          columns={[
            {
              key: 'label',
              header: 'Cause',
              className: 'w-2/5 min-w-48 max-sm:min-w-28',
              cell: (r) => <span className={r.amount === null ? 'font-strong' : undefined}>{r.label}</span>,
            },
            {
              key: 'bar',
              header: <span className="sr-only">Bar</span>,
              className: 'w-1/3 min-w-40 max-sm:hidden',
              cell: (r) => r.amount !== null && <ChangeBar amount={r.amount} most={most} />,
            },
            {
              key: 'amount',
              header: 'Change',
              numeric: true,
              className: 'w-36',
              cell: (r) => (r.amount === null ? '' : <Money amount={r.amount} currency={currency} form="signed" hideCurrency />),
            },
            {
              key: 'to',
              header: `Then at (${currency})`,
              numeric: true,
              className: 'w-36',
              cell: (r) => <Money amount={r.to} currency={currency} hideCurrency />,
            },
          ]}
        />
      </Panel>
    );
  });
}
