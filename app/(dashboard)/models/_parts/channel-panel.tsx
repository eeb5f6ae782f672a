import Link from 'next/link';
import { UnitPrices } from '@/components/charts/unit-prices';
import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import type { Range } from '@/lib/core/time/period';
import type { getModelPrices, ModelLine, ModelPlace } from '@/lib/services/models/get-models';
import { type ModelView, modelHref } from './view';
import { channelName, costsOf, percent, placeText } from './words';

interface ChannelPanelProps {
  line: ModelLine;
  prices: Awaited<ReturnType<typeof getModelPrices>>;
  currency: string;
  period: Range;
  view: ModelView;
}

/** One model on every channel it was bought on, side by side and over time. */
export function ChannelPanel({ line, prices, currency, period, view }: ChannelPanelProps) {
  const price = (amount: string | null) => (amount === null ? '–' : <Money amount={amount} form="unit" currency={currency} hideCurrency />);
  const places = new Set(line.places.map((p) => p.provider)).size;
  const name = line.model ?? 'No model named';
  return (
    <Panel
      title={`${name} on ${places === 1 ? channelName(line.places[0]?.provider ?? '') : `${places} channels`}`}
      note="Channel, region, deployment and tier as the bills name them. Prices of different deployments are not the same thing."
      actions={
        <Link href={modelHref({ ...view, model: null })} className="text-13 text-ink-2 underline" scroll={false}>
          Close
        </Link>
      }
    >
      {prices.some((p) => p.perMillion !== null) && (
        <UnitPrices
          title={`${currency} per 1M tokens of ${name}`}
          from={period.from}
          to={period.to}
          currency={currency}
          points={prices.flatMap((p) => (p.perMillion === null ? [] : [{ day: p.day, series: p.provider, amount: p.perMillion }]))}
          names={Object.fromEntries(line.places.map((p) => [p.provider, channelName(p.provider)]))}
        />
      )}
      <Table<ModelPlace>
        caption={`${name} by channel`}
        rows={line.places}
        rowKey={(p) => [p.provider, p.model, p.region, p.deployment, p.tier].join(' ')}
        columns={[
          {
            key: 'channel',
            header: 'Channel',
            cell: (p) => (
              <Link href={costsOf(p.model, period, currency, p.provider)} className="hover:underline">
                {channelName(p.provider)}
              </Link>
            ),
          },
          { key: 'snapshot', header: 'As billed', className: 'text-ink-2', cell: (p) => p.model ?? '–' },
          { key: 'place', header: 'Where and how', className: 'text-ink-2', cell: placeText },
          {
            key: 'cost',
            header: `Cost, ${currency}`,
            numeric: true,
            cell: (p) => <Money amount={p.cost} currency={currency} hideCurrency />,
          },
          {
            key: 'tokens',
            header: 'Tokens',
            numeric: true,
            cell: (p) => (p.tokens === '0' ? '–' : <Quantity amount={p.tokens} form="compact" />),
          },
          { key: 'all', header: 'Per 1M', numeric: true, cell: (p) => price(p.perMillion) },
          { key: 'in', header: 'Input 1M', numeric: true, cell: (p) => price(p.perMillionInput) },
          { key: 'cached', header: 'Cached 1M', numeric: true, cell: (p) => price(p.perMillionCached) },
          { key: 'out', header: 'Output 1M', numeric: true, cell: (p) => price(p.perMillionOutput) },
          { key: 'hit', header: 'Cache hits', numeric: true, cell: (p) => percent(p.cacheHit) },
        ]}
      />
    </Panel>
  );
}
