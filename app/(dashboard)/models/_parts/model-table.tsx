import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import type { Column } from '@/components/ui/table';
import { Table } from '@/components/ui/table';
import type { Range } from '@/lib/core/time/period';
import type { Bought, ModelLine } from '@/lib/services/models/get-models';
import { ModelName } from './model-name';
import { type ModelView, modelHref } from './view';
import { channelName, percent } from './words';

interface ModelTableProps {
  models: readonly ModelLine[];
  total: Bought;
  currency: string;
  period: Range;
  view: ModelView;
}

/** One line a model; its channels open above the table. */
export function ModelTable({ models, total, currency, view }: ModelTableProps) {
  const price = (amount: string | null) => (amount === null ? '–' : <Money amount={amount} form="unit" currency={currency} hideCurrency />);
  const columns: Column<ModelLine>[] = [
    {
      key: 'model',
      header: 'Model',
      className: 'min-w-48',
      cell: (m) => <ModelName model={m.model} href={modelHref({ ...view, model: m.model })} />,
      total: 'All models',
    },
    { key: 'vendor', header: 'Vendor', className: 'text-ink-2', cell: (m) => m.vendor ?? '–', total: '' },
    {
      key: 'channels',
      header: 'Channels',
      className: 'min-w-40 text-ink-2',
      cell: (m) => [...new Set(m.places.map((p) => channelName(p.provider)))].join(', '),
      total: '',
    },
    {
      key: 'cost',
      header: `Cost, ${currency}`,
      numeric: true,
      cell: (m) => <Money amount={m.cost} currency={currency} hideCurrency />,
      total: <Money amount={total.cost} currency={currency} hideCurrency />,
    },
    {
      key: 'tokens',
      header: 'Tokens',
      numeric: true,
      cell: (m) => (m.tokens === '0' ? '–' : <Quantity amount={m.tokens} form="compact" />),
      total: <Quantity amount={total.tokens} form="compact" />,
    },
    { key: 'price', header: 'Per 1M', numeric: true, cell: (m) => price(m.perMillion), total: price(total.perMillion) },
    { key: 'in', header: 'Input 1M', numeric: true, cell: (m) => price(m.perMillionInput), total: price(total.perMillionInput) },
    { key: 'out', header: 'Output 1M', numeric: true, cell: (m) => price(m.perMillionOutput), total: price(total.perMillionOutput) },
    { key: 'hit', header: 'Cache hits', numeric: true, cell: (m) => percent(m.cacheHit), total: percent(total.cacheHit) },
    {
      key: 'saving',
      header: 'Cache saving',
      numeric: true,
      cell: (m) => (m.cacheSaving === null ? '–' : <Money amount={m.cacheSaving} currency={currency} hideCurrency />),
      total: total.cacheSaving === null ? '–' : <Money amount={total.cacheSaving} currency={currency} hideCurrency />,
    },
    { key: 'seen', header: 'Last seen', className: 'whitespace-nowrap text-ink-2 tabular-nums', cell: (m) => m.lastDay, total: '' },
  ];
  return (
    <Table
      caption={`Models billed in ${currency}`}
      columns={columns}
      rows={models}
      rowKey={(m) => m.model ?? '(none)'}
      narrow={(m) => (
        <div className="grid gap-1">
          <span className="flex items-baseline justify-between gap-3">
            <ModelName model={m.model} href={modelHref({ ...view, model: m.model })} />
            <Money amount={m.cost} currency={currency} />
          </span>
          <span className="text-12 text-ink-2">
            {m.perMillion === null ? 'no tokens counted' : <Money amount={m.perMillion} form="unit" currency={currency} />}
            {m.perMillion !== null && ' per 1M'} · {[...new Set(m.places.map((p) => channelName(p.provider)))].join(', ')}
          </span>
        </div>
      )}
    />
  );
}
