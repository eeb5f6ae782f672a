import { queryOptions } from '@tanstack/react-query';
import type { Schedule } from '../core/connections/schedule';
import type { ConnectionDetail, ConnectionRow, TestAnswer } from '../core/connections/view';
import { api } from './api';

/** Is it pulled, or about to be? Then it is worth looking again soon. */
const isMoving = (c: ConnectionRow): boolean => c.state.health === 'pulling' || (c.nextAt !== null && Date.parse(c.nextAt) <= Date.now());
const SOON_MS = 1_500;
const LATER_MS = 60_000;

export const connectionsQuery = () =>
  queryOptions({
    queryKey: ['connections'],
    queryFn: () => api<ConnectionRow[]>('/api/v1/connections'),
    refetchInterval: (query) => (query.state.data?.some(isMoving) ? SOON_MS : LATER_MS),
  });

export const connectionQuery = (id: number) =>
  queryOptions({
    queryKey: ['connections', id],
    queryFn: () => api<ConnectionDetail>(`/api/v1/connections/${id}`),
    refetchInterval: (query) => (query.state.data && isMoving(query.state.data) ? SOON_MS : LATER_MS),
  });

/** What the form says; an empty secret stays as it is. */
export interface ConnectionBody {
  config: Record<string, string>;
  secret: Record<string, string>;
  schedule: Schedule;
  from: string;
  hashPersons: boolean;
}

export const createConnection = (body: ConnectionBody & { name: string; kind: string }) =>
  api<{ id: number }>('/api/v1/connections', { method: 'POST', body });
export const changeConnection = (id: number, body: Partial<ConnectionBody> & { enabled?: boolean }) =>
  api<null>(`/api/v1/connections/${id}`, { method: 'PATCH', body });
export const deleteConnection = (id: number) => api<null>(`/api/v1/connections/${id}`, { method: 'DELETE' });
export const testConnection = (id: number) => api<TestAnswer>(`/api/v1/connections/${id}/test`, { method: 'POST' });
/** Tries what is in the form; `id` where it changes a connection there is. */
export const testDraft = (body: Pick<ConnectionBody, 'config' | 'secret'> & { kind: string; id?: number }) =>
  api<TestAnswer>('/api/v1/connections/test', { method: 'POST', body });
export const pullConnection = (id: number, from?: string) =>
  api<null>(`/api/v1/connections/${id}/pull`, { method: 'POST', body: from ? { from } : {} });
