import { queryOptions } from '@tanstack/react-query';
import type { SavedView } from '../core/views/saved-view';
import { api } from './api';

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: () => api<SavedView[]>('/api/v1/views'),
  networkMode: 'always',
});

type Kept = Pick<SavedView, 'name' | 'folder' | 'shared' | 'pinned' | 'address'>;

export const saveView = (view: Kept) => api<SavedView>('/api/v1/views', { method: 'POST', body: view });
export const changeView = (id: number, change: Partial<Kept>) => api<SavedView>(`/api/v1/views/${id}`, { method: 'PATCH', body: change });
export const deleteView = (id: number) => api<null>(`/api/v1/views/${id}`, { method: 'DELETE' });
export const restoreView = (id: number) => api<SavedView>(`/api/v1/views/${id}/restore`, { method: 'POST' });
