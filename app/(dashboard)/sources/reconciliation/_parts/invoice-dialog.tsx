'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { addInvoice, reconciliationQuery } from '@/lib/client/invoices';
import { useForm } from '@/lib/client/use-form';
import { type ByCategory, chargeCategories } from '@/lib/core/invoices/invoice';
import type { ReconciliationRow } from '@/lib/core/invoices/view';

const formId = 'invoice';

/** One invoice, typed from paper. Started from a line, what the line knows stands there already. */
export function InvoiceDialog({ rows, line }: { rows: readonly ReconciliationRow[]; line?: ReconciliationRow }) {
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">Add an invoice</Button>}
      title="Add an invoice"
      description="What the issuer asks for, as it stands on the invoice: 1234.56, a credit with a minus."
      actions={
        <>
          <Button onClick={() => setOpen(false)}>Cancel</Button>
          <Button type="submit" form={formId} tone="primary" busy={busy && 'Adding'}>
            Add the invoice
          </Button>
        </>
      }
    >
      <InvoiceForm rows={rows} line={line} onBusy={setBusy} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function InvoiceForm({
  rows,
  line,
  onBusy,
  onDone,
}: {
  rows: readonly ReconciliationRow[];
  line: ReconciliationRow | undefined;
  onBusy: (busy: boolean) => void;
  onDone: () => void;
}) {
  const cache = useQueryClient();
  const say = useNotice();
  const form = useForm(async (v) => {
    onBusy(true);
    const said = chargeCategories.flatMap((c) => (v[c]?.trim() ? [[c, v[c].trim()]] : []));
    const { provider = '', account = '', number = '', period = '', currency = '', amount = '' } = v;
    const body = {
      provider,
      account,
      number,
      period,
      currency,
      amount,
      categories: Object.fromEntries(said) as ByCategory,
      issued: v.issued || null,
    };
    await addInvoice(body).finally(() => onBusy(false));
    await cache.invalidateQueries({ queryKey: reconciliationQuery().queryKey });
    say(`Invoice ${number} is there`);
    onDone();
  });
  const known = (pick: (r: ReconciliationRow) => string) => [...new Set(rows.map(pick).filter(Boolean))].sort().slice(0, 200);
  return (
    <form {...form.props} id={formId} className="grid gap-4">
      <FormError message={form.error} />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField
          label="Issuer"
          name="provider"
          list="issuers"
          defaultValue={line?.provider}
          hint="aws, azure, or its name"
          error={form.fields.provider}
        />
        <TextField
          label="Billing account"
          name="account"
          list="accounts"
          optional
          defaultValue={line?.account}
          error={form.fields.account}
        />
        <TextField label="Invoice number" name="number" autoComplete="off" error={form.fields.number} />
        <TextField label="Month" name="period" placeholder="2026-10" defaultValue={line?.period.slice(0, 7)} error={form.fields.period} />
        <TextField label="Amount" name="amount" inputMode="decimal" autoComplete="off" error={form.fields.amount} />
        <TextField
          label="Currency"
          name="currency"
          defaultValue={line?.currency}
          maxLength={3}
          placeholder="USD"
          error={form.fields.currency}
        />
        <TextField
          label="Issued on"
          name="issued"
          type="date"
          optional
          hint="What was billed later is then told"
          error={form.fields.issued}
        />
      </div>
      <fieldset className="grid gap-3 border-line border-t pt-3">
        <legend className="sr-only">By charge category</legend>
        <p className="text-12 text-ink-2">Where the invoice says them, the parts by charge category; together they are the amount.</p>
        <div className="grid items-start gap-3 sm:grid-cols-2">
          {chargeCategories.map((c) => (
            <TextField key={c} label={c} name={c} inputMode="decimal" optional autoComplete="off" error={form.fields[`categories.${c}`]} />
          ))}
        </div>
      </fieldset>
      <datalist id="issuers">
        {known((r) => r.provider).map((p) => (
          <option key={p} value={p} />
        ))}
      </datalist>
      <datalist id="accounts">
        {known((r) => r.account).map((a) => (
          <option key={a} value={a} />
        ))}
      </datalist>
    </form>
  );
}
