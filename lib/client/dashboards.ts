import { queryOptions } from '@tanstack/react-query';
import type { PanelAnswer } from '../core/dashboards/answer';
import type { Dashboard, PanelSpec } from '../core/dashboards/panels';
import { api } from './api';

/** The same question from two panels is asked once. */
export const panelQuery = (spec: PanelSpec) => {
  const text = JSON.stringify(spec);
  return queryOptions({
    queryKey: ['panel', text],
    queryFn: ({ signal }) => api<PanelAnswer>(`/api/v1/dashboards/panel?${new URLSearchParams({ spec: text })}`, { signal }),
    networkMode: 'always',
  });
};

export const createDashboard = (draft: { name: string; shared: boolean; template: string }) =>
  api<Dashboard>('/api/v1/dashboards', { method: 'POST', body: draft });
export const changeDashboard = (id: number, change: Partial<Pick<Dashboard, 'name' | 'shared' | 'panels'>> & { base?: string }) =>
  api<Dashboard>(`/api/v1/dashboards/${id}`, { method: 'PATCH', body: change });
export const deleteDashboard = (id: number) => api<null>(`/api/v1/dashboards/${id}`, { method: 'DELETE' });
export const restoreDashboard = (id: number) => api<Dashboard>(`/api/v1/dashboards/${id}/restore`, { method: 'POST' });
