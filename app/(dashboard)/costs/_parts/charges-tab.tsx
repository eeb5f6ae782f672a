'use client';

import { useQuery } from '@tanstack/react-query';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { NotRenewed } from '@/components/filters/not-renewed';
import { rangeText } from '@/components/filters/period-words';
import { go } from '@/components/filters/use-address';
import { useAnswer } from '@/components/filters/use-answer';
import { ViewLink } from '@/components/filters/view-link';
import { buttonClass } from '@/components/ui/button';
import { useFollowed } from '@/components/ui/first-row';
import { Panel } from '@/components/ui/panel';
import { ErrorState } from '@/components/ui/panel-states';
import { Table } from '@/components/ui/table';
import { isRefusal } from '@/lib/client/api';
import { chargesQuery } from '@/lib/client/costs';
import type { ChargeRow } from '@/lib/core/explore/charge-row';
import type { ExploreMeasure } from '@/lib/core/explore/measures';
import { chargeColumns } from './charge-columns';
import { ChargeDrawer } from './charge-drawer';
import { ChargeLine } from './charge-line';
import { ChargeFile, ChargeTotals, chargeCount, countText } from './charge-totals';
import { ChargesSkeleton } from './charges-skeleton';
import { NotAnswered } from './not-answered';
import { NothingFound } from './nothing-found';

const keyOf = (row: ChargeRow) => `${row.loadId}.${row.line}.${row.profileKey}`;

/** What puts the charges in order. */
const orderWords: Record<ExploreMeasure, string> = {
  effective: 'effective cost',
  billed: 'billed cost',
  list: 'list cost',
  contracted: 'contracted cost',
  savings: 'effective cost',
  tokens: 'number of tokens',
  'per-million': 'effective cost',
  quantity: 'quantity',
  charges: 'effective cost',
};

/** The charges behind the view, fifty at a time. */
export function ChargesTab({ view }: { view: CostView }) {
  const charges = useQuery(chargesQuery(view));
  const { error, refetch, isPlaceholderData } = charges;
  const data = useAnswer(charges, view)?.data;
  useFollowed(data, !isPlaceholderData);
  const hrefOf = (row: ChargeRow) => costHref({ ...view, charge: keyOf(row) });
  if (isRefusal(error)) return <NotAnswered view={view} error={error} />;
  if (error && !data) return <ErrorState title="The charges could not be loaded" detail={error.message} onRetry={() => refetch()} />;
  if (!data) return <ChargesSkeleton />;
  if (data.rows.length === 0 && data.page === 1) return <NothingFound view={view} period={data.period} />;
  const first = (data.page - 1) * data.pageSize + 1;
  const cost = view.measure === 'billed' ? 'billed' : 'effective';
  const isOnly = data.page === 1 && !data.hasMore;
  const count = chargeCount(data.totals);
  const all = count === 1 ? 'One charge' : `All ${countText(count)} charges`;
  const which = isOnly ? all : `Charges ${countText(first)}–${countText(first + data.rows.length - 1)} of ${countText(count)}`;
  return (
    <Panel
      title={data.rows.length ? which : 'No more charges'}
      note={`Largest ${orderWords[view.measure]} first, ${rangeText(data.period, { year: true })}. A row shows where it comes from.`}
      className="border-t-0!"
      actions={
        <>
          <ChargeFile view={view} totals={data.totals} />
          {!isOnly && <Pages label="Pages of charges" view={view} hasMore={data.hasMore} />}
        </>
      }
    >
      <NotRenewed error={error} onRetry={() => refetch()} />
      <ChargeTotals view={view} totals={data.totals} unpriced={data.unpriced} conversion={data.conversion} />
      <Table
        caption="Charges"
        columns={chargeColumns(hrefOf, cost)}
        rows={data.rows}
        rowKey={keyOf}
        dimmed={isPlaceholderData || error !== null}
        narrow={(row) => <ChargeLine charge={row} href={hrefOf(row)} measure={cost} />}
        onRowClick={(row) => go(hrefOf(row))}
      />
      {!isOnly && (
        <div className="flex justify-end pt-3">
          <Pages label="Pages of charges, below the table" view={view} hasMore={data.hasMore} />
        </div>
      )}
      <ChargeDrawer charge={view.charge} onClose={() => go(costHref({ ...view, charge: null }))} />
    </Panel>
  );
}

function Pages({ label, view, hasMore }: { label: string; view: CostView; hasMore: boolean }) {
  const page = (to: number, words: string, isThere: boolean) =>
    isThere ? (
      <ViewLink href={costHref({ ...view, page: to, charge: null })} className={buttonClass('plain', 'small')}>
        {words}
      </ViewLink>
    ) : (
      <span aria-disabled="true" className={buttonClass('plain', 'small')}>
        {words}
      </span>
    );
  return (
    <nav aria-label={label} className="flex items-center gap-2 print:hidden">
      {page(view.page - 1, 'Previous', view.page > 1)}
      <span className="text-13 text-ink-2">Page {view.page}</span>
      {page(view.page + 1, 'Next', hasMore)}
    </nav>
  );
}
