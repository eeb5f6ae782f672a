import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { InlineNotice } from '@/components/ui/notice';
import { installationState } from '@/lib/services/identity/installation-state';
import { Door } from '../_parts/door';
import { WelcomeForm } from './_parts/welcome-form';

export const metadata: Metadata = { title: 'First start' };

export default async function WelcomePage({ searchParams }: PageProps<'/welcome'>) {
  const { hasAdmin, hasSetupCode } = await installationState();
  if (hasAdmin) redirect('/sign-in');
  const { code } = await searchParams;
  return (
    <Door title="First start" lead="Create the first administrator. Everybody else joins by invitation.">
      {hasSetupCode ? (
        <WelcomeForm code={typeof code === 'string' ? code : ''} />
      ) : (
        <InlineNotice tone="warn" title="There is no setup code yet">
          Start the server again: it prints one, and this page takes it. For an unattended installation set HEADROOM_SETUP_CODE before the
          start.
        </InlineNotice>
      )}
    </Door>
  );
}
