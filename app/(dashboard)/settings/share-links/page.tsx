import type { Metadata } from 'next';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can } from '@/lib/core/access/permissions';
import { listShareLinks } from '@/lib/services/share/share-links';
import { NotForYou } from '../_parts/not-for-you';
import { ShareLinksPanel } from './_parts/share-links-panel';

export const metadata: Metadata = { title: 'Share links · Settings' };

export default async function ShareLinksPage() {
  const actor = await requireActorOrRedirect('/settings/share-links');
  if (!can(actor.role, 'share-links:write')) return <NotForYou role={actor.role} what="see and withdraw share links" />;
  return <ShareLinksPanel links={await listShareLinks(actor)} now={new Date().toISOString()} />;
}
