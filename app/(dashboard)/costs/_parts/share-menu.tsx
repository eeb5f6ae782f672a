'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { CostView } from '@/components/filters/cost-view';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { type CostAnswer, chargeFileHref, groupFileHref } from '@/lib/client/costs';
import { viewsQuery } from '@/lib/client/views';

/** Loaded when somebody shares. */
const ShareDialog = dynamic(() => import('./share-links').then((m) => m.ShareDialog), { ssr: false });

/** Links to what is on screen: one that moves with time, one with its days pinned, and one for people without an account. */
export function ShareMenu({ view, table, mayLink }: { view: CostView; table: CostAnswer | undefined; mayLink: boolean }) {
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const saved = useQuery(viewsQuery).data?.find((v) => v.id === view.saved);
  useShortcuts({
    s: () => setOpen(true),
    // what explains a change is written by its own tab
    ...(view.tab !== 'why' && {
      e: () => {
        window.location.assign(view.tab === 'charges' ? chargeFileHref(view) : groupFileHref(view, 'xlsx'));
        say(view.tab === 'charges' ? 'The charges are saved as CSV' : 'The groups are saved as a workbook');
      },
    }),
  });
  return (
    <>
      <Button tone="quiet" aria-haspopup="dialog" aria-keyshortcuts="s" onClick={() => setOpen(true)}>
        Share
      </Button>
      {open && <ShareDialog view={view} range={table?.period ?? null} mayLink={mayLink} saved={saved} onClose={() => setOpen(false)} />}
    </>
  );
}
