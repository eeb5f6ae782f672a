import { NONE } from '@/lib/core/costs/cost-query';
import type { ExploreFilter } from '@/lib/core/explore/filters';
import { valueName } from '@/lib/core/explore/value-name';
import { isolated } from '@/lib/core/text/visible';

/** "Provider is Azure or AWS", "Team is not search", "Team is not set". A dimension is called what `titleOf` its word is. */
export function filterText({ dimension, sense, values, exclude }: ExploreFilter, titleOf: (word: string) => string): string {
  const title = titleOf(dimension);
  if (sense === 'contains') return `${title} ${exclude ? 'does not contain' : 'contains'} ${listed(values.map(isolated))}`;
  if (dimension === 'ai' && values.length === 1) return valueName('ai', String((values[0] === 'true') !== exclude));
  if (values.every((v) => v === NONE)) return `${title} is ${exclude ? 'set' : 'not set'}`;
  const isSetAnd = exclude && values.includes(NONE); // "is not not set" would be no English
  const names = values.filter((v) => !isSetAnd || v !== NONE).map((v) => (v === NONE ? 'not set' : isolated(valueName(dimension, v))));
  return `${title} ${isSetAnd ? 'is set and not' : exclude ? 'is not' : 'is'} ${listed(names)}`;
}

const listed = (names: readonly string[]): string =>
  names.length < 3 ? names.join(' or ') : `${names.slice(0, 2).join(', ')} or ${names.length - 2} more`;
