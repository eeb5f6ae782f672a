'use client';

import { useRouter } from 'next/navigation';
import { Select } from '@/components/ui/select';
import type { Statements } from '@/lib/services/allocation/statements';
import { type AllocationView, allocationHref } from './view';

const words = { closed: 'closed', next: 'can be closed', open: 'draft', running: 'running' } as const;

/** Months with bills, the newest first, each with its state. */
export function MonthChoice({ months, month, view }: { months: Statements['months']; month: string; view: AllocationView }) {
  const router = useRouter();
  const all = months.some((m) => m.month === month) ? months : [{ month, state: 'open' as const }, ...months];
  return (
    <Select
      dense
      aria-label="Month"
      className="h-8!"
      value={month}
      options={all.map((m) => ({ value: m.month, label: `${m.month}, ${words[m.state]}` }))}
      onChange={(next) => router.push(allocationHref({ ...view, tab: 'statements', month: next }), { scroll: false })}
    />
  );
}
