'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { controlClass, Field, TextField } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { api } from '@/lib/client/api';
import { costDimensions } from '@/lib/core/costs/dimensions';
import type { BudgetPreview } from '@/lib/services/budgets/edit-budget';
import { amountWords } from './words';

interface Draft {
  name: string;
  owner: string;
  measure: 'billed' | 'effective' | 'tokens';
  currency: string;
  amount: string;
  period: string;
  days: string;
  fiscal_start: string;
  per: string;
  filter: string[];
  thresholds: string;
}

const periods = { day: 'Day', week: 'Week', month: 'Month', quarter: 'Quarter', year: 'Year', rolling: 'Moving window' } as const;

/** As a file writes it: empty fields are left out. */
const inputOf = (d: Draft) => ({
  name: d.name.trim(),
  ...(d.owner.trim() && { owner: d.owner.trim() }),
  measure: d.measure,
  ...(d.measure !== 'tokens' && { currency: d.currency }),
  amount: d.amount.trim(),
  period: d.period,
  ...(d.period === 'rolling' && { days: d.days }),
  ...((d.period === 'quarter' || d.period === 'year') && { fiscal_start: d.fiscal_start }),
  ...(d.per && { per: d.per }),
  ...(d.filter.length && { filter: d.filter }),
  thresholds: d.thresholds
    .split(',')
    .map((t) => t.trim())
    .filter(Boolean),
});

/** Name, amount, period: three fields are enough; the rest has its usual value. What it would have said is shown while typing. */
export function BudgetForm({
  currencies,
  initial,
  isKnown,
}: {
  currencies: readonly string[];
  initial?: Partial<Draft>;
  isKnown?: boolean;
}) {
  const router = useRouter();
  const say = useNotice();
  const [draft, setDraft] = useState<Draft>({
    name: '', owner: '', measure: 'effective', currency: currencies[0] ?? 'USD', amount: '', period: 'month', days: '30', fiscal_start: '1', per: '', filter: [],
    thresholds: '50%, 80%, 100%, forecast 100%',
    ...initial,
  }); // biome-ignore format: the usual values
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (change: Partial<Draft>) => setDraft((d) => ({ ...d, ...change }));
  const ready = /^\d+(\.\d+)?$/.test(draft.amount.trim());
  const preview = useQuery({
    queryKey: ['budget-preview', JSON.stringify({ ...inputOf(draft), name: 'x' })],
    queryFn: () =>
      api<BudgetPreview>('/api/v1/budgets/preview', { method: 'POST', body: { ...inputOf(draft), name: draft.name.trim() || 'preview' } }),
    enabled: ready,
    retry: false,
    placeholderData: (before) => before,
  });
  const save = async () => {
    setBusy(true);
    setError(null);
    try {
      const { name } = await api<{ name: string }>('/api/v1/budgets', { method: 'POST', body: inputOf(draft) });
      say(`Budget ${name} is kept`);
      router.push('/budgets');
      router.refresh();
    } catch (e) {
      setError(e instanceof Error ? e.message : 'It failed. Try again.');
      setBusy(false);
    }
  };
  const unit = draft.measure === 'tokens' ? null : draft.currency;
  return (
    <form
      className="grid max-w-5xl gap-x-10 gap-y-6 desk:grid-cols-[1fr_1fr]"
      onSubmit={(e) => {
        e.preventDefault();
        save();
      }}
    >
      <div className="grid content-start gap-4">
        <TextField
          label="Name"
          required
          autoFocus={!isKnown}
          readOnly={isKnown}
          value={draft.name}
          onChange={(e) => set({ name: e.target.value })}
          placeholder="Platform team"
        />
        <div className="grid grid-cols-[1fr_7rem] gap-3">
          <TextField
            label="Amount"
            required
            inputMode="decimal"
            value={draft.amount}
            onChange={(e) => set({ amount: e.target.value.replace(/[, _]/g, '') })}
            placeholder="5000"
          />
          <Choice
            label="Unit"
            value={draft.measure === 'tokens' ? 'tokens' : draft.currency}
            onChange={(v) =>
              v === 'tokens'
                ? set({ measure: 'tokens' })
                : set({ currency: v, measure: draft.measure === 'tokens' ? 'billed' : draft.measure })
            }
            options={[...currencies.map((c) => [c, c] as const), ['tokens', 'tokens']]}
          />
        </div>
        <div className="grid grid-cols-2 gap-3">
          <Choice label="Period" value={draft.period} onChange={(period) => set({ period })} options={Object.entries(periods)} />
          {draft.period === 'rolling' ? (
            <TextField label="Days" inputMode="numeric" value={draft.days} onChange={(e) => set({ days: e.target.value })} />
          ) : draft.period === 'quarter' || draft.period === 'year' ? (
            <Choice
              label="Year begins in"
              value={draft.fiscal_start}
              onChange={(fiscal_start) => set({ fiscal_start })}
              options={months.map((m, i) => [String(i + 1), m] as const)}
            />
          ) : null}
        </div>
        <div className="grid grid-cols-2 gap-3">
          {draft.measure !== 'tokens' && (
            <Choice
              label="Measure"
              value={draft.measure}
              onChange={(v) => set({ measure: v as Draft['measure'] })}
              options={[
                ['billed', 'Billed'],
                ['effective', 'Effective (amortised)'],
              ]}
            />
          )}
          <Choice
            label="One for each"
            value={draft.per}
            onChange={(per) => set({ per })}
            options={[['', 'no: one for all'], ...Object.entries(costDimensions).map(([d, { title }]) => [d, title] as const)]}
          />
        </div>
        <ScopeField filter={draft.filter} onChange={(filter) => set({ filter })} />
        {draft.filter.length > 0 &&
          preview.data?.warnings.map((w) => (
            <p key={w} role="status" className="-mt-2 text-13 text-warn">
              {w}
            </p>
          ))}
        <TextField
          label="Tell when it reaches"
          value={draft.thresholds}
          onChange={(e) => set({ thresholds: e.target.value })}
          hint="Percent of the limit, an amount, or a forecast: 80%, forecast 100%, 450"
        />
        <TextField label="Owner" optional value={draft.owner} onChange={(e) => set({ owner: e.target.value })} />
        {error && (
          <p role="alert" className="text-13 text-over">
            {error}
          </p>
        )}
        <div className="flex gap-2">
          <Button type="submit" tone="primary" busy={busy && 'Keeping'}>
            {isKnown ? 'Save' : 'Create budget'}
          </Button>
          <Link href="/budgets" className="inline-flex h-8 items-center px-3 text-13 text-ink-2 hover:text-ink">
            Cancel
          </Link>
        </div>
      </div>
      <aside className="min-h-72">
        <h2 className="text-16">What it would have said</h2>
        {!ready ? (
          <p className="mt-1 text-13 text-ink-2">Type an amount, and the last periods stand here.</p>
        ) : preview.error ? (
          <p className="mt-1 text-13 text-over">{preview.error.message}</p>
        ) : preview.data ? (
          <Past preview={preview.data} unit={unit} />
        ) : null}
      </aside>
    </form>
  );
}

function Past({ preview, unit }: { preview: BudgetPreview; unit: string | null }) {
  const fired = preview.past.filter((p) => p.reached.length > 0).length;
  return (
    <>
      <p className="mt-1 mb-3 text-13 text-ink-2">
        {preview.past.length === 0
          ? 'There are no earlier periods.'
          : `It would have been told in ${fired} of the last ${preview.past.length} periods.`}
        {preview.used !== null && ` This period so far: ${amountWords(preview.used, unit)}.`}
      </p>
      <Table
        caption="The last periods"
        rows={preview.past}
        rowKey={(p) => p.from}
        columns={[
          { key: 'name', header: 'Period', cell: (p) => p.name },
          { key: 'used', header: 'Used', numeric: true, cell: (p) => amountWords(p.used, unit) },
          { key: 'reached', header: 'Reached', cell: (p) => p.reached.join(', ') || '–' },
        ]}
      />
    </>
  );
}

/** Which charges count: one line for each filter, written as an address writes it. */
function ScopeField({ filter, onChange }: { filter: readonly string[]; onChange: (filter: string[]) => void }) {
  return (
    <Field label="Which charges" optional hint="One filter a line: provider:openai, team:platform, -service:Support. Empty is everything.">
      {(control) => (
        <textarea
          {...control}
          rows={2}
          spellCheck={false}
          value={filter.join('\n')}
          onChange={(e) => onChange(e.target.value === '' ? [] : e.target.value.split('\n'))}
          onBlur={() => onChange(filter.map((f) => f.trim()).filter(Boolean))}
          className={controlClass(false, 'h-auto! resize-y py-2')}
        />
      )}
    </Field>
  );
}

function Choice({
  label,
  value,
  onChange,
  options,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  options: readonly (readonly [string, string])[];
}) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(e) => onChange(e.target.value)} className={controlClass()}>
          {options.map(([key, word]) => (
            <option key={key} value={key}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
