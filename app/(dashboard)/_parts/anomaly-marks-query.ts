import { queryOptions } from '@tanstack/react-query';
import { hrefOf } from '@/components/filters/cost-view';
import { api } from '@/lib/client/api';
import { type CostFilter, writeFilter } from '@/lib/core/costs/cost-query';
import type { AnomalyList } from '@/lib/services/anomalies/anomalies-of';

/** What stood out among the costs of these filters, as far back as anything is judged. */
export const anomaliesQuery = (f: readonly CostFilter[]) => {
  const said = f.map(writeFilter);
  const address = hrefOf('/api/v1/anomalies', [['period', '90d'], ...said.map((text): [string, string] => ['f', text])]);
  return queryOptions({
    queryKey: ['anomalies', said],
    queryFn: () => api<AnomalyList>(address),
    networkMode: 'always',
    placeholderData: undefined, // flags of other costs would be wrong ones
  });
};
