import { Badge } from '@/components/ui/badge';
import { Table } from '@/components/ui/table';
import { channels } from '@/lib/core/usage/channels';
import { type TokenKind, tokenKinds, tokenKindWords } from '@/lib/core/usage/tokens';
import type { PriceRowOut } from '@/lib/services/prices/list-prices';
import { placeText } from './words';

/** Kinds with a column of their own, where a price of them is listed. */
const usualKinds: readonly TokenKind[] = ['input', 'cached_input', 'cache_write_5m', 'cache_write_1h', 'output'];

interface Line {
  card: PriceRowOut;
  band: PriceRowOut['bands'][number];
}

/** What a million tokens of each kind cost, a row for each channel, place and step of context. */
export function PriceTable({ rows, caption }: { rows: readonly PriceRowOut[]; caption: string }) {
  const lines = rows.flatMap((card) => card.bands.map((band): Line => ({ card, band })));
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
      narrow={({ card, band }) => (
        <div className="grid gap-1">
          <span className="flex items-baseline justify-between gap-3">
            <Model card={card} band={band} />
            <span className="text-12 text-ink-2">{card.currency}</span>
          </span>
          <span className="text-12 text-ink-2">
            {channels[card.channel]}, {placeOf(card)}; valid {validText(card)}
          </span>
          <dl className="grid grid-cols-3 gap-x-3">
            {priced.map((kind) =>
              band.rates[kind] === undefined ? null : (
                <div key={kind}>
                  <dt className="text-12 text-ink-3">{tokenKindWords[kind]}</dt>
                  <dd className="tabular-nums">{band.rates[kind]}</dd>
                </div>
              ),
            )}
          </dl>
        </div>
      )}
      columns={[
        {
          key: 'model',
          header: 'Model',
          className: 'min-w-44',
          cell: Model,
        },
        { key: 'channel', header: 'Channel', className: 'whitespace-nowrap', cell: ({ card }) => channels[card.channel] },
        {
          key: 'place',
          header: 'Where and how',
          className: 'min-w-28 text-ink-2',
          cell: ({ card }) => placeOf(card),
        },
        ...shownKinds.map((kind) => ({
          key: kind,
          header: tokenKindWords[kind],
          numeric: true,
          cell: ({ band }: Line) => band.rates[kind] ?? '–',
        })),
        ...(otherKinds.length === 0
          ? []
          : [
              {
                key: 'more',
                header: 'Others',
                className: 'min-w-32 text-12 text-ink-2',
                cell: ({ band }: Line) =>
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

const Model = ({ card, band }: Line) => (
  <span className="min-w-0 break-words">
    {card.model} {card.isOwn && <Badge tone="accent">own</Badge>}
    {band.above > 0 && <span className="block text-12 text-ink-3">above {band.above.toLocaleString('en')} tokens</span>}
  </span>
);

const placeOf = (card: PriceRowOut): string =>
  card.region || card.deployment || card.tier !== 'standard' ? placeText(card) : 'everywhere';

function validText({ validFrom, validTo }: PriceRowOut): string {
  if (validFrom === null && validTo === null) return 'always';
  return `${validFrom ?? '…'} – ${validTo ?? ''}`.trim();
}
