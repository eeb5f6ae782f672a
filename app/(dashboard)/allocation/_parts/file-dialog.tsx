'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { planAllocation, postAllocation } from '@/lib/client/allocation';
import type { PlannedChange } from '@/lib/core/plan';
import { useSave } from './use-save';

const signs = { create: 'new', change: 'changes', unchanged: 'stays', delete: 'goes' } as const;

/** The whole allocation as a file: what it would change is shown before anything is kept. */
export function FileDialog({ edition }: { edition: string }) {
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [plan, setPlan] = useState<PlannedChange[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const { save: keep, busy } = useSave();
  const planned = async (chosen: { name: string; text: string }) => {
    setError(null);
    setPlan(null);
    await planAllocation(chosen).then(setPlan, (e: Error) => setError(e.message));
  };
  const apply = async (chosen: { name: string; text: string }) => {
    setError(null);
    try {
      await keep(
        () => postAllocation({ ...chosen, base: edition }),
        () => {
          setOpen(false);
          say('The file is applied, for the past too');
        },
      );
    } catch (e) {
      await planned(chosen); // what it would change is another by now, where somebody else was there before
      setError((e as Error).message);
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Import</Button>}
      title="Import an allocation"
      description="YAML, as it is exported here and as `headroom allocation apply` reads it. It is the whole allocation: what it does not name goes."
      actions={
        <Button tone="primary" busy={busy && 'Allocating'} disabled={!plan || !file} onClick={() => file && apply(file)}>
          Apply
        </Button>
      }
    >
      <label className="grid gap-1 text-13 font-strong">
        File
        <input
          type="file"
          accept=".yaml,.yml,.json"
          className="h-9 text-13 font-normal file:mr-3 file:h-8 file:rounded-2 file:border file:border-edge file:bg-surface file:px-3"
          onChange={async (e) => {
            const chosen = e.target.files?.[0];
            if (!chosen) return;
            const read = { name: chosen.name, text: await chosen.text() };
            setFile(read);
            await planned(read);
          }}
        />
      </label>
      {error && (
        <p role="alert" className="mt-3 text-13 text-over">
          {error}
        </p>
      )}
      {plan && (
        <ul className="mt-3 text-13">
          {plan.map((p) => (
            <li key={p.name} className="flex justify-between gap-4 border-line border-b py-1">
              <span className="min-w-0 truncate">{p.name}</span>
              <span className="text-ink-2">
                {signs[p.action]} {p.fields.join(', ')}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
