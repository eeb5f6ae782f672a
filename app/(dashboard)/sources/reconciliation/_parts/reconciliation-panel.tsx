'use client';

import { useQuery } from '@tanstack/react-query';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { replace, useAddress } from '@/components/filters/use-address';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { Select } from '@/components/ui/select';
import { type Column, Table } from '@/components/ui/table';
import { reconciliationQuery } from '@/lib/client/invoices';
import { type ReconciliationState, states } from '@/lib/core/invoices/reconcile';
import type { ReconciliationRow } from '@/lib/core/invoices/view';
import { monthInWords } from '../../_parts/words';
import { InvoiceDialog } from './invoice-dialog';
import { InvoiceDrop } from './invoice-drop';
import { LineDrawer } from './line-drawer';
import { accountWords, stateWords, summary, whyWords } from './words';

const word = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The ledger against the invoices: one line for each issuer, account, month and currency. */
export function ReconciliationPanel({ mayWrite }: { mayWrite: boolean }) {
  const { data, error, refetch } = useQuery(reconciliationQuery());
  const address = useAddress();
  const [period, state, chosen] = [word(address.period), word(address.state), word(address.line)];
  const show = (next: { period?: string; state?: string; line?: string }) => {
    const query = new URLSearchParams(Object.entries({ period, state, line: chosen, ...next }).filter(([, v]) => v !== ''));
    replace(`/sources/reconciliation${query.size > 0 ? `?${query}` : ''}`);
  };
  const rows = data ?? [];
  const months = [...new Set(rows.map((r) => r.period.slice(0, 7)))];
  const shown = rows.filter((r) => (period === '' || r.period.startsWith(period)) && (state === '' || r.state === state));
  const open = rows.find((r) => r.key === chosen);
  return (
    <Panel
      className="border-t-0!"
      title="Ledger and invoices"
      note="What issuers ask for against what the ledger holds as billed, by account and month. Currencies that differ are never subtracted."
      actions={
        <>
          {rows.length > 0 && (
            <a className={buttonClass('plain')} href={exportHref(period)} download>
              CSV
            </a>
          )}
          {mayWrite && <InvoiceDialog rows={rows} />}
        </>
      }
    >
      {mayWrite && <InvoiceDrop />}
      {rows.length > 0 && (
        <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
          <Select
            dense
            aria-label="Month"
            value={period}
            onChange={(value) => show({ period: value })}
            options={[{ value: '', label: 'All months' }, ...months.map((m) => ({ value: m, label: monthInWords(`${m}-01`) }))]}
          />
          <Select
            dense
            aria-label="State"
            value={state}
            onChange={(value) => show({ state: value })}
            options={[{ value: '', label: 'All states' }, ...states.map((s) => ({ value: s as string, label: stateWords[s][0] }))]}
          />
          <p className="text-13 text-ink-2">{summary(shown)}</p>
        </div>
      )}
      {data ? (
        rows.length === 0 ? (
          <EmptyState
            title="No bill and no invoice yet"
            reason={
              mayWrite
                ? 'Import a bill first; its accounts and months then stand here. Then drop a FOCUS Invoice Detail, or a CSV of provider, account, invoice number, period, currency and amount, or type what the invoice says.'
                : 'Once a bill is imported its accounts and months stand here, and editors set the invoices beside them.'
            }
          />
        ) : (
          <Lines rows={shown} onOpen={(line) => show({ line })} />
        )
      ) : error ? (
        <ErrorState title="The invoices could not be compared" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" />
      )}
      {open && <LineDrawer row={open} mayWrite={mayWrite} onClose={() => show({ line: '' })} />}
    </Panel>
  );
}

const exportHref = (period: string) => `/api/v1/invoices/export${period ? `?${new URLSearchParams({ from: period, to: period })}` : ''}`;

function Lines({ rows, onOpen }: { rows: readonly ReconciliationRow[]; onOpen: (key: string) => void }) {
  const name = (r: ReconciliationRow) => (
    <button type="button" className="text-left font-strong hover:underline" onClick={() => onOpen(r.key)}>
      <Name>{r.providerName}</Name>
      <span className="sr-only">{`, ${accountWords(r)}, ${monthInWords(r.period)}, ${r.currency}`}</span>
    </button>
  );
  const account = (r: ReconciliationRow) => <Name>{accountWords(r)}</Name>;
  const columns: Column<ReconciliationRow>[] = [
    {
      key: 'issuer',
      header: 'Issuer, account',
      className: 'min-w-48 max-w-80',
      cell: (r) => (
        <span className="grid justify-items-start py-1 leading-4">
          {name(r)}
          <span className="max-w-full truncate text-12 text-ink-3">{account(r)}</span>
        </span>
      ),
    },
    { key: 'period', header: 'Month', className: 'whitespace-nowrap', cell: (r) => monthInWords(r.period) },
    { key: 'ledger', header: 'Ledger', numeric: true, cell: (r) => <Amount amount={r.ledger} currency={r.currency} /> },
    { key: 'invoice', header: 'Invoice', numeric: true, cell: (r) => <Amount amount={r.invoice} currency={r.currency} /> },
    { key: 'difference', header: 'Difference', numeric: true, cell: (r) => <Amount amount={r.difference} currency={r.currency} signed /> },
    { key: 'state', header: 'State', cell: (r) => <State state={r.state} /> },
    { key: 'why', header: 'Why', className: 'min-w-48 max-w-md py-1 text-ink-2', cell: (r) => <Name>{whyWords(r)}</Name> },
  ];
  return (
    <Table
      caption="Ledger and invoices"
      columns={columns}
      rows={rows}
      rowKey={(r) => r.key}
      dense={false}
      empty="Nothing of this month is in this state."
      onRowClick={(r) => onOpen(r.key)}
      narrow={(r) => (
        <div className="grid gap-1">
          <span className="flex items-baseline justify-between gap-3">
            {name(r)}
            <State state={r.state} />
          </span>
          <span className="flex items-baseline justify-between gap-3 text-12 text-ink-2">
            <span className="min-w-0 truncate">{account(r)}</span>
            <span className="whitespace-nowrap">{monthInWords(r.period)}</span>
          </span>
          <span className="flex flex-wrap justify-between gap-x-3 text-12 text-ink-2">
            <span>
              Ledger <Amount amount={r.ledger} currency={r.currency} />
            </span>
            <span>
              Invoice <Amount amount={r.invoice} currency={r.currency} />
            </span>
          </span>
          {r.difference !== null && (
            <span className="text-12">
              Difference <Amount amount={r.difference} currency={r.currency} signed />
            </span>
          )}
          {whyWords(r) && (
            <span className="break-words text-12 text-ink-2">
              <Name>{whyWords(r)}</Name>
            </span>
          )}
        </div>
      )}
    />
  );
}

function Amount({ amount, currency, signed }: { amount: string | null; currency: string; signed?: boolean }) {
  if (amount === null) return <span className="text-ink-3">–</span>;
  return <Money amount={amount} currency={currency} form={signed ? 'signed' : 'plain'} />;
}

const State = ({ state }: { state: ReconciliationState }) => <Badge tone={stateWords[state][1]}>{stateWords[state][0]}</Badge>;
