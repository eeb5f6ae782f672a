'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { controlClass } from '@/components/ui/field';
import { fold } from '@/lib/core/allocation/fold';
import type { FieldValue } from '@/lib/services/allocation/field-values';
import { count } from './figures';
import { fieldValuesQuery } from './queries';

/** So many are listed at once; a word narrows them. */
const mostShown = 8;

interface FieldValuesProps {
  field: string;
  /** Values that are chosen. */
  chosen: readonly string[];
  /** Its number, for those who cannot see where it stands. */
  place: number;
  onChange: (values: string[]) => void;
}

/** What the field holds in the bills, with the money it stands on: chosen instead of typed. */
export function FieldValues({ field, chosen, place, onChange }: FieldValuesProps) {
  const [open, setOpen] = useState(false);
  const [word, setWord] = useState('');
  const { data, error } = useQuery({ ...fieldValuesQuery(field), enabled: open });
  const isChosen = (v: FieldValue) => chosen.some((c) => fold(c) === fold(v.name));
  const found = (data?.values ?? []).filter((v) => v.spellings.some((s) => fold(s).includes(fold(word))));
  const toggle = (v: FieldValue) =>
    onChange(isChosen(v) ? chosen.filter((c) => fold(c) !== fold(v.name)) : [...chosen.filter((c) => c.trim() !== ''), v.name]);
  return (
    <details className="text-13" onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary className="cursor-pointer text-ink-2">Choose from the bills</summary>
      {error ? (
        <p className="pt-1 text-over">{error.message}</p>
      ) : !data ? (
        <p className="pt-1 text-ink-2">Looking …</p>
      ) : data.values.length === 0 ? (
        <p className="pt-1 text-ink-2">The bills of the last 90 days hold nothing there.</p>
      ) : (
        <div className="grid gap-1 pt-1">
          {data.values.length > mostShown && (
            <input
              aria-label={`Find a value for condition ${place}`}
              placeholder={`Find among ${count(data.values.length + data.hidden)}`}
              value={word}
              onChange={(e) => setWord(e.target.value)}
              className={controlClass(false, 'h-8!', true)}
            />
          )}
          <ul aria-label={`Values in the bills for condition ${place}`}>
            {found.slice(0, mostShown).map((v) => (
              <li key={v.name} className="border-line border-b">
                <label className="flex cursor-pointer items-baseline gap-2 py-1">
                  <input type="checkbox" className="accent-accent" checked={isChosen(v)} onChange={() => toggle(v)} />
                  <span className="min-w-0 flex-1 break-words">
                    <Name>{v.name}</Name>
                    {v.spellings.length > 1 && <span className="text-12 text-ink-3"> also {v.spellings.slice(1).join(', ')}</span>}
                  </span>
                  <Amounts value={v} />
                </label>
              </li>
            ))}
          </ul>
          {found.length === 0 && <p className="text-ink-2">No value has “{word}” in it.</p>}
          {found.length > mostShown && (
            <p className="text-12 text-ink-3">{count(found.length - mostShown)} more: write a part of the name.</p>
          )}
        </div>
      )}
    </details>
  );
}

export const Amounts = ({ value }: { value: FieldValue }) => (
  <span className="ml-auto text-right text-ink-2">
    {value.amounts.map((a, i) => (
      <span key={a.currency}>
        {i > 0 && ' + '}
        <Money amount={a.amount} currency={a.currency} />
      </span>
    ))}
  </span>
);
