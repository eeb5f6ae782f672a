'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { setReportingCurrency } from '@/lib/client/currencies';
import { useForm } from '@/lib/client/use-form';
import type { CurrencySettings } from '@/lib/core/fx/view';
import { useRenewal } from './use-renewal';

/** What all views are told in unless they ask for something else. */
export function ReportingPanel({ settings: { reporting, known }, mayWrite }: { settings: CurrencySettings; mayWrite: boolean }) {
  return (
    <Panel
      title="Reporting currency"
      note={`${reporting ? `Overview, Costs and dashboards are told in ${reporting}` : 'Each currency stands as it was billed'}, unless a view asks for another. Budgets, agreements and alerts keep the currency they were agreed in.`}
    >
      {mayWrite && <ReportingForm key={reporting} reporting={reporting} known={known} />}
    </Panel>
  );
}

function ReportingForm({ reporting, known }: { reporting: string | null; known: readonly string[] }) {
  const say = useNotice();
  const renew = useRenewal();
  const [apart, setApart] = useState(false);
  const save = async (currency: string | null) => {
    const changed = await setReportingCurrency(currency);
    say(changed.currency ? `All is told in ${changed.currency}` : 'Each currency stands as it was billed');
    await renew();
  };
  const form = useForm(async ({ currency = '' }) => save(currency.trim().toUpperCase() || null));
  return (
    <form {...form.props} className="grid max-w-[26rem] gap-4">
      <FormError message={form.error} />
      <TextField
        label="Currency"
        name="currency"
        defaultValue={reporting ?? ''}
        placeholder="EUR"
        maxLength={3}
        autoComplete="off"
        list="known-currencies"
        className="uppercase"
        hint="Three letters. Leave it empty to keep currencies apart."
        error={form.fields.currency}
      />
      <datalist id="known-currencies">
        {known.map((c) => (
          <option key={c} value={c} />
        ))}
      </datalist>
      <div className="flex gap-2">
        <Button type="submit" tone="primary" busy={form.busy && 'Saving'}>
          Save the currency
        </Button>
        {reporting && (
          <Button
            busy={apart && 'Saving'}
            onClick={() => {
              setApart(true);
              save(null)
                .catch((e: unknown) => say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' }))
                .finally(() => setApart(false));
            }}
          >
            Keep currencies apart
          </Button>
        )}
      </div>
    </form>
  );
}
