'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { signOutEverywhere } from '@/lib/client/account';

export function SessionsPanel() {
  const say = useNotice();
  const [busy, setBusy] = useState(false);
  const end = () => {
    setBusy(true);
    signOutEverywhere().then(
      () => window.location.assign('/sign-in'),
      (error: Error) => {
        setBusy(false);
        say(error.message, { tone: 'over' });
      },
    );
  };
  return (
    <Panel
      title="Sessions"
      note="Signing in lasts for 14 days in a browser. If one of yours is lost or was not yours, end them all; this one ends too."
    >
      <Button onClick={end} busy={busy && 'Signing out'}>
        Sign out everywhere
      </Button>
    </Panel>
  );
}
