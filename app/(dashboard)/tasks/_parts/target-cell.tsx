'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { HeadroomBar } from '@/components/brand/headroom-bar';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { FormError } from '@/components/ui/form-error';
import { api } from '@/lib/client/api';
import { unitFigure } from '@/lib/core/money/unit-figure';

interface TargetCellProps {
  taskType: string;
  perTask: string | null;
  target: { amount: string; currency: string } | null;
  currency: string;
  mayWrite: boolean;
}

/** What a task of this type may cost, and how much room is left to it; a click changes it. */
export function TargetCell({ taskType, perTask, target, currency, mayWrite }: TargetCellProps) {
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const router = useRouter();
  const set = async (amount: string | null) => {
    try {
      await api('/api/v1/unit-targets', { method: 'PUT', body: { taskType, amount, currency: target?.currency ?? currency } });
      setOpen(false);
      router.refresh();
    } catch (e) {
      setFailure((e as Error).message);
    }
  };
  const words = target ? `${unitFigure(target.amount, target.currency)} ${target.currency}` : 'Set a target';
  const bar = target && target.currency === currency && perTask !== null && (
    <HeadroomBar
      size={8}
      className="w-14"
      label={`Target of ${taskType}`}
      cap={target.amount}
      used={perTask}
      currency={currency}
      words={null}
    />
  );
  if (!mayWrite)
    return target ? (
      <span className="flex items-center gap-3">
        {bar} <span className="whitespace-nowrap tabular-nums">{words}</span>
      </span>
    ) : (
      '–'
    );
  return (
    <span className="flex items-center gap-3">
      {bar}
      <button
        type="button"
        aria-label={target ? `Target of ${taskType}: ${words}. Change` : `Set a target for ${taskType}`}
        className="min-h-6 whitespace-nowrap text-13 text-ink-2 tabular-nums underline decoration-line underline-offset-3 hover:text-ink hover:decoration-ink"
        onClick={() => setOpen(true)}
      >
        {words}
      </button>
      {isOpen && (
        <Dialog
          open
          onOpenChange={setOpen}
          title="What a task may cost"
          description={`On average over the period, for "${taskType}".`}
          actions={
            <>
              {target && <Button onClick={() => set(null)}>Take away</Button>}
              <Button tone="primary" type="submit" form="unit-target">
                Save
              </Button>
            </>
          }
        >
          <form
            id="unit-target"
            className="grid gap-4"
            onSubmit={(e) => {
              e.preventDefault();
              void set(String(new FormData(e.currentTarget).get('amount') ?? ''));
            }}
          >
            {failure && <FormError message={failure} />}
            <TextField
              label={`Target, ${target?.currency ?? currency}`}
              name="amount"
              inputMode="decimal"
              required
              defaultValue={target?.amount ?? ''}
              hint={perTask === null ? undefined : `It is ${unitFigure(perTask, currency)} ${currency} in this period.`}
            />
          </form>
        </Dialog>
      )}
    </span>
  );
}
