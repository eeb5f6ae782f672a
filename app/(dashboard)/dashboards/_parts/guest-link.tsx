'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { useNotice } from '@/components/ui/notice';
import { Select } from '@/components/ui/select';
import { api } from '@/lib/client/api';

const lifetimes = [
  { value: '7', label: '7 days' },
  { value: '30', label: '30 days' },
  { value: '90', label: '90 days' },
  { value: '366', label: 'a year' },
];

/** Makes a read-only link to one view or dashboard for somebody without an account, and shows it once. */
export function GuestLink({ kind, id, name }: { kind: 'view' | 'dashboard'; id: number; name: string }) {
  const say = useNotice();
  const [days, setDays] = useState('30');
  const [busy, setBusy] = useState(false);
  const [link, setLink] = useState<{ href: string; until: string } | null>(null);
  const make = async () => {
    setBusy(true);
    await api<{ path: string; expiresAt: string }>('/api/v1/share-links', { method: 'POST', body: { kind, id, days } }).then(
      (made) => setLink({ href: new URL(made.path, window.location.origin).href, until: made.expiresAt.slice(0, 10) }),
      (e: Error) => say(e.message, { tone: 'over' }),
    );
    setBusy(false);
  };
  return (
    <div className="grid gap-2">
      <p className="text-13 font-strong">For people without an account</p>
      <p className="text-13 text-ink-2">
        Whoever holds the link sees <bdi className="text-ink">{name}</bdi>, read-only, and no charge behind it. Settings → Share links
        withdraws it.
      </p>
      {link ? (
        <>
          <div className="flex items-start gap-2">
            <code className="min-w-0 flex-1 break-all rounded-2 bg-surface-2 px-2.5 py-1.5 font-mono text-12">{link.href}</code>
            <CopyButton text={link.href} label="Copy link" />
          </div>
          <p className="text-12 text-ink-2">Open until {link.until}. It is shown only now.</p>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-2 text-13 text-ink-2">
          <span>Open for</span>
          <Select dense aria-label="Open for" className="h-8!" value={days} onChange={setDays} options={lifetimes} />
          <Button busy={busy && 'Making it'} onClick={make}>
            Make a link
          </Button>
        </div>
      )}
    </div>
  );
}
