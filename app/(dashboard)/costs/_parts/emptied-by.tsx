import { useQuery } from '@tanstack/react-query';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { filterText } from '@/components/filters/filter-text';
import { go } from '@/components/filters/use-address';
import { useDimensionTitle } from '@/components/filters/use-dimensions';
import { Button } from '@/components/ui/button';
import { emptiedByQuery } from '@/lib/client/emptied-by';
import type { EmptiedBy as Counts } from '@/lib/core/explore/emptied-by';
import { type ExploreFilter, writeFilter } from '@/lib/core/explore/filters';
import { countText } from './charge-totals';

/** Ways out that are offered; the chips above take away any other. */
const OFFERED = 4;

/** What can be taken away, with what there would be then: the filter that empties the view is among them, unless it takes more than one. */
export function EmptiedBy({ view }: { view: CostView }) {
  const titleOf = useDimensionTitle();
  const { data, isError } = useQuery(emptiedByQuery(view));
  if (isError) return null; // that nothing is there is said without it
  if (!data) return <p className="min-h-8 w-full" aria-busy="true" />;
  const ways = waysOut(view, data, titleOf);
  if (ways.length === 0) return <p className="w-full text-13 text-ink-2">{noWayOut(view, data)}</p>;
  return (
    <ul aria-label="What can be taken away" className="flex w-full min-w-0 flex-wrap gap-2">
      {ways.map(({ words, charges, without }) => (
        <li key={words} className="min-w-0 max-w-full">
          <Button
            className="h-auto! min-h-8 max-w-full shrink! whitespace-normal! py-1 text-left wrap-anywhere"
            onClick={() => go(costHref({ ...view, ...without, page: 1, charge: null }))}
          >
            {words}: {chargesText(charges)}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface WayOut {
  words: string;
  charges: number;
  without: Partial<CostView>;
}

/** The steps that help, what brings back most first. */
export function waysOut(view: CostView, counts: Counts, titleOf: (word: string) => string): WayOut[] {
  const filters = counts.filters.flatMap(({ filter, charges }): WayOut[] => {
    const isIt = (f: ExploreFilter) => writeFilter(f) === filter;
    const said = view.f.find(isIt);
    return said ? [{ words: `Without “${filterText(said, titleOf)}”`, charges, without: { f: view.f.filter((f) => !isIt(f)) } }] : [];
  });
  const kinds = counts.kinds === null ? [] : [{ words: 'With all kinds of charges', charges: counts.kinds, without: { without: [] } }];
  return [...filters, ...kinds]
    .filter((way) => way.charges > 0)
    .sort((a, b) => b.charges - a.charges)
    .slice(0, OFFERED);
}

/** Why no single step helps. */
export function noWayOut(view: CostView, { filters, all }: Counts): string {
  const distinct = new Set(view.f.map(writeFilter)).size;
  const isOne = distinct + (view.without.length > 0 ? 1 : 0) === 1;
  if (all === 0) return `There is no charge in these days without ${isOne ? 'it' : 'them'} either.`;
  const isTried = filters.length === distinct;
  return `${isTried ? 'With any single one of them taken away there is still nothing. ' : ''}Without all of them: ${chargesText(all)}.`;
}

const chargesText = (n: number): string => `${countText(n)} ${n === 1 ? 'charge' : 'charges'}`;
