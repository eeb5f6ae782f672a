'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FormError } from '@/components/ui/form-error';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';
import { inSentence } from '@/lib/core/text/in-sentence';

/** Closing cannot be taken back, so that it is asked for twice. */
export function CloseMonth({ dimension, month }: { dimension: { key: string; title: string }; month: string }) {
  const router = useRouter();
  const say = useNotice();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const close = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await api('/api/v1/allocation/statements', { method: 'POST', body: { dimension: dimension.key, month } });
      setOpen(false);
      say(`${month} is closed`);
      router.push(`/allocation?tab=statements&dimension=${dimension.key}&month=${month}`);
      router.refresh();
    } catch (e) {
      setFailure(e instanceof Error ? e.message : 'It failed. Try again.');
    }
    setBusy(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">Close {month}</Button>}
      title={`Close ${month}?`}
      description={`All statements by ${inSentence(dimension.title)} are kept as they are now, in every currency. They never change again: what becomes known later is a true-up of the next month.`}
      actions={
        <Button tone="primary" busy={busy && 'Closing'} onClick={close}>
          Close {month} for ever
        </Button>
      }
    >
      {failure && <FormError message={failure} />}
    </Dialog>
  );
}
