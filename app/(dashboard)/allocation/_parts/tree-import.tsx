'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { planTree, postTree } from '@/lib/client/allocation';
import type { TreePlan } from '@/lib/core/allocation/tree-plan';
import { TreeChanges } from './tree-changes';

interface TreeImportProps {
  isEmpty: boolean;
  /** Puts the tree back as it stands now. */
  onUndo: () => void;
}

/** A CSV that becomes the tree: what it takes away and adds is shown before anything is kept. */
export function TreeImport({ isEmpty, onUndo }: TreeImportProps) {
  const router = useRouter();
  const say = useNotice();
  const [asked, setAsked] = useState<{ file: { name: string; text: string }; plan: TreePlan } | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const plan = async (chosen: File) => {
    const file = { name: chosen.name, text: await chosen.text() };
    setError(null);
    setAsked({ file, plan: await planTree(file) });
  };
  const save = async (file: { name: string; text: string }) => {
    setBusy(true);
    setError(null);
    try {
      const { changed } = await postTree(file);
      setAsked(null);
      const places = changed === 1 ? '1 place differs' : `${changed.toLocaleString('en')} places differ`;
      say(`The tree is as the file says: ${places}`, isEmpty ? {} : { action: { label: 'Undo', run: onUndo } });
      router.refresh();
    } catch (e) {
      setError(e instanceof Error ? e.message : 'It failed. Try again.');
    }
    setBusy(false);
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
            if (file) void plan(file).catch((failed: Error) => say(failed.message, { tone: 'over' }));
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
