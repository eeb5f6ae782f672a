import { type ExploreMeasure, exploreMeasures } from './measures';

/** What a figure of this measure is counted in: its currency, "USD per 1M", "tokens", or the unit of a quantity. */
export function figureUnit(measure: ExploreMeasure, { currency, unit }: { currency: string; unit: string | null }): string {
  const kind = exploreMeasures[measure].unit;
  if (kind === 'money') return currency;
  if (kind === 'price') return `${currency} per 1M`;
  return kind === 'quantity' ? (unit ?? 'without a unit') : kind === 'tokens' ? 'tokens' : 'charges';
}
