'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { type AgreedBody, agreeRate } from '@/lib/client/currencies';
import { useForm } from '@/lib/client/use-form';
import type { CurrencyMonth, MonthEffect } from '@/lib/core/fx/view';
import { Effects } from './effects';
import { useRenewal } from './use-renewal';

const formId = 'agreed-rate';

interface AgreeProps {
  known: readonly string[];
  reporting: string | null;
  months: readonly CurrencyMonth[];
}

/** A rate from a contract or of the own treasury, for one month. It goes before what is published. */
export function AgreeRateDialog(props: AgreeProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Type a rate</Button>}
      title="Type a rate for a month"
      description="From a contract or your treasury. It goes before what is published, for this month and pair."
    >
      <AgreeForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function AgreeForm({ known, reporting, months, onDone }: AgreeProps & { onDone: () => void }) {
  const say = useNotice();
  const renew = useRenewal();
  const [looked, setLooked] = useState<{ body: AgreedBody; effects: MonthEffect[] } | null>(null);
  const form = useForm(async ({ base = '', quote = '', month = '', rate = '' }) => {
    const body = { base, quote, month, rate: rate.trim(), preview: true };
    if (!looked || JSON.stringify(looked.body) !== JSON.stringify(body)) {
      const { effects } = await agreeRate(body);
      return setLooked({ body, effects });
    }
    await agreeRate({ ...body, preview: false });
    onDone();
    say(`1 ${base.toUpperCase()} is ${rate.trim()} ${quote.toUpperCase()} in ${month}`);
    await renew();
  });
  const foreign = months[0]?.pairs[0]?.currency ?? known.find((c) => c !== reporting) ?? '';
  return (
    <form {...form.props} id={formId} className="grid gap-4" onChange={() => setLooked(null)}>
      <FormError message={form.error} />
      <div className="grid grid-cols-2 gap-3">
        <TextField
          label="One unit of"
          name="base"
          defaultValue={foreign}
          maxLength={3}
          className="uppercase"
          required
          error={form.fields.base}
        />
        <TextField
          label="is in"
          name="quote"
          defaultValue={reporting ?? ''}
          maxLength={3}
          className="uppercase"
          required
          error={form.fields.quote}
        />
        <TextField
          label="Month"
          name="month"
          placeholder="2026-10"
          defaultValue={months[0]?.month.slice(0, 7) ?? ''}
          required
          error={form.fields.month}
        />
        <TextField label="Rate" name="rate" inputMode="decimal" placeholder="0.9200" autoComplete="off" required error={form.fields.rate} />
      </div>
      {looked && <Effects effects={looked.effects} />}
      <div className="flex justify-end gap-2">
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" tone="primary" busy={form.busy && 'Looking'}>
          {looked ? 'Save the rate' : 'Show what changes'}
        </Button>
      </div>
    </form>
  );
}
