import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { formatPercent } from '@/lib/core/money/format';
import type { CapacityLine } from '@/lib/services/models/get-capacity';
import { channelName } from './words';

/** Provisioned capacity: is it used, and does it pay against buying the same tokens one by one? Nothing where none is billed. */
export function CapacityPanel({ lines }: { lines: readonly CapacityLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Panel
      title="Provisioned capacity"
      note="Break-even: the tokens from which on the capacity costs less than the same tokens at list price. Used: the share of the bill for hours in which events tell of calls; of what is neither used nor idle, none speaks."
    >
      <Table
        caption="Provisioned capacity, its use and its break-even"
        rows={lines}
        rowKey={(l) => `${l.provider} ${l.currency}`}
        narrow={(l) => (
          <div className="grid gap-1">
            <span className="flex items-baseline justify-between gap-3">
              <span>{channelName(l.provider)}</span>
              <Money amount={l.invoice} currency={l.currency} />
            </span>
            <span className="text-12 text-ink-2">
              {ratio(l.utilisation)} used
              {l.breakEven !== null && (
                <>
                  {' · break-even at '}
                  <Quantity amount={l.breakEven.tokens} form="compact" /> tokens
                </>
              )}
            </span>
            <span className="text-12 text-ink-2">{l.why ?? verdict(l)}</span>
          </div>
        )}
        columns={[
          {
            key: 'where',
            header: 'Where',
            className: 'min-w-48',
            cell: (l) => (
              <span className="grid py-1">
                <span>{channelName(l.provider)}</span>
                <span className="text-12 text-ink-3">{l.accounts.join(', ')}</span>
              </span>
            ),
          },
          { key: 'cost', header: 'Cost', numeric: true, cell: (l) => <Money amount={l.invoice} currency={l.currency} /> },
          { key: 'used', header: 'Used', numeric: true, cell: (l) => ratio(l.utilisation) },
          { key: 'idle', header: 'Idle', numeric: true, cell: (l) => <Money amount={l.idle} currency={l.currency} /> },
          {
            key: 'tokens',
            header: 'Tokens',
            numeric: true,
            cell: (l) => (l.tokens === '0' ? '–' : <Quantity amount={l.tokens} form="compact" />),
          },
          {
            key: 'price',
            header: 'Per 1M',
            numeric: true,
            cell: (l) => (l.perMillion === null ? '–' : <Money amount={l.perMillion} form="unit" currency={l.currency} />),
          },
          {
            key: 'even',
            header: 'Break-even',
            numeric: true,
            cell: (l) => (l.breakEven === null ? '–' : <Quantity amount={l.breakEven.tokens} form="compact" />),
          },
          {
            key: 'verdict',
            header: 'Does it pay?',
            className: 'min-w-56 text-ink-2',
            cell: (l) => l.why ?? verdict(l),
          },
        ]}
      />
    </Panel>
  );
}

const ratio = (share: string | null): string => (share === null ? '–' : formatPercent(share, { digits: 0 }));

const verdict = ({ breakEven }: CapacityLine): string =>
  breakEven === null
    ? '–'
    : `${Number(breakEven.reached) >= 1 ? 'Yes' : 'Not yet'}: its tokens reach ${formatPercent(breakEven.reached, { digits: 0 })} of the break-even.`;
