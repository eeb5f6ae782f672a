import { useState } from 'react';
import type { GroupChoice } from './group-columns';

type Value = string | null;

interface Choice extends GroupChoice {
  values: readonly Value[];
  clear: () => void;
}

/** The groups chosen by hand, of one question: another question begins with none. */
export function useChoice(question: string): Choice {
  const [{ of, values: kept }, setKept] = useState<{ of: string; values: readonly Value[] }>({ of: question, values: [] });
  const values = of === question ? kept : [];
  const choose = (next: readonly Value[]) => setKept({ of: question, values: next });
  return {
    values,
    has: (line) => values.includes(line.values[0] ?? null),
    toggle: (line) => {
      const value = line.values[0] ?? null;
      choose(values.includes(value) ? values.filter((v) => v !== value) : [...values, value]);
    },
    clear: () => choose([]),
  };
}
