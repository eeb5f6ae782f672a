import { queryOptions } from '@tanstack/react-query';
import { api } from './api';

/** What a person does with an alert; `ignore` and `comment` need their words. */
export interface AlertAct {
  action: 'acknowledge' | 'ignore' | 'resolve' | 'reopen' | 'comment' | 'assign';
  note?: string;
  assignee?: string | null;
}

export const changeAlert = <T>(id: number, body: AlertAct) => api<T>(`/api/v1/alerts/${id}`, { method: 'PATCH', body });

export const alertCountKey = ['alert-count'] as const;
/** How many alerts nobody has looked at; asked again every minute while the page is seen. */
export const alertCountQuery = () =>
  queryOptions({
    queryKey: alertCountKey,
    queryFn: () => api<{ unread: number }>('/api/v1/alerts/count'),
    refetchInterval: 60_000,
    retry: false,
  });

/** Changes a rule, or makes one where there is no number yet. */
export const saveRule = (id: number | null, body: Record<string, unknown>) =>
  id === null
    ? api<unknown>('/api/v1/alert-rules', { method: 'POST', body })
    : api<unknown>(`/api/v1/alert-rules/${id}`, { method: 'PATCH', body });

export const deleteRule = (id: number) => api<unknown>(`/api/v1/alert-rules/${id}`, { method: 'DELETE' });

/** What a rule would have told, before it is kept. */
export const previewRule = <T>(body: Record<string, unknown>, signal: AbortSignal) =>
  api<T>('/api/v1/alert-rules/preview', { method: 'POST', body, signal });
