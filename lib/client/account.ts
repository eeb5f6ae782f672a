import { api } from './api';

export const changePassword = (change: { current: string; password: string }) =>
  api<null>('/api/v1/account/password', { method: 'PUT', body: change });
export const signOutEverywhere = () => api<null>('/api/v1/account/sessions', { method: 'DELETE' });
export const renameOrganization = (name: string) => api<{ name: string }>('/api/v1/organization', { method: 'PATCH', body: { name } });
