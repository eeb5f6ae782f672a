'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { controlClass } from '@/components/ui/field';
import { fold } from '@/lib/core/allocation/fold';
import type { FieldValue } from '@/lib/services/allocation/field-values';
import { count } from './figures';
import { mostShown, shownValues } from './found-values';
import { fieldValuesQuery } from './queries';

/** A pause in typing that is worth a question. */
const PAUSE_MS = 200;

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
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(word.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [word]);
  const all = useQuery({ ...fieldValuesQuery(field), enabled: open });
  // the answer is not all there is: the word is looked for where all are
  const isCut = (all.data?.hidden ?? 0) > 0;
  const search = useQuery({
    ...fieldValuesQuery(field, asked),
    enabled: open && isCut && asked !== '',
    placeholderData: keepPreviousData,
  });
  const { data, error } = all;
  const isChosen = (v: FieldValue) => chosen.some((c) => fold(c) === fold(v.name));
  const answer = asked === '' ? undefined : search.data;
  const { shown, more } = data ? shownValues(data, answer, word) : { shown: [], more: 0 };
  const isLooking = isCut && (asked !== word.trim() || (asked !== '' && (search.isPending || search.isPlaceholderData)));
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
              maxLength={200}
              onChange={(e) => setWord(e.target.value)}
              className={controlClass(false, 'h-8!', true)}
            />
          )}
          <ul aria-label={`Values in the bills for condition ${place}`} aria-busy={isLooking}>
            {shown.map((v) => (
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
          {search.error && <p className="text-over">{search.error.message}</p>}
          {shown.length === 0 && <p className="text-ink-2">{isLooking ? 'Looking …' : `No value has “${word}” in it.`}</p>}
          {more > 0 && <p className="text-12 text-ink-3">{count(more)} more: write a part of the name.</p>}
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
