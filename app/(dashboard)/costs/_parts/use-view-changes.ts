import { useQueryClient } from '@tanstack/react-query';
import { type CostView, costHref } from '@/components/filters/cost-view';
import { go } from '@/components/filters/use-address';
import { useNotice } from '@/components/ui/notice';
import { changeView, deleteView, restoreView, viewsQuery } from '@/lib/client/views';
import type { SavedView } from '@/lib/core/views/saved-view';

/** What is done with saved views, each with its word and, where it can be taken back, its way back. */
export function useViewChanges(view: CostView) {
  const say = useNotice();
  const queries = useQueryClient();
  const done = (words: string, undo?: () => Promise<unknown>) => {
    queries.invalidateQueries({ queryKey: viewsQuery.queryKey });
    say(words, undo && { action: { label: 'Undo', run: () => attempt(undo(), () => 'Taken back') } });
  };
  const attempt = <T>(work: Promise<T>, words: (result: T) => string, undo?: () => Promise<unknown>) =>
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
  return {
    change,
    /** The view asks what is on screen from now on. */
    keepQuestion: (v: SavedView, address: string) => change(v, { address }, `“${v.name}” now asks what is on screen`),
    remove: (v: SavedView) =>
      attempt(
        deleteView(v.id).then(() => go(costHref({ ...view, saved: null }))),
        () => `Deleted “${v.name}”`,
        () => restoreView(v.id).then(() => go(costHref({ ...view, saved: v.id }))),
      ),
    /** One that was just saved is the one that is open. */
    saved: (v: SavedView) => {
      done(`Saved “${v.name}”`);
      queries.setQueryData(viewsQuery.queryKey, (before) => [...(before ?? []).filter((other) => other.id !== v.id), v]);
      go(costHref({ ...view, saved: v.id }));
    },
  };
}
