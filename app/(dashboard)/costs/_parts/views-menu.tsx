'use client';

import { useQuery } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import type { CostView } from '@/components/filters/cost-view';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/panel-states';
import { viewsQuery } from '@/lib/client/views';
import { addressOf } from '@/lib/core/views/cost-address';

// Loaded when somebody opens the menu, saves or renames.
const ViewsMenuList = dynamic(() => import('./views-menu-list').then((m) => m.ViewsMenuList), {
  loading: () => <Skeleton shape="rows" rows={4} />,
});
const SaveChanged = dynamic(() => import('./views-menu-list').then((m) => m.SaveChanged));
const ViewsMenuDialog = dynamic(() => import('./views-menu-dialog').then((m) => m.ViewsMenuDialog));

/** Questions that were saved: mine, shared, by folder. A dot says that the view on screen is no longer the one that was opened. */
export function ViewsMenu({ view, maySave }: { view: CostView; maySave: boolean }) {
  const views = useQuery(viewsQuery);
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<'save-as' | 'edit' | null>(null);
  useShortcuts({ v: () => setOpen(true) });
  const all = views.data ?? [];
  const opened = all.find((v) => v.id === view.saved);
  const address = addressOf(view);
  const isChanged = opened !== undefined && opened.address !== address;
  const isGone = view.saved !== null && views.isSuccess && !opened;
  return (
    <span className="flex min-w-0 items-center gap-2 print:hidden">
      <DropdownMenu.Root modal={false} open={open} onOpenChange={setOpen}>
        <DropdownMenu.Trigger asChild>
          <Button size="small" className="min-w-0 max-w-72 shrink!" aria-keyshortcuts="v">
            <span className="min-w-0 truncate">{opened ? <bdi>{opened.name}</bdi> : 'Views'}</span>
            {isChanged && <Dot />}
            <svg aria-hidden="true" viewBox="0 0 8 8" className="size-2 shrink-0 text-ink-2">
              <path d="M1 2.5 4 5.5 7 2.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
            </svg>
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content
            align="start"
            sideOffset={4}
            collisionPadding={8}
            aria-label="Views"
            className="z-50 max-h-[min(32rem,var(--radix-dropdown-menu-content-available-height))] flex w-[min(22rem,calc(100vw-1rem))] flex-col rounded-3 border border-edge bg-surface p-1 text-13 text-ink"
          >
            <ViewsMenuList {...{ view, all, opened, isChanged, maySave }} onDialog={setDialog} />
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {isChanged && opened.mayChange && <SaveChanged view={view} opened={opened} />}
      {isGone && <span className="text-12 text-ink-2">The view of this link was deleted or is not shared with you.</span>}
      {dialog && (
        <ViewsMenuDialog
          key={dialog}
          kind={dialog}
          question={view}
          view={dialog === 'edit' ? opened : undefined}
          folders={[...new Set(all.map((v) => v.folder).filter(Boolean))]}
          onClose={() => setDialog(null)}
        />
      )}
    </span>
  );
}

const Dot = () => (
  <>
    <span aria-hidden="true" className="size-1.5 shrink-0 rounded-full bg-accent" title="Changed since it was saved" />
    <span className="sr-only">(changed)</span>
  </>
);
