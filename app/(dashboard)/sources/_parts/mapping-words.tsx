'use client';

import { Select } from '@/components/ui/select';
import { chargeCategories } from '@/lib/core/focus/columns';
import type { Part } from '@/lib/core/imports/column-mapping';
import { visible } from '@/lib/core/text/visible';

export const categoryOptions = chargeCategories.map((c) => ({ value: c as string, label: c as string }));

type CategoryPart = Extract<Part, { words: unknown }>;

/** What their words for a kind of charge mean; ours need no telling. */
export function CategoryWords({
  part,
  samples,
  onChange,
}: {
  part: CategoryPart;
  samples: readonly string[];
  onChange: (part: Part) => void;
}) {
  const ours = new Set<string>(chargeCategories.map((c) => c.toLowerCase()));
  const theirs = [...new Set([...samples, ...Object.keys(part.words)])].filter((w) => !ours.has(w.toLowerCase()));
  if (theirs.length === 0) return null;
  const said = (word: string) => part.words[word] ?? '';
  return (
    <ul className="grid gap-1 pt-1">
      {theirs.map((word) => (
        <li key={word} className="grid grid-cols-2 items-center gap-2 text-13">
          <span className="truncate">
            <bdi>{visible(word)}</bdi> means
          </span>
          <Select
            dense
            className="w-full"
            aria-label={`What ${word} means`}
            options={[{ value: '', label: 'Not said' }, ...categoryOptions]}
            value={said(word)}
            onChange={(category) => {
              const { [word]: _, ...others } = part.words;
              onChange({ ...part, words: (category ? { ...others, [word]: category } : others) as CategoryPart['words'] });
            }}
          />
        </li>
      ))}
    </ul>
  );
}
