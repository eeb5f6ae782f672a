'use client';

import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { planTree, postTree } from '@/lib/client/allocation';
import type { TreePlan } from '@/lib/core/allocation/tree-plan';
import { TreeChanges } from './tree-changes';
import { useSave } from './use-save';

interface TreeImportProps {
  edition: string;
  /** Offers to put the tree back as it stands now, over the edition that the file made. */
  undoOf: (edition: string) => Parameters<ReturnType<typeof useNotice>>[1];
}

/** A CSV that becomes the tree: what it takes away and adds is shown before anything is kept. */
export function TreeImport({ edition, undoOf }: TreeImportProps) {
  const say = useNotice();
  const [asked, setAsked] = useState<{ file: { name: string; text: string }; plan: TreePlan } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { save: keep, busy } = useSave();
  const plan = async (file: { name: string; text: string }) => setAsked({ file, plan: await planTree(file) });
  const choose = async (chosen: File) => {
    setError(null);
    await plan({ name: chosen.name, text: await chosen.text() });
  };
  const save = async (file: { name: string; text: string }) => {
    setError(null);
    try {
      await keep(
        () => postTree({ ...file, base: edition }),
        ({ changed, editions }) => {
          setAsked(null);
          const places = changed === 1 ? '1 place differs' : `${changed.toLocaleString('en')} places differ`;
          say(`The tree is as the file says: ${places}`, undoOf(editions.tree));
        },
      );
    } catch (e) {
      setError((e as Error).message);
      await plan(file).catch(() => setAsked(null)); // what it would change is another by now, where somebody else was there before
    }
  };
  const isSame = asked !== null && Object.values(asked.plan).every((names) => names.length === 0);
  return (
    <>
      <label className={buttonClass('plain', 'normal', 'cursor-pointer focus-within:outline-2 focus-within:outline-focus')}>
        Import CSV
        <input
          type="file"
          accept=".csv,text/csv"
          className="sr-only"
          onChange={(e) => {
            const file = e.target.files?.[0];
            e.target.value = '';
            if (file) void choose(file).catch((failed: Error) => say(failed.message, { tone: 'over' }));
          }}
        />
      </label>
      <Dialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Import a tree"
        description="The file becomes the whole tree: what it does not name goes."
        actions={
          <>
            <Button onClick={() => setAsked(null)}>Cancel</Button>
            <Button tone="primary" busy={busy && 'Importing'} disabled={isSame} onClick={() => asked && save(asked.file)}>
              Import
            </Button>
          </>
        }
      >
        {asked && <TreeChanges name={asked.file.name} plan={asked.plan} />}
        {error && (
          <p role="alert" className="mt-3 text-13 text-over">
            {error}
          </p>
        )}
      </Dialog>
    </>
  );
}
