'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Name } from '@/components/figures/name';
import { Select } from '@/components/ui/select';
import { fold } from '@/lib/core/allocation/fold';
import type { FieldValue } from '@/lib/services/allocation/field-values';
import { Amounts } from './field-values';
import { count } from './figures';
import { fieldValuesQuery } from './queries';

const fewShown = 8;

interface FoundNamesProps {
  field: string;
  map: Readonly<Record<string, string>>;
  onChange: (map: Record<string, string>) => void;
}

/** The names a rule will take from the bills, spellings of one together; where there are several, which of them stands everywhere. */
export function FoundNames({ field, map, onChange }: FoundNamesProps) {
  const [all, setAll] = useState(false);
  const { data, error } = useQuery(fieldValuesQuery(field));
  if (error) return <p className="text-13 text-over">{error.message}</p>;
  if (!data) return <p className="text-13 text-ink-2">Looking for its names …</p>;
  if (data.values.length === 0) return <p className="text-13 text-ink-2">The bills of the last 90 days hold nothing there.</p>;
  // what there is to choose comes first
  const names = data.values.toSorted((a, b) => Number(b.spellings.length > 1) - Number(a.spellings.length > 1));
  const several = data.values.filter((v) => v.spellings.length > 1).length;
  const choose = (v: FieldValue, name: string) => {
    const others = Object.entries(map).filter(([from]) => fold(from) !== fold(v.name));
    onChange(Object.fromEntries([...others, [v.name, name]]));
  };
  return (
    <section className="grid gap-1 text-13" aria-label="Names in the bills">
      <p className="text-ink-2">
        {data.values.length === 1 ? '1 name' : `${count(data.values.length + data.hidden)} names`} in the bills of 90 days
        {several > 0 && `, ${several === 1 ? 'one' : count(several)} in several spellings`}
      </p>
      <ul>
        {names.slice(0, all ? names.length : fewShown).map((v) => (
          <li key={v.name} className="flex flex-wrap items-center justify-between gap-x-3 border-line border-b py-1">
            {v.spellings.length > 1 ? (
              <span className="flex min-w-0 flex-wrap items-center gap-x-2">
                <Select
                  dense
                  aria-label={`How ${v.name} is written`}
                  value={shownAs(v, map)}
                  options={[...new Set([shownAs(v, map), ...v.spellings])].map((value) => ({ value, label: value }))}
                  onChange={(name) => choose(v, name)}
                />
                <span className="text-12 text-ink-3">of {v.spellings.join(', ')}</span>
              </span>
            ) : (
              <span className="min-w-0 break-words">
                <Name>{v.name}</Name>
                {shownAs(v, map) !== v.name && (
                  <>
                    {' '}
                    → <Name>{shownAs(v, map)}</Name>
                  </>
                )}
              </span>
            )}
            <Amounts value={v} />
          </li>
        ))}
      </ul>
      {!all && names.length > fewShown && (
        <button type="button" className="link justify-self-start" onClick={() => setAll(true)}>
          {data.hidden > 0 ? `Show the ${count(names.length)} with most money` : `Show all ${count(names.length)}`}
        </button>
      )}
    </section>
  );
}

/** The name that the rule gives it: what it is renamed to, whatever the spelling there. */
const shownAs = (v: FieldValue, map: Readonly<Record<string, string>>): string =>
  Object.entries(map).find(([from]) => fold(from) === fold(v.name))?.[1] ?? v.name;
