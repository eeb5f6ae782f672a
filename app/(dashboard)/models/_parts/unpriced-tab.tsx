import { Quantity } from '@/components/figures/quantity';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import type { Range } from '@/lib/core/time/period';
import type { UnpricedLine } from '@/lib/services/models/get-unpriced';
import { channelName, placeText, repriceCommand } from './words';

/** Events whose list price is not known, or not for all of their tokens: never counted as nothing. */
export const UnpricedTab = ({ lines, period }: { lines: readonly UnpricedLine[]; period: Range }) =>
  lines.length === 0 ? (
    <EmptyState title="Every event of this period has a list price" reason="What has none would stand here, with why." />
  ) : (
    <Panel
      title="Without a price"
      note={
        <>
          Totals at list price read “at least” while these are in them. Set a price of your own, or load a list of them; then price past use
          again: <code className="font-mono text-12">{repriceCommand(period)}</code>.
        </>
      }
    >
      <Table
        caption="Unpriced use"
        rows={lines}
        rowKey={(l) => [l.channel, l.model, l.tier, l.region, l.deployment].join(' ')}
        columns={[
          { key: 'model', header: 'Model', className: 'min-w-44', cell: (l) => l.model ?? 'not said' },
          { key: 'channel', header: 'Channel', cell: (l) => (l.channel === null ? 'not said' : channelName(l.channel)) },
          { key: 'place', header: 'Where and how', className: 'text-ink-2', cell: placeText },
          { key: 'why', header: 'Why', className: 'min-w-72 text-ink-2', cell: (l) => l.why },
          { key: 'unpriced', header: 'Events without', numeric: true, cell: (l) => <Quantity amount={l.unpriced} /> },
          { key: 'partly', header: 'Partly', numeric: true, cell: (l) => (l.partly === '0' ? '–' : <Quantity amount={l.partly} />) },
          { key: 'tokens', header: 'Tokens', numeric: true, cell: (l) => <Quantity amount={l.tokens} form="compact" /> },
          { key: 'last', header: 'Last seen', className: 'whitespace-nowrap text-ink-2 tabular-nums', cell: (l) => l.lastHour },
        ]}
      />
    </Panel>
  );
