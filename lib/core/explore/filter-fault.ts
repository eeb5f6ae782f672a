import { shortened } from '../text/shortened';
import { isExploreDimension } from './dimensions';
import { longestValue, mostValues, parseFilter } from './filters';

/** A word as somebody wrote it, no longer than a sentence bears. */
export const quoted = (said: string): string => `"${shortened(said, 80)}"`;

/** Why this is no filter, in words for a person; null where it is one. `near` adds what somebody may have meant who wrote a dimension like that. */
export function filterFault(text: string, near: (dimension: string) => string): string | null {
  if (parseFilter(text)) return null;
  const body = text.replace(/^-/, '');
  const keyed = /^(?:tag|allocation):/.exec(body)?.[0] ?? '';
  const [, key = '', sign = '', values = ''] = /^((?:\\[\s\S]|[^\\:~])*)([:~]?)([\s\S]*)$/.exec(body.slice(keyed.length)) ?? [];
  const dimension = keyed + key.replace(/\\([\s\S])/g, '$1');
  if (!isExploreDimension(dimension))
    return `${quoted(text)} is no filter. Write a dimension and its values, like provider:azure,aws or resource~gpt.${near(dimension)}`;
  const list: readonly string[] = values.match(/(?:\\[\s\S]|[^,\\])+/g) ?? [];
  const written = keyed + key;
  if (list.length === 0)
    return `${quoted(text)} names a dimension and no value. Write ${written}:NAME, or ${written}:(none) for what has none.`;
  if (list.length > mostValues) return `A filter takes at most ${mostValues} values, and this one of ${dimension} has ${list.length}.`;
  if (list.some((v) => v.length > longestValue)) return `A value of a filter has at most ${longestValue} characters.`;
  if (sign === '~' && list.includes('(none)')) return `No value contains what is missing: write ${written}:(none) as a filter of its own.`;
  return `${quoted(text)} is no filter: a backslash keeps the character that follows it, and at its end none does.`;
}
