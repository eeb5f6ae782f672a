'use client';

import { useEffect } from 'react';
import { Button, LinkButton } from '@/components/ui/button';

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  useEffect(() => console.error(error), [error]);
  return (
    <div className="mx-auto w-full max-w-[34rem] px-4 py-24">
      <title>Something failed – Headroom</title>
      <h1 className="text-20">This page could not be shown</h1>
      <p className="mt-2 text-14 text-ink-2">
        Nothing was changed. If it happens again, check that the server and its database are up{' '}
        <a className="link" href="/api/health">
          (health)
        </a>
        {error.digest ? ` and look for reference ${error.digest} in its log.` : '.'}
      </p>
      <div className="mt-6 flex gap-2">
        <Button tone="primary" onClick={reset}>
          Retry
        </Button>
        <LinkButton href="/">Go to the overview</LinkButton>
      </div>
    </div>
  );
}
