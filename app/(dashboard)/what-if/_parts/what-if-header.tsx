'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { DayRange } from '@/components/filters/day-range';
import { PeriodPicker } from '@/components/filters/period-picker';
import { PageHeader } from '@/components/shell/page-header';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { TextField } from '@/components/ui/field';
import { useNotice } from '@/components/ui/notice';
import { api } from '@/lib/client/api';
import type { Range } from '@/lib/core/time/period';
import { type WhatIfView, whatIfHref } from './view';

/** Period, and a name to keep the scenario under. */
export function WhatIfHeader({ view, note, period, maySave }: { view: WhatIfView; note: string; period: Range; maySave: boolean }) {
  const router = useRouter();
  const show = (next: Partial<WhatIfView>) => router.push(whatIfHref({ ...view, scenario: null, ...next }), { scroll: false });
  const pinned = view.from && view.to ? { from: view.from, to: view.to } : null;
  return (
    <PageHeader
      title="What-if"
      note={note}
      actions={
        <>
          {pinned && (
            <DayRange
              {...pinned}
              onChange={(range) => router.replace(whatIfHref({ ...view, scenario: null, ...range }), { scroll: false })}
            />
          )}
          <PeriodPicker
            period={view.period}
            pinned={pinned !== null}
            onChoose={(next) => show({ period: next, from: undefined, to: undefined })}
            onPin={() => show(period)}
            range={period}
            onRange={show}
          />
          {maySave && view.tab === 'scenario' && <SaveDialog view={view} period={period} />}
        </>
      }
    />
  );
}

function SaveDialog({ view, period }: { view: WhatIfView; period: Range }) {
  const [isOpen, setOpen] = useState(false);
  const router = useRouter();
  const say = useNotice();
  const save = async (name: string) => {
    const { task, team, model, channel, a, zone, preview } = view;
    const scope = Object.fromEntries(Object.entries({ task, team, model, channel }).filter(([, v]) => v !== null));
    try {
      await api('/api/v1/scenarios', { method: 'POST', body: { name, query: { ...period, ...scope, a, zone, preview } } });
      say(`Saved as “${name}”`);
      setOpen(false);
      router.refresh();
    } catch (e) {
      say((e as Error).message, { tone: 'over' });
    }
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">Save</Button>}
      title="Save this scenario"
      description="With its days, its assumptions and the figures of today."
    >
      <form
        className="grid gap-4"
        onSubmit={(e) => {
          e.preventDefault();
          const name = String(new FormData(e.currentTarget).get('name') ?? '').trim();
          if (name) void save(name);
        }}
      >
        <TextField label="Name" name="name" required maxLength={120} />
        <div className="flex justify-end">
          <Button tone="primary" type="submit">
            Save
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
