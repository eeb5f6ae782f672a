'use client';

import { Money } from '@/components/figures/money';
import { monthText, originText } from '@/components/figures/rates-used';
import { Badge } from '@/components/ui/badge';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { legsText, rateSentence } from '@/lib/core/fx/rate';
import type { CurrencyMonth, CurrencySettings } from '@/lib/core/fx/view';
import { dayOf } from '../../members/_parts/dates';
import { AgreeRateDialog } from './agree-rate-dialog';
import { AgreedRates } from './agreed-rates';
import { MonthActions } from './month-actions';
import { RateDrop } from './rate-drop';

/** A month's currency with what it is converted with; `first` of its month. */
interface Line {
  month: CurrencyMonth;
  pair: CurrencyMonth['pairs'][number] | null;
  first: boolean;
}

const noInternet = 'Headroom fetches no rates from the internet by itself.';

/** Every month of the ledger, what its currencies are converted with, and whether that may still change. */
export function RatesPanel({ settings, mayWrite }: { settings: CurrencySettings; mayWrite: boolean }) {
  const { months, rates, reporting, known, contracts } = settings;
  const lines = months.flatMap((month): Line[] =>
    month.pairs.length === 0 ? [{ month, pair: null, first: true }] : month.pairs.map((pair, i) => ({ month, pair, first: i === 0 })),
  );
  const quiet = (text: string) => <span className="whitespace-nowrap text-ink-2">{text}</span>;
  const state = ({ month }: Line) =>
    month.closed ? (
      <span title={`Closed by ${month.closed.by} on ${dayOf(month.closed.at)}`}>
        <Badge tone="ok">closed</Badge>
      </span>
    ) : (
      quiet(month.over ? 'open' : 'running')
    );
  const rateOf = ({ pair }: Line) => {
    if (!pair) return quiet('nothing to convert');
    if (!reporting) return quiet('stands apart');
    if (!pair.rate) return <span className="text-warn">no rate</span>;
    return <span title={`1 ${pair.rate.base} = ${pair.rate.rate} ${pair.rate.quote}`}>{rateSentence(pair.rate)}</span>;
  };
  const originOf = ({ pair }: Line) =>
    pair?.rate ? <span title={pair.rate.legs.length > 1 ? legsText(pair.rate) : undefined}>{quiet(originText(pair.rate))}</span> : null;
  const actions = ({ month, first }: Line) => first && mayWrite && reporting && <MonthActions month={month} reporting={reporting} />;
  const columns: Column<Line>[] = [
    {
      key: 'month',
      header: 'Month',
      cell: (l) =>
        l.first ? (
          <span className="font-strong">{monthText(l.month.month)}</span>
        ) : (
          <span className="sr-only">{monthText(l.month.month)}</span>
        ),
    },
    {
      key: 'cost',
      header: 'Effective cost',
      numeric: true,
      cell: (l) => l.pair && <Money amount={l.pair.amount} currency={l.pair.currency} />,
    },
    { key: 'rate', header: 'Rate', cell: rateOf },
    { key: 'origin', header: 'Published', cell: originOf },
    { key: 'state', header: 'State', cell: (l) => l.first && state(l) },
    { key: 'actions', header: <span className="sr-only">Close or reopen</span>, numeric: true, cell: actions },
  ];
  return (
    <>
      <Panel
        id="rates"
        title="Exchange rates"
        note={
          rates.count === 0
            ? noInternet
            : `${rates.count.toLocaleString('en')} rates, ${dayOf(rates.first ?? '')} to ${dayOf(rates.last ?? '')}. ${noInternet}`
        }
        actions={mayWrite && <AgreeRateDialog known={known} reporting={reporting} months={months} />}
      >
        {mayWrite && <RateDrop />}
        {rates.count === 0 && (
          <EmptyState
            title="No rate yet"
            reason="Download eurofxref-hist.csv from the European Central Bank’s page of reference rates, or write a CSV of base, quote, day and rate, and drop it here. Until then currencies stay apart."
          />
        )}
        {lines.length > 0 && (rates.count > 0 || reporting) && (
          <>
            <p className="pb-3 text-13 text-ink-2">
              {reporting
                ? 'A month is converted with the last rate published in it, or one agreed for it. Close a month to keep its figures as they are: rates that come later do not change it.'
                : 'Say which currency to report in, and each month shows what it is converted with.'}
            </p>
            <Table
              caption="Rates by month"
              columns={columns}
              rows={lines}
              rowKey={(l) => `${l.month.month} ${l.pair?.currency ?? ''}`}
              dense={false}
              narrow={(l) => (
                <div className="flex items-start justify-between gap-3">
                  <span className="grid min-w-0 gap-1">
                    <span className="font-strong">{monthText(l.month.month)}</span>
                    {l.pair && <Money amount={l.pair.amount} currency={l.pair.currency} />}
                    <span className="text-12">{rateOf(l)}</span>
                    <span className="text-12">{originOf(l)}</span>
                  </span>
                  <span className="grid justify-items-end gap-1">
                    {l.first && state(l)}
                    {actions(l)}
                  </span>
                </div>
              )}
            />
          </>
        )}
      </Panel>
      {contracts.length > 0 && <AgreedRates contracts={contracts} months={months} mayWrite={mayWrite} />}
    </>
  );
}
