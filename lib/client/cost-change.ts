import { queryOptions } from '@tanstack/react-query';
import { type CostChange, explainedMeasure } from '../core/explore/cost-change';
import type { ExploreQuery } from '../core/explore/explore-query';
import { api } from './api';
import { costsSearch } from './costs';

/** Why the costs of a view moved; how it is grouped and drawn is no part of that question. */
export const costChangeQuery = (q: ExploreQuery) => {
  const search = costsSearch({ ...q, by: 'none', by2: undefined, bin: 'auto', measure: explainedMeasure(q.measure) });
  return queryOptions({
    queryKey: ['cost-change', search],
    queryFn: ({ signal }) => api<CostChange>(`/api/v1/costs/why?${search}`, { signal }),
    networkMode: 'always',
  });
};
