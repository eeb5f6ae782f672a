import { type CostView, costHref, only, withFilter } from '@/components/filters/cost-view';
import { partFilters } from '@/lib/core/explore/cost-change';
import { valueName } from '@/lib/core/explore/value-name';
import type { ChangePart, ChangeTerm } from '@/lib/core/units/explain-change';

/** What a cause is called, and what it says. */
export const termWords: Record<ChangeTerm, { name: string; means: string }> = {
  volume: { name: 'Volume', means: 'more or less of the same, at the old prices' },
  modelMix: { name: 'Choice of models', means: 'the work went to other models, at the old prices' },
  channelMix: { name: 'Choice of channels', means: 'the same models were bought elsewhere' },
  tokenMix: { name: 'Input and output', means: 'other shares of the kinds of tokens' },
  cacheRatio: { name: 'Cache', means: 'more or less of the input came from a cache' },
  price: { name: 'Prices', means: 'one of it costs more or less' },
  new: { name: 'New', means: 'was not there before' },
  gone: { name: 'Gone', means: 'is not there any more' },
  other: { name: 'Cost without a quantity', means: 'nothing was counted that it could be divided by' },
  purchases: { name: 'Purchases', means: 'commitments and other one-off costs' },
  credits: { name: 'Credits', means: 'what providers took off' },
  corrections: { name: 'Corrections', means: 'refunds, corrections and adjustments' },
  tax: { name: 'Tax', means: 'charges that are tax' },
  currency: { name: 'Exchange rates', means: 'the same money at other rates' },
};

/** "Virtual Machines · D2 v3"; what is not said is left out where anything is. */
export function partName({ of }: ChangePart): string {
  const said = of.filter((d) => d.value !== null);
  return (said.length > 0 ? said : of.slice(0, 1)).map((d) => valueName(d.dimension, d.value)).join(' · ');
}

/** How a part opens: by what stands one step below it. */
const below: Readonly<Record<string, string>> = {
  model: 'token-type',
  provider: 'token-type',
  'token-type': 'sub-account',
  meter: 'resource',
  unit: 'resource',
  'charge-class': 'resource',
};

/** The charges behind a part, grouped by the next useful dimension; `currency` where only those of one stand in its section. */
export function partHref(view: CostView, term: ChangeTerm, part: ChangePart, currency: string | null): string {
  const filters = [...partFilters(term, part), ...(currency ? [only('currency', currency)] : [])];
  const by = below[part.of.at(-1)?.dimension ?? ''] ?? 'service';
  return costHref({ ...view, tab: 'groups', f: filters.reduce(withFilter, view.f), by, by2: undefined, page: 1, charge: null });
}
