'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Money } from '@/components/figures/money';
import { rangeText } from '@/components/filters/period-words';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { Table } from '@/components/ui/table';
import { api } from '@/lib/client/api';
import type { Range } from '@/lib/core/time/period';
import type { Repriced } from '@/lib/services/prices/reprice-past';

interface Answer {
  applied: boolean;
  changed: number;
  rows: Repriced[];
}

const MOST = 50;

/** Prices past use with the prices of today's book: first what that would change, then on request the change. */
export function RepriceDialog({ period }: { period: Range }) {
  const router = useRouter();
  const say = useNotice();
  const [isOpen, setOpen] = useState(false);
  const [seen, setSeen] = useState<Answer | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const ask = async (apply: boolean) => {
    setBusy(true);
    setFailure(null);
    try {
      const answer = await api<Answer>('/api/v1/prices/reprice', { method: 'POST', body: { ...period, apply } });
      if (!apply) return setSeen(answer);
      say(answer.applied ? `${answer.changed.toLocaleString('en')} events have another price` : 'Nothing changed');
      setOpen(false);
      router.refresh();
    } catch (e) {
      setFailure((e as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(open) => {
        setOpen(open);
        setSeen(null);
        if (open) void ask(false);
      }}
      trigger={<Button>Price past use again</Button>}
      title="Price past use again"
      description={`The calls of ${rangeText(period, { year: true })}, each at the price of its own day as it is known now. Bills are not touched.`}
      kind="side"
    >
      <div className="grid gap-4">
        {failure && <FormError message={failure} />}
        {!seen && !failure && (
          <p className="text-13 text-ink-2" role="status">
            What would change is being reckoned …
          </p>
        )}
        {seen && (
          <Table
            caption="What would change"
            rows={seen.rows.slice(0, MOST)}
            rowKey={(r) => [r.channel, r.model, r.currency].join(' ')}
            empty="Every call has the price that is known now; there is nothing to change."
            maxHeight="max-h-96"
            columns={[
              {
                key: 'model',
                header: 'Model',
                className: 'min-w-40',
                cell: (r) => `${r.model ?? 'No model named'} on ${r.channel ?? 'no channel'}`,
              },
              { key: 'events', header: 'Events', numeric: true, cell: (r) => r.events.toLocaleString('en') },
              { key: 'before', header: 'Now', numeric: true, cell: (r) => amount(r.before, r) },
              { key: 'after', header: 'Then', numeric: true, cell: (r) => amount(r.after, r) },
              {
                key: 'difference',
                header: 'Difference',
                numeric: true,
                cell: (r) => (r.difference === null ? '–' : <Money amount={r.difference} currency={r.currency} form="signed" />),
              },
            ]}
          />
        )}
        <div className="flex justify-end">
          <Button
            tone="primary"
            busy={isBusy && seen !== null && 'Changing …'}
            disabled={!seen || seen.changed === 0}
            onClick={() => void ask(true)}
          >
            {seen && seen.changed > 0 ? `Change ${seen.changed.toLocaleString('en')} events` : 'Change nothing'}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

const amount = (value: string | null, { currency }: Repriced) =>
  value === null ? 'not priced' : <Money amount={value} currency={currency} />;
