'use client';

import type { ExploreFilter } from '@/lib/core/explore/filters';
import { Chip } from '../ui/badge';
import { Button } from '../ui/button';
import { filterText } from './filter-text';
import { go } from './use-address';
import { useDimensionTitle } from './use-dimensions';

/** What narrows the view, each to be taken away. */
export function FilterChips({ filters, hrefOf }: { filters: readonly ExploreFilter[]; hrefOf: (filters: ExploreFilter[]) => string }) {
  const titleOf = useDimensionTitle();
  return (
    <>
      <ul aria-label="Filters" className="contents">
        {filters.map((filter) => {
          const text = filterText(filter, titleOf);
          return (
            <li key={text} className="min-w-0 max-w-full">
              <Chip onRemove={() => go(hrefOf(filters.filter((f) => f !== filter)))} removeLabel={`Remove: ${text}`}>
                {text}
              </Chip>
            </li>
          );
        })}
      </ul>
      {filters.length > 1 && (
        <Button tone="quiet" size="small" className="print:hidden" onClick={() => go(hrefOf([]))}>
          Clear all
        </Button>
      )}
    </>
  );
}
