import type { Metadata } from 'next';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { can, roles } from '@/lib/core/access/permissions';
import { listTokens } from '@/lib/services/tokens/manage-tokens';
import { NotForYou } from '../_parts/not-for-you';
import { TokensPanel } from './_parts/tokens-panel';

export const metadata: Metadata = { title: 'API tokens · Settings' };

export default async function TokensPage() {
  const actor = await requireActorOrRedirect('/settings/tokens');
  if (!can(actor.role, 'tokens:write')) return <NotForYou role={actor.role} what="make or withdraw API tokens" />;
  const mayGive = roles.filter((r) => roles.indexOf(r) <= roles.indexOf(actor.role));
  return <TokensPanel tokens={await listTokens(actor)} roles={mayGive} now={new Date().toISOString()} />;
}
