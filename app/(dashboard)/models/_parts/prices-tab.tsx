import Link from 'next/link';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { Table } from '@/components/ui/table';
import type { Actor } from '@/lib/core/access/actor';
import { can } from '@/lib/core/access/permissions';
import type { Range } from '@/lib/core/time/period';
import { channels } from '@/lib/core/usage/channels';
import { type TokenKind, tokenKinds, tokenKindWords } from '@/lib/core/usage/tokens';
import { listPrices, type PriceRowOut } from '@/lib/services/prices/list-prices';
import { PriceDialog } from './price-dialog';
import { PriceSearch } from './price-search';
import { RepriceDialog } from './reprice-dialog';
import type { ModelView } from './view';
import { placeText } from './words';

const MOST = 200;

/** What list prices and own prices there are, by model; the own ones go first in every reckoning. */
export async function PricesTab({ actor, view, period }: { actor: Actor; view: ModelView; period: Range }) {
  const model = view.q ?? 'gpt-5';
  const [{ prices, total }, own] = await Promise.all([listPrices(actor, { model, limit: MOST }), listPrices(actor, { own: 'true' })]);
  const mayWrite = can(actor.role, 'prices:write');
  return (
    <>
      <Panel
        title={own.total === 0 ? 'No price of your own' : own.total === 1 ? '1 price of your own' : `${own.total} prices of your own`}
        note="A negotiated price goes before every list price from the day it is valid. What it changes is written down."
        actions={
          mayWrite && (
            <>
              <RepriceDialog period={period} />
              <PriceDialog model={view.q} />
            </>
          )
        }
      >
        {own.total > 0 && <PriceTable rows={own.prices} caption="Own prices" />}
      </Panel>
      <Panel
        title={`Prices of models like “${model}”`}
        note={
          total > MOST
            ? `The first ${MOST} of ${total}. Write more of the name.`
            : `${total} price cards, per 1M tokens. A price is never taken from another channel, region or tier.`
        }
        actions={<PriceSearch view={view} value={model} />}
      >
        <PriceTable rows={prices} caption="Prices" />
      </Panel>
      <p className="text-13 text-ink-2">
        From a file: <code className="font-mono text-12">headroom prices import prices.csv</code>. As JSON:{' '}
        <Link className="underline" href={`/api/v1/prices?model=${encodeURIComponent(model)}`} prefetch={false}>
          /api/v1/prices
        </Link>
        .
      </p>
    </>
  );
}

/** Kinds with a column of their own, where a price of them is listed. */
const usualKinds: readonly TokenKind[] = ['input', 'cached_input', 'cache_write_5m', 'cache_write_1h', 'output'];

function PriceTable({ rows, caption }: { rows: readonly PriceRowOut[]; caption: string }) {
  const lines = rows.flatMap((card) => card.bands.map((band) => ({ card, band })));
  const priced = tokenKinds.filter((kind) => lines.some(({ band }) => band.rates[kind] !== undefined));
  const shownKinds = usualKinds.filter((kind) => priced.includes(kind));
  const otherKinds = priced.filter((kind) => !usualKinds.includes(kind));
  return (
    <Table
      caption={caption}
      rows={lines}
      rowKey={({ card, band }) =>
        [card.id, card.model, card.channel, card.region, card.deployment, card.tier, card.validFrom, card.source, band.above].join(' ')
      }
      empty="No price of such a model is known."
      maxHeight="max-h-[40rem]"
      columns={[
        {
          key: 'model',
          header: 'Model',
          className: 'min-w-44',
          cell: ({ card, band }) => (
            <span>
              {card.model} {card.isOwn && <Badge tone="accent">own</Badge>}
              {band.above > 0 && <span className="block text-12 text-ink-3">above {band.above.toLocaleString('en')} tokens</span>}
            </span>
          ),
        },
        { key: 'channel', header: 'Channel', className: 'whitespace-nowrap', cell: ({ card }) => channels[card.channel] },
        {
          key: 'place',
          header: 'Where and how',
          className: 'min-w-28 text-ink-2',
          cell: ({ card }) => (card.region || card.deployment || card.tier !== 'standard' ? placeText(card) : 'everywhere'),
        },
        ...shownKinds.map((kind) => ({
          key: kind,
          header: tokenKindWords[kind],
          numeric: true,
          cell: ({ band }: { band: PriceRowOut['bands'][number] }) => band.rates[kind] ?? '–',
        })),
        ...(otherKinds.length === 0
          ? []
          : [
              {
                key: 'more',
                header: 'Others',
                className: 'min-w-32 text-12 text-ink-2',
                cell: ({ band }: { band: PriceRowOut['bands'][number] }) =>
                  otherKinds.flatMap((k) => (band.rates[k] === undefined ? [] : [`${tokenKindWords[k]} ${band.rates[k]}`])).join(', '),
              },
            ]),
        { key: 'currency', header: 'Currency', className: 'text-ink-2', cell: ({ card }) => card.currency },
        { key: 'valid', header: 'Valid', className: 'whitespace-nowrap text-ink-2 tabular-nums', cell: ({ card }) => validText(card) },
        {
          key: 'source',
          header: 'Source',
          className: 'min-w-72 text-12 text-ink-2',
          cell: ({ card }) => (card.isOwn ? `${card.setBy ?? ''}${card.note ? `: ${card.note}` : ''}` : card.source),
        },
      ]}
    />
  );
}

function validText({ validFrom, validTo }: PriceRowOut): string {
  if (validFrom === null && validTo === null) return 'always';
  return `${validFrom ?? '…'} – ${validTo ?? ''}`.trim();
}
