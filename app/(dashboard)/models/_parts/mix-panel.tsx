import Big from 'big.js';
import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import { formatPercent } from '@/lib/core/money/format';
import type { Bought, MixLine } from '@/lib/services/models/get-models';

/** How it is bought: service tiers, and how capacity is deployed. A share is of the whole AI spend. */
export function MixPanel({ mix, total, currency }: { mix: readonly MixLine[]; total: Bought; currency: string }) {
  return (
    <Panel title="Mix" note="By service tier and deployment, as the bills name them.">
      <Table
        caption={`How AI is bought, in ${currency}`}
        rows={mix}
        rowKey={(m) => `${m.tier} ${m.deployment}`}
        narrow={(m) => (
          <div className="grid gap-1">
            <span className="flex items-baseline justify-between gap-3">
              <span>
                {words(m.tier)}, {words(m.deployment)}
              </span>
              <Money amount={m.cost} currency={currency} />
            </span>
            <span className="text-12 text-ink-2">
              {shareOf(m.cost, total.cost)}
              {m.perMillion !== null && (
                <>
                  {' · '}
                  <Money amount={m.perMillion} form="unit" currency={currency} /> per 1M
                </>
              )}
            </span>
          </div>
        )}
        columns={[
          { key: 'tier', header: 'Tier', cell: (m) => words(m.tier), total: 'All' },
          { key: 'deployment', header: 'Deployment', className: 'text-ink-2', cell: (m) => words(m.deployment), total: '' },
          {
            key: 'cost',
            header: `Cost, ${currency}`,
            numeric: true,
            cell: (m) => <Money amount={m.cost} currency={currency} hideCurrency />,
            total: <Money amount={total.cost} currency={currency} hideCurrency />,
          },
          { key: 'share', header: 'Share', numeric: true, cell: (m) => shareOf(m.cost, total.cost), total: '' },
          {
            key: 'tokens',
            header: 'Tokens',
            numeric: true,
            cell: (m) => (m.tokens === '0' ? '–' : <Quantity amount={m.tokens} form="compact" />),
            total: <Quantity amount={total.tokens} form="compact" />,
          },
          {
            key: 'price',
            header: 'Per 1M',
            numeric: true,
            cell: (m) => (m.perMillion === null ? '–' : <Money amount={m.perMillion} form="unit" currency={currency} hideCurrency />),
            total: total.perMillion === null ? '–' : <Money amount={total.perMillion} form="unit" currency={currency} hideCurrency />,
          },
        ]}
      />
    </Panel>
  );
}

const shareOf = (part: string, whole: string): string => (new Big(whole).eq(0) ? '–' : formatPercent(new Big(part).div(whole).toFixed()));

const words = (word: string | null): string => word?.replaceAll('_', ' ') ?? 'not said';
