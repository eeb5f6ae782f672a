import type { Metadata } from 'next';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { getOrganization } from '@/lib/services/organization/organization';
import { NotForYou } from '../_parts/not-for-you';
import { OrganizationPanel } from './_parts/organization-panel';

export const metadata: Metadata = { title: 'Organisation · Settings' };

export default async function OrganizationPage() {
  const actor = await requireActorOrRedirect('/settings/organization');
  if (!can(actor.role, 'organization:write')) return <NotForYou role={actor.role} what="change the organisation" />;
  const { name, slug, members, createdAt } = await getOrganization(actor);
  return <OrganizationPanel name={name} slug={slug} members={members} createdAt={createdAt} />;
}
