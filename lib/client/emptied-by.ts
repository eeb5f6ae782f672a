import { queryOptions } from '@tanstack/react-query';
import type { EmptiedBy } from '../core/explore/emptied-by';
import type { ExploreQuery } from '../core/explore/explore-query';
import { api } from './api';
import { costsSearch } from './costs';

/** What of a view that shows nothing empties it; how it is grouped, drawn and compared is no part of that question. */
export const emptiedByQuery = (q: ExploreQuery) => {
  const search = costsSearch({ ...q, by: 'none', by2: undefined, bin: 'auto', compare: 'none', ccy: null });
  return queryOptions({
    queryKey: ['costs-emptied-by', search],
    queryFn: ({ signal }) => api<EmptiedBy>(`/api/v1/costs/emptied-by?${search}`, { signal }),
    networkMode: 'always',
    placeholderData: undefined, // what helps one view would stand on another
  });
};
