'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';

export function DeleteBudget({ name }: { name: string }) {
  const router = useRouter();
  const say = useNotice();
  const [busy, setBusy] = useState(false);
  const remove = async () => {
    setBusy(true);
    try {
      await api(`/api/v1/budgets/${encodeURIComponent(name)}`, { method: 'DELETE' });
      say(`Budget ${name} is deleted`);
      router.push('/budgets');
      router.refresh();
    } catch (e) {
      say(e instanceof Error ? e.message : 'It failed. Try again.', { tone: 'over' });
      setBusy(false);
    }
  };
  return (
    <Dialog
      trigger={<Button tone="danger">Delete</Button>}
      title={`Delete "${name}"?`}
      description="Its alerts stay in the inbox; its thresholds are no longer watched."
      actions={
        <Button tone="danger" onClick={remove} busy={busy && 'Deleting'}>
          Delete budget
        </Button>
      }
    />
  );
}
