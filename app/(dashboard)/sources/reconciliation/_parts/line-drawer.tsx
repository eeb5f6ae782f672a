'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { deleteInvoice, reconciliationQuery, withdrawExplanation } from '@/lib/client/invoices';
import type { CategoryLine, KeptInvoice } from '@/lib/core/invoices/reconcile';
import type { ReconciliationRow } from '@/lib/core/invoices/view';
import { dayInWords, momentInWords } from '../../_parts/words';
import { ExplanationForm } from './explanation-form';
import { InvoiceDialog } from './invoice-dialog';
import { acceptedWords, accountWords, partWords, stateWords, titleOf, whyWords } from './words';

/** One line by charge category, what explains its difference, its invoices, and where a person says why. */
export function LineDrawer({ row, mayWrite, onClose }: { row: ReconciliationRow; mayWrite: boolean; onClose: () => void }) {
  const { currency } = row;
  const last = row.invoices.at(-1);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      kind="side"
      title={titleOf(row)}
      description={<Name>{accountWords(row)}</Name>}
    >
      <div className="grid gap-6">
        <p className="flex flex-wrap items-center gap-2 text-13 text-ink-2">
          <Badge tone={stateWords[row.state][1]}>{stateWords[row.state][0]}</Badge>
          {row.otherCurrencies.length > 0 && <span>{whyWords(row)}.</span>}
          {row.state === 'no-invoice' && <span>Add the invoice to compare it.</span>}
          {row.state === 'no-charges' && <span>The ledger holds no charges of this account and month: is its bill imported?</span>}
        </p>
        <Table<CategoryLine>
          caption="By charge category"
          rows={row.categories}
          rowKey={(c) => c.category}
          columns={[
            { key: 'category', header: 'Category', cell: (c) => c.category, total: 'All' },
            ...(['ledger', 'invoice', 'difference'] as const).map((side) => ({
              key: side,
              header: side.replace(/^./, (l) => l.toUpperCase()),
              numeric: true,
              cell: (c: CategoryLine) => <Amount amount={c[side]} currency={currency} signed={side === 'difference'} />,
              total: <Amount amount={row[side]} currency={currency} signed={side === 'difference'} />,
            })),
          ]}
        />
        {row.difference !== null && (row.parts.length > 0 || row.state === 'open') && (
          <section className="grid gap-2">
            <h3 className="text-14 font-strong">What explains the difference</h3>
            <ul className="grid gap-2 text-13">
              {row.parts.map((p) => (
                <li key={p.kind} className="flex items-baseline justify-between gap-4">
                  <span>
                    {partWords[p.kind]}
                    <span className="block text-12 text-ink-3">{p.why}</span>
                  </span>
                  <Money amount={p.amount} currency={currency} form="signed" />
                </li>
              ))}
              <li className="flex items-baseline justify-between gap-4 border-line border-t pt-2 font-strong">
                <span>Not explained</span>
                <Money amount={row.unexplained ?? '0'} currency={currency} form="signed" />
              </li>
            </ul>
          </section>
        )}
        <section className="grid gap-3">
          <h3 className="text-14 font-strong">{row.invoices.length === 1 ? 'Invoice' : 'Invoices'}</h3>
          {row.invoices.length === 0 && <p className="text-13 text-ink-2">None in {currency}.</p>}
          {row.invoices.map((i) => (
            <InvoiceLine key={i.id} invoice={i} mayWrite={mayWrite} />
          ))}
          {mayWrite && row.invoices.length === 0 && (
            <div>
              <InvoiceDialog rows={[row]} line={row} />
            </div>
          )}
        </section>
        {mayWrite && last && row.difference !== null && row.state !== 'agrees' && (
          <ExplanationForm key={`${last.id} ${row.difference}`} invoice={last} difference={row.difference} currency={currency} />
        )}
      </div>
    </Dialog>
  );
}

function InvoiceLine({ invoice: i, mayWrite }: { invoice: KeptInvoice; mayWrite: boolean }) {
  const cache = useQueryClient();
  const say = useNotice();
  const after = {
    onError: (e: Error) => say(e.message, { tone: 'over' }),
    onSettled: () => cache.invalidateQueries({ queryKey: reconciliationQuery().queryKey }),
  };
  const remove = useMutation({ mutationFn: () => deleteInvoice(i.id), onSuccess: () => say(`Invoice ${i.number} is deleted`), ...after });
  const reopen = useMutation({ mutationFn: () => withdrawExplanation(i.id), ...after });
  return (
    <div className="grid gap-1 border-line border-t pt-2 text-13">
      <span className="flex items-baseline justify-between gap-4">
        <span className="min-w-0 break-all font-strong">
          <Name>{i.number}</Name>
        </span>
        <Money amount={i.amount} currency={i.currency} />
      </span>
      <span className="break-words text-12 text-ink-2">
        {i.issued ? `Issued on ${dayInWords(i.issued)}, ` : ''}
        {i.origin === 'typed' ? 'typed' : <Name>{`from ${i.origin}`}</Name>} by <Name>{i.createdBy}</Name>
      </span>
      {i.explanation && i.acceptedAt && (
        <p className="break-words">
          “<Name>{i.explanation}</Name>”
          <span className="block text-12 text-ink-2">
            {acceptedWords(i)} accepted by <Name>{i.acceptedBy ?? ''}</Name>, {momentInWords(i.acceptedAt)}
          </span>
        </p>
      )}
      {mayWrite && (
        <span className="-ml-2 flex flex-wrap gap-1">
          {i.explanation && (
            <Button size="small" tone="quiet" busy={reopen.isPending && 'Taking back'} onClick={() => reopen.mutate()}>
              Take the explanation back
            </Button>
          )}
          <Button
            size="small"
            tone="quiet"
            aria-label={`Delete invoice ${i.number}`}
            busy={remove.isPending && 'Deleting'}
            onClick={() => remove.mutate()}
          >
            Delete
          </Button>
        </span>
      )}
    </div>
  );
}

function Amount({ amount, currency, signed }: { amount: string | null; currency: string; signed: boolean }) {
  if (amount === null) return <span className="text-ink-3">–</span>;
  return <Money amount={amount} currency={currency} hideCurrency={!signed} form={signed ? 'signed' : 'plain'} />;
}
