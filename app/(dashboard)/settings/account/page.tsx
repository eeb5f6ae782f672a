import type { Metadata } from 'next';
import { requireActorOrRedirect } from '@/lib/auth/actor';
import { PasswordPanel } from './_parts/password-panel';
import { SessionsPanel } from './_parts/sessions-panel';

export const metadata: Metadata = { title: 'Your account · Settings' };

export default async function AccountPage() {
  const { name, email, organizationName } = await requireActorOrRedirect('/settings/account');
  return (
    <>
      <PasswordPanel about={{ name, email: email ?? '', organization: organizationName }} />
      <SessionsPanel />
    </>
  );
}
