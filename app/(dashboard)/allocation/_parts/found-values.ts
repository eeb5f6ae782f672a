import { fold } from '@/lib/core/allocation/fold';
import type { FieldValues } from '@/lib/services/allocation/field-values';

/** So many are listed at once; a word narrows them. */
export const mostShown = 8;

/**
 * What is listed for a word, and how many more there are of it. `all` is the answer without a word; where it hides values, only the answer to the
 * word knows which hold it, and until that is there the one before stays.
 */
export function shownValues(
  all: FieldValues,
  answer: FieldValues | undefined,
  word: string,
): { shown: FieldValues['values']; more: number } {
  const { values, hidden } =
    all.hidden > 0 ? (answer ?? all) : { values: all.values.filter((v) => fold(v.name).includes(fold(word))), hidden: 0 };
  return { shown: values.slice(0, mostShown), more: Math.max(0, values.length - mostShown) + hidden };
}
