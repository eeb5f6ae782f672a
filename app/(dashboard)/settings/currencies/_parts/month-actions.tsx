'use client';

import { useState } from 'react';
import { monthText, originText } from '@/components/figures/rates-used';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { closeMonth, reopenMonth } from '@/lib/client/currencies';
import { rateSentence } from '@/lib/core/fx/rate';
import type { CurrencyMonth } from '@/lib/core/fx/view';
import { useRenewal } from './use-renewal';

/** Closes a month that is over, or opens one again; what that means is said first. */
export function MonthActions({ month, reporting }: { month: CurrencyMonth; reporting: string }) {
  const say = useNotice();
  const renew = useRenewal();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  if (!month.over) return null;
  const name = monthText(month.month);
  const rated = month.pairs.flatMap((p) => p.rate ?? []);
  const without = month.pairs.filter((p) => p.rate === null).map((p) => p.currency);
  const isClosed = month.closed !== null;
  const run = async () => {
    setBusy(true);
    try {
      await (isClosed ? reopenMonth : closeMonth)(month.month.slice(0, 7));
      setOpen(false);
      say(isClosed ? `${name} is open` : `${name} is closed`);
      await renew();
    } catch (e) {
      say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' });
    }
    setBusy(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" tone="quiet" aria-label={`${isClosed ? 'Reopen' : 'Close'} ${name}`}>
          {isClosed ? 'Reopen' : 'Close'}
        </Button>
      }
      title={isClosed ? `Reopen ${name}` : `Close ${name} with these rates`}
      description={
        isClosed
          ? `Its figures in ${reporting} change to what today’s rates say. This is written to the audit log.`
          : 'Rates that come later do not change it, in any currency. Bills that come later still count.'
      }
      actions={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button tone={isClosed ? 'danger' : 'primary'} busy={busy && (isClosed ? 'Reopening' : 'Closing')} onClick={run}>
            {isClosed ? 'Reopen the month' : 'Close the month'}
          </Button>
        </>
      }
    >
      <ul className="grid gap-1 text-13 tabular-nums">
        {rated.map((r) => (
          <li key={r.base}>
            {rateSentence(r)} <span className="text-ink-2">({originText(r)})</span>
          </li>
        ))}
        {!isClosed && without.length > 0 && (
          <li className="text-warn">{without.join(', ')}: no rate. It stays apart until the month is reopened.</li>
        )}
        {rated.length === 0 && without.length === 0 && <li className="text-ink-2">All of it was billed in {reporting}.</li>}
      </ul>
    </Dialog>
  );
}
