'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { type CostView, costHref } from '@/components/filters/cost-view';
import { periodNames, rangeText } from '@/components/filters/period-words';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { type CostAnswer, chargeFileHref, groupFileHref } from '@/lib/client/costs';
import { viewsQuery } from '@/lib/client/views';
import { addressOf } from '@/lib/core/views/cost-address';
import { GuestLink } from '../../dashboards/_parts/guest-link';

/** Links to what is on screen: one that moves with time, one with its days pinned, and one for people without an account. */
export function ShareMenu({ view, table, mayLink }: { view: CostView; table: CostAnswer | undefined; mayLink: boolean }) {
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const saved = useQuery(viewsQuery).data?.find((v) => v.id === view.saved);
  useShortcuts({
    s: () => setOpen(true),
    e: () => {
      window.location.assign(view.tab === 'charges' ? chargeFileHref(view) : groupFileHref(view, 'xlsx'));
      say(view.tab === 'charges' ? 'The charges are saved as CSV' : 'The groups are saved as a workbook');
    },
  });
  const isPinned = view.from !== undefined && view.to !== undefined;
  const full = (href: string) => (typeof window === 'undefined' ? href : new URL(href, window.location.origin).href);
  const range = table?.period ?? null;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button tone="quiet" aria-keyshortcuts="s">
          Share
        </Button>
      }
      title="Share this view"
      description="A link holds filters, grouping and period. It shows figures to people who may see them here, and to nobody else."
      actions={<Button onClick={() => setOpen(false)}>Done</Button>}
    >
      <div className="grid gap-5">
        {!isPinned && (
          <LinkLine
            title={`${periodNames[view.period]}, whenever it is opened`}
            words="The period moves on with time."
            href={full(costHref(view))}
          />
        )}
        {range && (
          <LinkLine
            title={`${rangeText(range, { year: true })}, for good`}
            words="The days stay; corrections of bills still show."
            href={full(costHref({ ...view, ...range }))}
          />
        )}
        {mayLink && (
          <div className="grid gap-2 border-line border-t pt-4">
            {saved && saved.address === addressOf(view) ? (
              <GuestLink kind="view" id={saved.id} name={saved.name} />
            ) : (
              <>
                <p className="text-13 font-strong">For people without an account</p>
                <p className="text-13 text-ink-2">
                  {saved
                    ? 'The view was changed since it was saved. Save it, and a link can open what is on screen.'
                    : 'Save the view first: a link opens one saved view and nothing else.'}
                </p>
              </>
            )}
          </div>
        )}
      </div>
    </Dialog>
  );
}

const LinkLine = ({ title, words, href }: { title: string; words: string; href: string }) => (
  <div className="grid gap-1.5">
    <p className="text-13 font-strong">{title}</p>
    <p className="text-13 text-ink-2">{words}</p>
    <div className="flex items-start gap-2">
      <code className="min-w-0 flex-1 break-all rounded-2 bg-surface-2 px-2.5 py-1.5 font-mono text-12">{href}</code>
      <CopyButton text={href} label="Copy link" />
    </div>
  </div>
);
