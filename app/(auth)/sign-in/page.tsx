import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { currentUser } from '@/lib/auth/actor';
import { safeNextPath } from '@/lib/auth/next-path';
import { installationState } from '@/lib/services/identity/installation-state';
import { Door } from '../_parts/door';
import { SignOutButton } from '../_parts/sign-out-button';
import { SignInForm } from './_parts/sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const next = safeNextPath((await searchParams).next);
  const [{ hasAdmin }, user] = await Promise.all([installationState(), currentUser()]);
  if (!hasAdmin) redirect('/welcome');
  if (user && (user.memberships.length > 0 || next.startsWith('/join/'))) redirect(next);
  if (user)
    return (
      <Door
        title="No organisation yet"
        lead={
          <>
            You are signed in as <strong className="font-strong text-ink">{user.email}</strong>, which belongs to no organisation here. Ask
            an administrator for an invitation and open its link in this browser.
          </>
        }
      >
        <SignOutButton to="/sign-in">Sign out</SignOutButton>
      </Door>
    );
  return (
    <Door
      title="Sign in"
      lead={next === '/' ? 'What AI cost, what it bought, and what it will cost next.' : 'Then you go on to the page you asked for.'}
    >
      <SignInForm next={next} />
      <p className="mt-6 border-line border-t pt-4 text-13 text-ink-3">
        No account? An administrator of your organisation can send you an invitation link.
      </p>
    </Door>
  );
}
