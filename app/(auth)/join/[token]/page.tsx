import type { Metadata } from 'next';
import Link from 'next/link';
import { LinkButton } from '@/components/ui/button';
import { currentUser } from '@/lib/auth/actor';
import { signInPath } from '@/lib/auth/next-path';
import { type InvitationState, readInvitation } from '@/lib/services/identity/read-invitation';
import { Door } from '../../_parts/door';
import { SignOutButton } from '../../_parts/sign-out-button';
import { AcceptForm, NewPersonForm } from './_parts/join-forms';

export const metadata: Metadata = { title: 'Invitation' };

const closed: Record<Exclude<InvitationState, 'open'>, { title: string; lead: string }> = {
  expired: { title: 'This invitation has expired', lead: 'Invitations are open for seven days.' },
  used: { title: 'This invitation has been used', lead: 'Each works once. If it was you, sign in with the account you made then.' },
  revoked: { title: 'This invitation was withdrawn', lead: 'An administrator took it back before it was used.' },
};

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

export default async function JoinPage({ params }: PageProps<'/join/[token]'>) {
  const { token } = await params;
  const [invitation, user] = await Promise.all([readInvitation(token), currentUser()]);
  if (!invitation)
    return (
      <Door
        title="There is no such invitation"
        lead="The link may have been cut when it was copied. Open it again as it was sent to you, or ask for a new one."
      >
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      </Door>
    );
  const { state, organizationName, invitedByName, role, email, expiresAt } = invitation;
  if (state !== 'open')
    return (
      <Door
        title={closed[state].title}
        lead={`${closed[state].lead} For a new one ask ${invitedByName}, who invited to ${organizationName}.`}
      >
        <LinkButton href="/sign-in">Go to sign-in</LinkButton>
      </Door>
    );
  const here = `/join/${token}`;
  return (
    <Door
      title={`Join ${organizationName}`}
      lead={
        <>
          {invitedByName} invites you as <strong className="font-strong text-ink">{role}</strong>. Open until{' '}
          {date.format(new Date(expiresAt))}.
        </>
      }
    >
      {user ? (
        <>
          <p className="mb-5 text-14">
            You are signed in as {user.name} ({user.email}).
          </p>
          {email && email !== user.email ? (
            <>
              <p className="mb-4 text-14 text-ink-2">The invitation is for {email}. Sign out and open the link again to accept it.</p>
              <SignOutButton to={here}>Sign out</SignOutButton>
            </>
          ) : (
            <AcceptForm token={token} organization={organizationName} />
          )}
        </>
      ) : (
        <>
          <NewPersonForm token={token} email={email} organization={organizationName} />
          <p className="mt-6 border-line border-t pt-4 text-13 text-ink-2">
            You have an account here?{' '}
            <Link className="link" href={signInPath(here)}>
              Sign in to accept
            </Link>
          </p>
        </>
      )}
    </Door>
  );
}
