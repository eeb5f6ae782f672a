import { queryOptions } from '@tanstack/react-query';
import type { PanelAnswer } from '../core/dashboards/answer';
import type { Dashboard, PanelSpec } from '../core/dashboards/panels';
import type { Schedule } from '../core/dashboards/schedule';
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

export interface Mailing {
  schedule: Schedule | null;
  nextAt: string | null;
  channels: { id: number; name: string }[];
}

export const mailingQuery = (id: number) =>
  queryOptions({
    queryKey: ['dashboard-mailing', id],
    queryFn: () => api<Mailing>(`/api/v1/dashboards/${id}/mailing`),
    networkMode: 'always',
    placeholderData: undefined, // what is set for one dashboard says nothing of another
    staleTime: 0,
  });
export const setMailing = (id: number, schedule: Schedule | null) =>
  api<Mailing>(`/api/v1/dashboards/${id}/mailing`, { method: 'PUT', body: { schedule } });
