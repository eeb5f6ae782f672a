'use client';

import { useId } from 'react';
import { controlClass } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import type { MappingDraft, Part } from '@/lib/core/imports/column-mapping';
import { placeOf } from '@/lib/core/imports/headings';
import type { TheirColumn } from '@/lib/core/imports/mapping-view';
import type { Target } from '@/lib/core/imports/targets';
import { visible } from '@/lib/core/text/visible';
import { CategoryWords, categoryOptions } from './mapping-words';

interface MappingRowProps {
  target: Target;
  part: Part | undefined;
  columns: readonly TheirColumn[];
  /** Why it was guessed. */
  reason: string | undefined;
  /** What is asked because it was not. */
  open: string | undefined;
  onChange: (part: Part | undefined) => void;
}

/** One column of ours: which of theirs fills it, with its first cells, or one word for all rows. */
export function MappingRow({ target, part, columns, reason, open, onChange }: MappingRowProps) {
  const id = useId();
  const place = part && 'column' in part ? placeOf(headingsOf(columns), part) : -1;
  const chosen = part ? ('constant' in part ? CONSTANT : String(place)) : '';
  const asked = open !== undefined && !part;
  const options = [
    { value: '', label: target.required ? 'Choose a column' : 'Not in this file' },
    ...(target.takesConstant ? [{ value: CONSTANT, label: 'The same for all rows' }] : []),
    ...columns.map((c, i) => ({ value: String(i), label: visible(c.label), group: 'Columns of the file' })),
  ];
  const choose = (value: string) => {
    const column = columns[Number(value)];
    if (value === '') onChange(undefined);
    else if (value === CONSTANT) onChange({ constant: target.kind === 'category' ? 'Usage' : '' } as Part);
    else if (column) {
      const ref = { column: column.column, nth: column.nth };
      onChange(target.kind === 'category' ? { ...ref, words: {} } : ref);
    }
  };
  return (
    <div className="grid gap-x-4 gap-y-1.5 border-line border-t py-2.5 sm:grid-cols-[9.5rem_minmax(0,1fr)]">
      <div>
        <label htmlFor={id} className="font-strong text-13">
          {target.title}
        </label>
        {target.required && <span className="text-12 text-ink-3"> needed</span>}
        <p className="text-12 text-ink-3">{target.about}</p>
      </div>
      <div className="grid min-w-0 content-start gap-1">
        <div className="flex flex-wrap gap-2">
          <div className="min-w-0 flex-1 basis-48">
            <Select
              id={id}
              options={options}
              value={chosen}
              onChange={choose}
              aria-describedby={`${id}-why`}
              aria-invalid={asked || undefined}
            />
          </div>
          {part && 'constant' in part && (
            <div className="min-w-0 flex-1 basis-36">
              <Constant target={target} value={part.constant} onChange={(constant) => onChange({ constant } as Part)} />
            </div>
          )}
        </div>
        <p id={`${id}-why`} className={asked ? 'text-12 text-warn' : 'text-12 text-ink-3'}>
          {asked ? open : part ? reason && sentence(reason) : null}
        </p>
        {place >= 0 && <Samples of={columns[place]} />}
        {part && 'words' in part && <CategoryWords part={part} samples={columns[place]?.samples ?? []} onChange={onChange} />}
      </div>
    </div>
  );
}

const CONSTANT = 'constant';
const headingsOf = (columns: readonly TheirColumn[]) => columns.map((c) => c.column);
const sentence = (words: string) => `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;

/** The first three cells that differ. */
function Samples({ of }: { of: TheirColumn | undefined }) {
  if (!of) return null;
  if (of.samples.length === 0) return <p className="text-12 text-ink-3">Its first cells are empty.</p>;
  return (
    <ul aria-label={`First cells of ${of.label}`} className="flex flex-wrap gap-x-2 gap-y-1 text-12 text-ink-2 tabular-nums">
      {of.samples.slice(0, 3).map((s) => (
        <li key={s} className="max-w-60 truncate rounded-1 bg-surface-2 px-1.5">
          <bdi>{visible(s)}</bdi>
        </li>
      ))}
    </ul>
  );
}

function Constant({ target, value, onChange }: { target: Target; value: string; onChange: (value: string) => void }) {
  if (target.kind === 'category')
    return <Select options={categoryOptions} value={value} onChange={onChange} aria-label={`${target.title} of all rows`} />;
  const isCurrency = target.kind === 'currency';
  return (
    <input
      aria-label={`${target.title} of all rows`}
      className={controlClass(false)}
      value={value}
      maxLength={isCurrency ? 3 : 300}
      placeholder={isCurrency ? 'EUR' : ''}
      onChange={(e) => onChange(isCurrency ? e.target.value.toUpperCase() : e.target.value)}
    />
  );
}

/** A draft in which what is not typed to its end yet counts as not said. */
export function settled(draft: MappingDraft): MappingDraft {
  const fields = Object.entries(draft.fields).filter(
    ([key, part]) =>
      part && (!('constant' in part) || (key === 'BillingCurrency' ? /^[A-Z]{3}$/.test(part.constant) : part.constant.trim() !== '')),
  );
  return { ...draft, fields: Object.fromEntries(fields), tags: draft.tags.filter((t) => t.key.trim() !== '') };
}
