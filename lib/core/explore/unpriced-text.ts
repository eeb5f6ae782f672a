import { formatExact } from '../money/format';
import { type ExploreMeasure, exploreMeasures } from './measures';

const what: Partial<Record<ExploreMeasure, string>> = {
  list: 'list price',
  contracted: 'contracted price',
  savings: 'list price',
};

/** "3 of 40 charges have no list price and are not in this total."; null where all have one. */
export function unpricedText(measure: ExploreMeasure, unpriced: number, charges: number): string | null {
  if (unpriced === 0) return null;
  const count = (n: number) => formatExact(String(n), 'JPY').figure;
  const have = unpriced === 1 ? ['has', 'is'] : ['have', 'are'];
  return `${count(unpriced)} of ${count(charges)} ${charges === 1 ? 'charge' : 'charges'} ${have[0]} no ${what[measure] ?? exploreMeasures[measure].title.toLowerCase()} and ${have[1]} not in this total.`;
}
