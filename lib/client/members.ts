import { queryOptions } from '@tanstack/react-query';
import type { Role } from '../core/access/permissions';
import { api } from './api';

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  lastSeenAt: string | null;
}
export interface InvitationRow {
  id: string;
  role: Role;
  email: string | null;
  invitedByName: string;
  createdAt: string;
  expiresAt: string;
}
export interface MembersAnswer {
  members: MemberRow[];
  invitations: InvitationRow[];
}

export const membersQuery = () => queryOptions({ queryKey: ['members'], queryFn: () => api<MembersAnswer>('/api/v1/members') });
export const changeRole = (userId: string, role: Role) => api<MemberRow>(`/api/v1/members/${userId}`, { method: 'PATCH', body: { role } });
export const removeMember = (userId: string) => api<null>(`/api/v1/members/${userId}`, { method: 'DELETE' });
export const invite = (draft: { role: Role; email: string }) =>
  api<{ id: string; path: string; expiresAt: string }>('/api/v1/members/invitations', { method: 'POST', body: draft });
export const revokeInvitation = (id: string) => api<null>(`/api/v1/members/invitations/${id}`, { method: 'DELETE' });
