'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { go } from '@/components/filters/use-address';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Button } from '@/components/ui/button';
import { MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { useNotice } from '@/components/ui/notice';
import { changeView, deleteView, restoreView, viewsQuery } from '@/lib/client/views';
import { addressOf, viewOf } from '@/lib/core/views/cost-address';
import { byFolder, type SavedView } from '@/lib/core/views/saved-view';

/** Loaded when a view is first saved or renamed. */
const ViewsMenuDialog = dynamic(() => import('./views-menu-dialog').then((m) => m.ViewsMenuDialog));

/** Questions that were saved: mine, shared, by folder. A dot says that the view on screen is no longer the one that was opened. */
export function ViewsMenu({ view, maySave }: { view: CostView; maySave: boolean }) {
  const say = useNotice();
  const queries = useQueryClient();
  const views = useQuery(viewsQuery);
  const [open, setOpen] = useState(false);
  const [dialog, setDialog] = useState<'save-as' | 'edit' | null>(null);
  useShortcuts({ v: () => setOpen(true) });
  const all = views.data ?? [];
  const opened = all.find((v) => v.id === view.saved);
  const address = addressOf(view);
  const isChanged = opened !== undefined && opened.address !== address;
  const isGone = view.saved !== null && views.isSuccess && !opened;

  const done = (words: string, undo?: () => Promise<unknown>) => {
    queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
    say(words, undo && { action: { label: 'Undo', run: () => attempt(undo(), () => 'Taken back') } });
  };
  const attempt = <T,>(work: Promise<T>, words: (result: T) => string, undo?: () => Promise<unknown>) =>
    work.then(
      (result) => done(words(result), undo),
      (e: Error) => say(e.message, { tone: 'over' }),
    );
  const change = (v: SavedView, to: Parameters<typeof changeView>[1], words: string) =>
    attempt(
      changeView(v.id, to),
      () => words,
      () => changeView(v.id, { name: v.name, folder: v.folder, shared: v.shared, pinned: v.pinned, address: v.address }),
    );
  const remove = (v: SavedView) =>
    attempt(
      deleteView(v.id).then(() => go(costHref({ ...view, saved: null }))),
      () => `Deleted “${v.name}”`,
      () => restoreView(v.id).then(() => go(costHref({ ...view, saved: v.id }))),
    );
  const keep = (saved: SavedView) => {
    setDialog(null);
    done(`Saved “${saved.name}”`);
    queries.setQueryData(viewsQuery.queryKey, (before) => [...(before ?? []).filter((v) => v.id !== saved.id), saved]);
    go(costHref({ ...view, saved: saved.id }));
  };
  const mine = all.filter((v) => v.isMine && !v.shared);
  const shared = all.filter((v) => v.shared);
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
            {mine.length === 0 && shared.length === 0 && (
              <p className="px-2 py-1.5 text-ink-2">
                {maySave ? 'No view yet. “Save as” keeps what is on screen under a name.' : 'Nobody has shared a view yet.'}
              </p>
            )}
            {/* it scrolls, so it can be focused; what is done with a view stays in sight below */}
            {all.length > 0 && (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
              // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys
              <div role="group" aria-label="Saved views" tabIndex={0} className="min-h-16 overflow-y-auto rounded-2">
                <Section title="Mine" views={mine} openedId={view.saved} />
                <Section title="Shared" views={shared} openedId={view.saved} />
              </div>
            )}
            {(maySave || opened) && <MenuLine />}
            {isChanged && (
              <MenuItem onSelect={() => go(costHref(viewOf(opened.address, opened.id)))}>Back to “{opened.name}” as saved</MenuItem>
            )}
            {isChanged && opened.mayChange && (
              <MenuItem onSelect={() => change(opened, { address }, `“${opened.name}” now asks what is on screen`)}>Save</MenuItem>
            )}
            {maySave && <MenuItem onSelect={() => setDialog('save-as')}>Save as …</MenuItem>}
            {opened?.mayChange && (
              <>
                <MenuItem onSelect={() => setDialog('edit')}>Rename, move, share …</MenuItem>
                <MenuItem
                  onSelect={() =>
                    change(opened, { pinned: !opened.pinned }, opened.pinned ? 'Taken off the overview' : 'Pinned to the overview')
                  }
                >
                  {opened.pinned ? 'Take off the overview' : 'Pin to the overview'}
                </MenuItem>
                <MenuItem danger onSelect={() => remove(opened)}>
                  Delete “{opened.name}”
                </MenuItem>
              </>
            )}
            {opened && <MenuItem onSelect={() => go(costHref({ ...view, saved: null }))}>Close the view, keep the figures</MenuItem>}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {isChanged && opened.mayChange && (
        <Button size="small" tone="quiet" onClick={() => change(opened, { address }, `“${opened.name}” now asks what is on screen`)}>
          Save
        </Button>
      )}
      {isGone && <span className="text-12 text-ink-2">The view of this link was deleted or is not shared with you.</span>}
      {dialog && (
        <ViewsMenuDialog
          key={dialog}
          kind={dialog}
          view={dialog === 'edit' ? opened : undefined}
          address={address}
          folders={[...new Set(all.map((v) => v.folder).filter(Boolean))]}
          onClose={() => setDialog(null)}
          onSaved={keep}
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

/** One part of the list; folders are headings, and what stands in none comes first. */
function Section({ title, views, openedId }: { title: string; views: readonly SavedView[]; openedId: number | null }) {
  return byFolder(views).map(({ folder, views: own }, i) => (
    <DropdownMenu.Group key={folder} aria-label={folder || title}>
      {(i === 0 || folder) && (
        <MenuLabel>
          {i === 0 && title}
          {i === 0 && folder && ' · '}
          <bdi>{folder}</bdi>
        </MenuLabel>
      )}
      {own.map((v) => (
        <MenuItem key={v.id} onSelect={() => go(costHref(viewOf(v.address, v.id)))}>
          <span className="min-w-0 flex-1 truncate">
            <bdi className={v.id === openedId ? 'font-strong' : undefined}>{v.name}</bdi>
            {v.id === openedId && <span className="sr-only">, open</span>}
          </span>
          {v.pinned && <span className="text-12 text-ink-3">pinned</span>}
        </MenuItem>
      ))}
    </DropdownMenu.Group>
  ));
}
