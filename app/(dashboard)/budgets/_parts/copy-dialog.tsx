'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';
import type { CopyPlan } from '@/lib/services/budgets/copy-budgets';

/** Every budget once more for another year. What it would change is shown before anything is kept. */
export function CopyDialog({ year }: { year: number }) {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState({ fromYear: String(year), toYear: String(year + 1), grow: '0%' });
  const [plan, setPlan] = useState<CopyPlan['plan'] | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (dryRun: boolean) => {
    setError(null);
    setBusy(true);
    try {
      const answer = await api<CopyPlan>('/api/v1/budgets/copy', { method: 'POST', body: { ...asked, dryRun } });
      if (dryRun) return setPlan(answer.plan);
      setOpen(false);
      setPlan(null);
      const count = answer.plan.filter((p) => p.action !== 'unchanged').length;
      say(`${count} ${count === 1 ? 'budget' : 'budgets'} carried on into ${asked.toYear}`);
      router.refresh();
    } catch (e) {
      setPlan(null);
      setError(e instanceof Error ? e.message : 'It failed. Try again.');
    } finally {
      setBusy(false);
    }
  };
  const field = (key: keyof typeof asked, label: string) => (
    <TextField
      label={label}
      inputMode={key === 'grow' ? 'text' : 'numeric'}
      value={asked[key]}
      onChange={(e) => {
        setAsked({ ...asked, [key]: e.target.value });
        setPlan(null);
      }}
    />
  );
  const changes = plan?.filter((p) => p.action !== 'unchanged') ?? [];
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Copy to a year</Button>}
      title="Copy the budgets to another year"
      description="Dated amounts and own periods come once more; an amount that is for every period holds from the beginning of that year. Each grows by the percentage. What the year has already stays."
      actions={
        <>
          <Button onClick={() => send(true)} busy={busy && !plan && 'Looking'}>
            Show what changes
          </Button>
          <Button tone="primary" disabled={changes.length === 0} onClick={() => send(false)} busy={busy && plan !== null && 'Copying'}>
            Copy
          </Button>
        </>
      }
    >
      <div className="grid gap-4 sm:grid-cols-3">
        {field('fromYear', 'From year')}
        {field('toYear', 'To year')}
        {field('grow', 'Grow by')}
      </div>
      {error && (
        <p role="alert" className="mt-3 text-13 text-over">
          {error}
        </p>
      )}
      {plan && changes.length === 0 && (
        <p role="status" className="mt-3 text-13 text-ink-2">
          Nothing changes: amounts that stay the same go on by themselves.
        </p>
      )}
      {changes.length > 0 && (
        <ul aria-label="What changes" className="mt-3 border-line border-t text-13">
          {changes.map((p) => (
            <li key={p.name} className="flex justify-between gap-4 border-line border-b py-1">
              <bdi className="min-w-0 truncate">{p.name}</bdi>
              <span className="text-ink-2">{p.fields.map((f) => (f === 'window' ? 'periods' : f)).join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
