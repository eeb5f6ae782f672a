'use client';

import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { controlClass, Field, TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { Select } from '@/components/ui/select';
import { api } from '@/lib/client/api';
import { type Driver, drivers, eventDrivers, type Method } from '@/lib/core/allocation/drivers';
import type { Pool } from '@/lib/core/allocation/pools';
import { shareWords } from '@/lib/core/allocation/share-words';
import { inSentence } from '@/lib/core/text/in-sentence';
import type { PoolPreview } from '@/lib/services/allocation/preview-pools';
import { shareOf } from './figures';

interface PoolDialogProps {
  pool: Pool | null;
  others: readonly Pool[];
  dimension: { key: string; title: string };
  values: readonly string[];
  onClose: () => void;
  onSave: (pools: readonly Pool[]) => Promise<void>;
}

const methodOptions: { value: Method; label: string }[] = [
  { value: 'proportional', label: 'In proportion to …' },
  { value: 'even', label: 'Evenly' },
  { value: 'fixed', label: 'By fixed shares' },
];

/** `search = 40` a line, in percent, as shares of 1. */
function readShares(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split('\n').flatMap((line) => {
      const at = line.lastIndexOf('=');
      const name = line.slice(0, at).trim();
      const [, whole = '', part = ''] = /^(\d{1,3})(?:\.(\d{1,6}))?\s*%?$/.exec(line.slice(at + 1).trim()) ?? [];
      if (at < 1 || !name || !whole) return [];
      const digits = whole.padStart(3, '0');
      return [[name, `${digits.slice(0, 1)}.${digits.slice(1)}${part}`]];
    }),
  );
}
const sharesText = (shares: Readonly<Record<string, string>>) =>
  Object.entries(shares)
    .map(([name, s]) => {
      const [whole = '0', part = ''] = s.split('.');
      const text = `${whole}${part.padEnd(2, '0').slice(0, 2)}${part.length > 2 ? `.${part.slice(2)}` : ''}`;
      return `${name} = ${text.replace(/^0+(?=\d)/, '')}`;
    })
    .join('\n');

/** One shared cost, with how the newest whole month would be split. */
export function PoolDialog({ pool, others, dimension, values, onClose, onSave }: PoolDialogProps) {
  const [draft, setDraft] = useState<Pool>(
    pool ?? {
      ...{ name: '', dimension: dimension.key, value: '', method: 'proportional', driver: 'cost', zero: 'even' },
      ...{ targets: [], shares: {}, since: null, until: null },
    },
  );
  const [targets, setTargets] = useState(draft.targets.join('\n'));
  const [shares, setShares] = useState(sharesText(draft.shares));
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const known = useId();
  const change = (next: Partial<Pool>) => setDraft((d) => ({ ...d, ...next }));
  const next: Pool = {
    ...draft,
    name: draft.name.trim() || draft.value.trim(),
    value: draft.value.trim(),
    targets:
      draft.method === 'fixed'
        ? []
        : targets
            .split('\n')
            .map((t) => t.trim())
            .filter(Boolean),
    shares: draft.method === 'fixed' ? readShares(shares) : {},
  };
  const save = async () => {
    const unread =
      draft.method === 'fixed' ? shares.split('\n').find((l) => l.trim() !== '' && Object.keys(readShares(l)).length === 0) : undefined;
    if (unread !== undefined) {
      setFailure(`“${unread.trim().slice(0, 80)}” cannot be read. Write a name, = and its percent, at most 6 decimals: search = 40.`);
      return;
    }
    setBusy(true);
    setFailure(null);
    await onSave([...others, next]).catch((e: Error) => setFailure(e.message));
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      kind="side"
      title={pool ? pool.name : 'Share a cost'}
      description={`The cost of one ${inSentence(dimension.title)} is carried by others, month by month.`}
      actions={
        <Button tone="primary" type="submit" form="allocation-pool" busy={busy && 'Saving'}>
          Save
        </Button>
      }
    >
      <form
        id="allocation-pool"
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault();
          void save();
        }}
      >
        {failure && <FormError message={failure} />}
        <datalist id={known}>
          {values.map((v) => (
            <option key={v} value={v} />
          ))}
        </datalist>
        <TextField
          label="What is shared"
          required
          list={known}
          value={draft.value}
          onChange={(e) => change({ value: e.target.value })}
          hint={`Everything the rules give this ${inSentence(dimension.title)}`}
        />
        <TextField
          label="Called"
          optional
          placeholder={draft.value}
          value={draft.name}
          onChange={(e) => change({ name: e.target.value })}
        />
        <div className="grid grid-cols-2 gap-3">
          <Field label="Split">
            {(control) => <Select {...control} value={draft.method} options={methodOptions} onChange={(method) => change({ method })} />}
          </Field>
          {draft.method === 'proportional' && (
            <Field label="Driver">
              {(control) => (
                <Select
                  {...control}
                  value={draft.driver}
                  options={(Object.entries(drivers) as [Driver, string][])
                    .filter(([d]) => !eventDrivers.includes(d) || dimension.key === 'team' || dimension.key === 'feature')
                    .map(([value, label]) => ({ value, label }))}
                  onChange={(driver) => change({ driver })}
                />
              )}
            </Field>
          )}
        </div>
        {draft.method === 'fixed' ? (
          <Field label="Shares" hint="One a line, in percent: search = 40. They add up to 100.">
            {(control) => (
              <textarea
                {...control}
                rows={4}
                spellCheck={false}
                value={shares}
                onChange={(e) => setShares(e.target.value)}
                className={controlClass(false, 'h-auto! resize-y py-2')}
              />
            )}
          </Field>
        ) : (
          <Field label="Carried by" optional hint="One a line. Empty: everybody with a cost in the month.">
            {(control) => (
              <textarea
                {...control}
                rows={3}
                spellCheck={false}
                value={targets}
                onChange={(e) => setTargets(e.target.value)}
                className={controlClass(false, 'h-auto! resize-y py-2')}
              />
            )}
          </Field>
        )}
        {draft.method === 'proportional' && (
          <Field label="Where the driver is zero for all">
            {(control) => (
              <Select
                {...control}
                value={draft.zero}
                options={[
                  { value: 'even', label: 'Split evenly' },
                  { value: 'unallocated', label: 'Leave unallocated' },
                ]}
                onChange={(zero) => change({ zero })}
              />
            )}
          </Field>
        )}
        <div className="grid grid-cols-2 gap-3">
          <TextField
            label="First month"
            optional
            type="month"
            value={draft.since ?? ''}
            onChange={(e) => change({ since: e.target.value || null })}
          />
          <TextField
            label="Last month"
            optional
            type="month"
            value={draft.until ?? ''}
            onChange={(e) => change({ until: e.target.value || null })}
          />
        </div>
      </form>
      <Split pool={next} others={others} />
    </Dialog>
  );
}

function Split({ pool, others }: { pool: Pool; others: readonly Pool[] }) {
  const isReady = pool.value !== '' && (pool.method !== 'fixed' || Object.keys(pool.shares).length > 0);
  const { data, error } = useQuery({
    queryKey: ['allocation-pool', JSON.stringify([pool, others])],
    queryFn: () => api<PoolPreview>('/api/v1/allocation/shared/preview', { method: 'POST', body: { pool, others } }),
    enabled: isReady,
    retry: false,
    placeholderData: (before) => before,
  });
  if (!isReady) return null;
  return (
    <section className="mt-5 grid gap-2 border-line border-t pt-4 text-13" aria-label="Preview" aria-live="polite">
      <h3 className="text-14">How {data?.month ?? 'the newest month'} would be split</h3>
      {error ? (
        <p className="text-over">{error.message}</p>
      ) : data?.shares.length === 0 ? (
        <p className="text-ink-2">No rule gives anything to {pool.value} in that month.</p>
      ) : (
        <ul className="grid">
          {data?.shares.map((s) => (
            <li key={`${s.target} ${s.currency}`} className="grid grid-cols-[minmax(0,1fr)_4rem_8.5rem] gap-3 border-line border-b py-1">
              <span className="truncate">{s.target === null ? 'Unallocated' : <Name>{s.target}</Name>}</span>
              <span className="text-right text-ink-2 tabular-nums">{shareOf(s.ratio, '1')}</span>
              <span className="text-right">
                <Money amount={s.amount} currency={s.currency} />
              </span>
            </li>
          ))}
          {data?.shares[0]?.fellBack && <li className="py-1 text-warn">Split {shareWords(data.shares[0])}.</li>}
        </ul>
      )}
    </section>
  );
}
