import { api } from '@/lib/client/api';
import type { AllocationQuery } from '@/lib/core/allocation/allocation-query';
import type { FieldValues } from '@/lib/services/allocation/field-values';
import type { AllocationProgress } from '@/lib/services/allocation/progress';
import type { RuleUse } from '@/lib/services/allocation/rule-use';

/** When each rule of a dimension last gave an owner, and what a rule before takes of it. `version` is that of the allocation. */
export const ruleUseQuery = ({ period, from, to, basis }: AllocationQuery, dimension: string, version: string) => {
  const asked = new URLSearchParams({ dimension, basis, ...(from && to ? { from, to } : { period }) });
  return {
    queryKey: ['allocation-rule-use', String(asked), version],
    queryFn: () => api<{ rules: RuleUse[] }>(`/api/v1/allocation/rules/use?${asked}`),
    staleTime: 5 * 60_000,
  };
};

/** What a tag or column holds in the bills, spellings of one value together; with a word those that hold it. */
export const fieldValuesQuery = (field: string, word = '') => ({
  queryKey: ['allocation-values', field, word],
  queryFn: () => api<FieldValues>(`/api/v1/allocation/values?${new URLSearchParams({ field, ...(word && { q: word }) })}`),
  staleTime: 5 * 60_000,
});

/** How far an allocation is; asked again and again while one runs. */
export const progressQuery = {
  queryKey: ['allocation-progress'],
  queryFn: () => api<AllocationProgress>('/api/v1/allocation/progress'),
  refetchInterval: 1_000,
  gcTime: 0,
};
