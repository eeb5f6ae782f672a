'use client';

import { DropdownMenu } from 'radix-ui';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { go } from '@/components/filters/use-address';
import { Button } from '@/components/ui/button';
import { MenuItem, MenuLabel, MenuLine } from '@/components/ui/menu';
import { addressOf, viewOf } from '@/lib/core/views/cost-address';
import { byFolder, type SavedView } from '@/lib/core/views/saved-view';
import { useViewChanges } from './use-view-changes';

interface ViewsMenuListProps {
  view: CostView;
  all: readonly SavedView[];
  /** The one that was opened, and whether the view on screen is another by now. */
  opened: SavedView | undefined;
  isChanged: boolean;
  maySave: boolean;
  onDialog: (kind: 'save-as' | 'edit') => void;
}

/** The saved views, mine and shared, and below them what can be done with the one that is open. */
export function ViewsMenuList({ view, all, opened, isChanged, maySave, onDialog }: ViewsMenuListProps) {
  const { change, keepQuestion, remove } = useViewChanges(view);
  const mine = all.filter((v) => v.isMine && !v.shared);
  const shared = all.filter((v) => v.shared);
  return (
    <>
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
      {isChanged && opened && (
        <MenuItem onSelect={() => go(costHref(viewOf(opened.address, opened.id)))}>Back to “{opened.name}” as saved</MenuItem>
      )}
      {isChanged && opened?.mayChange && <MenuItem onSelect={() => keepQuestion(opened, addressOf(view))}>Save</MenuItem>}
      {maySave && <MenuItem onSelect={() => onDialog('save-as')}>Save as …</MenuItem>}
      {opened?.mayChange && (
        <>
          <MenuItem onSelect={() => onDialog('edit')}>Rename, move, share …</MenuItem>
          <MenuItem
            onSelect={() => change(opened, { pinned: !opened.pinned }, opened.pinned ? 'Taken off the overview' : 'Pinned to the overview')}
          >
            {opened.pinned ? 'Take off the overview' : 'Pin to the overview'}
          </MenuItem>
          <MenuItem danger onSelect={() => remove(opened)}>
            Delete “{opened.name}”
          </MenuItem>
        </>
      )}
      {opened && <MenuItem onSelect={() => go(costHref({ ...view, saved: null }))}>Close the view, keep the figures</MenuItem>}
    </>
  );
}

/** Beside the menu, while the view on screen is no longer the one that was saved. */
export function SaveChanged({ view, opened }: { view: CostView; opened: SavedView }) {
  const { keepQuestion } = useViewChanges(view);
  return (
    <Button size="small" tone="quiet" onClick={() => keepQuestion(opened, addressOf(view))}>
      Save
    </Button>
  );
}

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
