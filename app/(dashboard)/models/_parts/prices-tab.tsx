import Link from 'next/link';
import { Panel } from '@/components/ui/panel';
import type { Actor } from '@/lib/core/access/actor';
import { can } from '@/lib/core/access/permissions';
import type { Range } from '@/lib/core/time/period';
import { listPrices } from '@/lib/services/prices/list-prices';
import { PriceDialog } from './price-dialog';
import { PriceSearch } from './price-search';
import { PriceTable } from './price-table';
import { RepriceDialog } from './reprice-dialog';
import type { ModelView } from './view';

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
