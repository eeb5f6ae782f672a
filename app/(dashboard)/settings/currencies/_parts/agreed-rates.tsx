'use client';

import { useState } from 'react';
import { monthText } from '@/components/figures/rates-used';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { withdrawRate } from '@/lib/client/currencies';
import type { CurrencyMonth, CurrencySettings, MonthEffect } from '@/lib/core/fx/view';
import { Effects } from './effects';
import { useRenewal } from './use-renewal';

type Agreed = CurrencySettings['contracts'][number];

/** Rates that were typed for a month. */
export function AgreedRates({
  contracts,
  months,
  mayWrite,
}: {
  contracts: readonly Agreed[];
  months: readonly CurrencyMonth[];
  mayWrite: boolean;
}) {
  const say = useNotice();
  const [leaving, setLeaving] = useState<{ rate: Agreed; effects: MonthEffect[] } | null>(null);
  const isClosed = (a: Agreed) => months.some((m) => m.month === a.month && m.closed !== null);
  const look = async (rate: Agreed) => {
    try {
      setLeaving({ rate, effects: (await withdrawRate({ ...bodyOf(rate), preview: true })).effects });
    } catch (e) {
      say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' });
    }
  };
  const columns: Column<Agreed>[] = [
    { key: 'month', header: 'Month', cell: (a) => monthText(a.month) },
    { key: 'rate', header: 'Rate', cell: (a) => `1 ${a.base} = ${a.rate} ${a.quote}` },
    {
      key: 'withdraw',
      header: <span className="sr-only">Take back</span>,
      numeric: true,
      cell: (a) =>
        mayWrite &&
        !isClosed(a) && (
          <Button size="small" tone="quiet" aria-label={`Take back ${a.base} in ${a.quote}, ${monthText(a.month)}`} onClick={() => look(a)}>
            Take back
          </Button>
        ),
    },
  ];
  return (
    <Panel title="Agreed rates" note="Typed by people, each for one month. They go before what is published.">
      <Table caption="Agreed rates" columns={columns} rows={contracts} rowKey={(a) => `${a.base} ${a.quote} ${a.month}`} dense={false} />
      {leaving && <WithdrawDialog {...leaving} onClose={() => setLeaving(null)} />}
    </Panel>
  );
}

const bodyOf = ({ base, quote, month }: Agreed) => ({ base, quote, month: month.slice(0, 7) });

function WithdrawDialog({ rate, effects, onClose }: { rate: Agreed; effects: MonthEffect[]; onClose: () => void }) {
  const say = useNotice();
  const renew = useRenewal();
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    setBusy(true);
    try {
      await withdrawRate({ ...bodyOf(rate), preview: false });
      onClose();
      say('The month is told with what is published');
      await renew();
    } catch (e) {
      say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' });
      setBusy(false);
    }
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Take back 1 ${rate.base} = ${rate.rate} ${rate.quote}`}
      description={`${monthText(rate.month)} is told with what is published again.`}
      actions={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button tone="danger" busy={busy && 'Taking back'} onClick={withdraw}>
            Take back
          </Button>
        </>
      }
    >
      <Effects effects={effects} />
    </Dialog>
  );
}
