'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Name } from '@/components/figures/name';
import { Button, buttonClass } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState } from '@/components/ui/panel-states';
import { putShared } from '@/lib/client/allocation';
import { fold } from '@/lib/core/allocation/fold';
import type { Placement } from '@/lib/core/allocation/placement';
import { writeTreeCsv } from '@/lib/core/allocation/tree';
import { NodeDialog } from './node-dialog';
import { TreeImport } from './tree-import';
import { useSave } from './use-save';
import { type AllocationView, allocationHref } from './view';

interface TreeTabProps {
  tree: readonly Placement[];
  edition: string;
  values: readonly string[];
  mayWrite: boolean;
  today: string;
  view: AllocationView;
}

interface Placed {
  place: Placement;
  depth: number;
}

const isOn = (p: Placement, day: string) => (p.since === null || p.since <= day) && (p.until === null || day < p.until);

/** Names below the one that is above them, as they stand on a day. */
function placedOn(tree: readonly Placement[], day: string): Placed[] {
  const now = tree.filter((p) => isOn(p, day));
  const below = (parent: string | null, depth: number): Placed[] =>
    depth > 12
      ? []
      : now
          .filter((p) => (p.parent === null ? parent === null : parent !== null && fold(p.parent) === fold(parent)))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
          .flatMap((place) => [{ place, depth }, ...below(place.name, depth + 1)]);
  return below(null, 0);
}

/** Organisation, departments, teams, applications. A move counts from its day on and rewrites nothing. */
export function TreeTab({ tree, edition, values, mayWrite, today, view }: TreeTabProps) {
  const router = useRouter();
  const say = useNotice();
  const day = view['as-of'] ?? today;
  const showDay = (next: string) =>
    router.replace(allocationHref({ ...view, tab: 'tree', 'as-of': next === today ? null : next || null }), { scroll: false });
  const [edited, setEdited] = useState<Placement | 'new' | null>(null);
  const placed = placedOn(tree, day);
  const missing = values.filter((v) => !tree.some((p) => isOn(p, day) && fold(p.name) === fold(v)));
  const { save: keep, busy } = useSave();
  const save = (next: readonly Placement[], words: string, { base = edition, canUndo = false } = {}) =>
    keep(
      () => putShared({ tree: next, base: { tree: base } }),
      (saved) => {
        setEdited(null);
        say(words, canUndo ? undoOf(saved.editions.tree) : {});
      },
    );
  /** Puts the tree back as it stands here, over what was just saved. */
  const undoOf = (base: string) => ({ action: { label: 'Undo', run: () => attempt(save(tree, 'The tree is as it was', { base })) } });
  const attempt = (work: Promise<void>) => void work.catch((e: Error) => say(e.message, { tone: 'over' }));
  const later = tree.filter((p) => !isOn(p, day));
  return (
    <Panel
      className="border-t-0 pt-0"
      title="Who belongs to whom"
      note="A month uses the tree of its first day: a move within it counts from the next month on."
      actions={
        <>
          <label className="flex items-center gap-2 text-13 text-ink-2">
            As of
            <input
              type="date"
              value={day}
              onChange={(e) => showDay(e.target.value)}
              className="h-8 rounded-2 border border-edge bg-surface px-2 text-13 text-ink"
            />
          </label>
          {tree.length > 0 && (
            <a
              className={buttonClass('quiet')}
              download="tree.csv"
              href={`data:text/csv;charset=utf-8,${encodeURIComponent(writeTreeCsv(tree))}`}
            >
              CSV
            </a>
          )}
          {mayWrite && (
            <>
              <TreeImport edition={edition} undoOf={tree.length === 0 ? () => ({}) : undoOf} />
              <Button tone="primary" disabled={busy} onClick={() => setEdited('new')}>
                Add
              </Button>
            </>
          )}
        </>
      }
    >
      {tree.length === 0 ? (
        <EmptyState
          title="There is no tree yet"
          reason="Add departments and put the teams below them, or import a CSV with the columns name, parent, kind, from, to. Showback and statements then stand by department."
        />
      ) : (
        <ul className="grid max-w-4xl border-line border-t text-13" aria-label="Tree">
          {placed.map(({ place, depth }) => (
            <li
              key={`${place.name} ${place.since}`}
              className="flex flex-wrap items-center gap-x-3 border-line border-b py-1"
              style={{ paddingLeft: `${depth * 1.25}rem` }}
            >
              <span className={place.kind === 'department' ? 'min-w-32 flex-1 font-strong' : 'min-w-32 flex-1'}>
                <Name>{place.name}</Name> <span className="font-normal text-12 text-ink-3">{place.kind}</span>
              </span>
              <span className="text-12 text-ink-3">
                {[place.since && `since ${place.since}`, place.until && `until before ${place.until}`].filter(Boolean).join(', ')}
              </span>
              {mayWrite && (
                <span className="flex gap-1">
                  <Button tone="quiet" size="small" disabled={busy} aria-label={`Move ${place.name}`} onClick={() => setEdited(place)}>
                    Move
                  </Button>
                  <Button
                    tone="quiet"
                    size="small"
                    disabled={busy}
                    aria-label={`Remove ${place.name}`}
                    onClick={() =>
                      attempt(
                        save(
                          tree.filter((p) => p !== place),
                          `${place.name} is removed`,
                          { canUndo: true },
                        ),
                      )
                    }
                  >
                    Remove
                  </Button>
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {tree.length > 0 && placed.length === 0 && <p className="py-3 text-13 text-ink-2">Nothing stood in the tree on {day}.</p>}
      {later.length > 0 && (
        <details className="pt-3 text-13">
          <summary className="cursor-pointer text-ink-2">{later.length === 1 ? '1 place' : `${later.length} places`} of other days</summary>
          <ul className="grid max-w-4xl pt-1">
            {later.map((p) => (
              <li key={`${p.name} ${p.parent} ${p.since}`} className="border-line border-b py-1 text-ink-2">
                <Name>{p.name}</Name> below {p.parent === null ? 'the organisation' : <Name>{p.parent}</Name>}
                {p.since && `, since ${p.since}`}
                {p.until && `, until before ${p.until}`}
              </li>
            ))}
          </ul>
        </details>
      )}
      {tree.length > 0 && missing.length > 0 && (
        <p className="pt-3 text-13 text-ink-2">
          With costs and not in the tree: {missing.slice(0, 12).join(', ')}
          {missing.length > 12 && ` and ${missing.length - 12} more`}.
        </p>
      )}
      {edited !== null && (
        <NodeDialog
          place={edited === 'new' ? null : edited}
          tree={tree}
          values={missing}
          today={today}
          onClose={() => setEdited(null)}
          onSave={(next, words) => save(next, words)}
        />
      )}
    </Panel>
  );
}
