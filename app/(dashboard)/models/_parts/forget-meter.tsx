'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';

/** Has a meter read as before it was taught. */
export function ForgetMeter({ id, meter }: { id: number; meter: string }) {
  const router = useRouter();
  const say = useNotice();
  const [isBusy, setBusy] = useState(false);
  const forget = async () => {
    setBusy(true);
    try {
      await api(`/api/v1/meters/${id}`, { method: 'DELETE' });
      say('Forgotten; it is read as before');
      router.refresh();
    } catch (e) {
      say((e as Error).message, { tone: 'over' });
    }
    setBusy(false);
  };
  return (
    <Button size="small" tone="quiet" aria-label={`Forget ${meter}`} busy={isBusy && 'Forgetting'} onClick={forget}>
      Forget
    </Button>
  );
}
