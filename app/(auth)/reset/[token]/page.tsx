import type { Metadata } from 'next';
import { LinkButton } from '@/components/ui/button';
import { type ResetState, readReset } from '@/lib/services/identity/reset-password';
import { Door } from '../../_parts/door';
import { ResetForm } from './_parts/reset-form';

export const metadata: Metadata = { title: 'New password' };

const closed: Record<Exclude<ResetState, 'open'>, { title: string; lead: string }> = {
  used: { title: 'This link has been used', lead: 'It works once. Sign in with the password that was set with it.' },
  expired: { title: 'This link has expired', lead: 'It is open for a day. Ask whoever runs this installation for a new one.' },
};

export default async function ResetPage({ params }: PageProps<'/reset/[token]'>) {
  const { token } = await params;
  const reset = await readReset(token);
  if (reset?.state === 'open')
    return (
      <Door
        title="Set a new password"
        lead={
          <>
            For <strong className="font-strong text-ink">{reset.email}</strong>. The one before no longer works.
          </>
        }
      >
        <ResetForm token={token} email={reset.email} />
      </Door>
    );
  const { title, lead } = reset
    ? closed[reset.state]
    : { title: 'There is no such link', lead: 'It may have been cut when it was copied, or a newer one has taken its place.' };
  return (
    <Door title={title} lead={lead}>
      <LinkButton href="/sign-in">Go to sign-in</LinkButton>
    </Door>
  );
}
