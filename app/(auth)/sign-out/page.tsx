import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { LinkButton } from '@/components/ui/button';
import { currentUser } from '@/lib/auth/actor';
import { Door } from '../_parts/door';
import { SignOutButton } from '../_parts/sign-out-button';

export const metadata: Metadata = { title: 'Sign out' };

/** Where /api/auth/signout leads, for those who typed it. */
export default async function SignOutPage() {
  const user = await currentUser();
  if (!user) redirect('/sign-in');
  return (
    <Door title="Sign out" lead={`You are signed in as ${user.email}. Signing out ends this session, in this browser.`}>
      <div className="flex gap-2">
        <SignOutButton to="/sign-in">Sign out</SignOutButton>
        <LinkButton href="/">Stay</LinkButton>
      </div>
    </Door>
  );
}
