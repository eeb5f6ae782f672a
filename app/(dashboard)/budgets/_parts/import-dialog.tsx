'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';
import type { PlannedChange } from '@/lib/core/plan';

const signs = { create: 'new', change: 'changes', unchanged: 'stays', delete: 'goes' } as const;

/** A file of budgets: what it would change is shown before anything is kept. */
export function ImportDialog() {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [file, setFile] = useState<{ name: string; text: string } | null>(null);
  const [plan, setPlan] = useState<PlannedChange[] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const send = async (chosen: { name: string; text: string }, dryRun: boolean) => {
    setError(null);
    try {
      const answer = await api<PlannedChange[]>('/api/v1/budgets/apply', { method: 'POST', body: { ...chosen, dryRun } });
      if (dryRun) return setPlan(answer);
      setOpen(false);
      say(`${answer.filter((p) => p.action !== 'unchanged').length} budgets changed`);
      router.refresh();
    } catch (e) {
      setPlan(null);
      setError(e instanceof Error ? e.message : 'It failed. Try again.');
    }
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Import</Button>}
      title="Import budgets"
      description="CSV or YAML, as it is exported here and as `headroom budgets apply` reads it."
      actions={
        <Button tone="primary" disabled={!plan || !file} onClick={() => file && send(file, false)}>
          Apply
        </Button>
      }
    >
      <label className="grid gap-1 text-13 font-strong">
        File
        <input
          type="file"
          accept=".csv,.yaml,.yml,.json"
          className="h-9 text-13 font-normal file:mr-3 file:h-8 file:rounded-2 file:border file:border-edge file:bg-surface file:px-3"
          onChange={async (e) => {
            const chosen = e.target.files?.[0];
            if (!chosen) return;
            const read = { name: chosen.name, text: await chosen.text() };
            setFile(read);
            await send(read, true);
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
            <li key={p.name} className="border-line border-b py-1">
              <span className="flex justify-between gap-4">
                <span className="min-w-0 truncate">{p.name}</span>
                <span className="text-ink-2">
                  {signs[p.action]} {p.fields.join(', ')}
                </span>
              </span>
              {p.warnings?.map((w) => (
                <span key={w} className="block text-12 text-warn">
                  {w}
                </span>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
