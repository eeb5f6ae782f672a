import { queryOptions } from '@tanstack/react-query';
import type { Found } from '../core/search/found';
import { api } from './api';

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ['search', q],
    queryFn: ({ signal }) => api<Found[]>(`/api/v1/search?q=${encodeURIComponent(q)}`, { signal }),
    enabled: q !== '',
  });
