'use client';

import { useRouter } from 'next/navigation';
import { Select } from '@/components/ui/select';
import { ownerlessParts, ownerlessWords } from '@/lib/core/allocation/allocation-query';
import { type AllocationView, allocationHref } from './view';

/** What tells the parts of an account apart. */
export function PartChoice({ view }: { view: AllocationView }) {
  const router = useRouter();
  return (
    <Select
      dense
      aria-label="Tell apart by"
      className="h-8!"
      value={view.part}
      options={ownerlessWords.map((value) => ({ value, label: `By account and ${ownerlessParts[value].title}` }))}
      onChange={(part) => router.push(allocationHref({ ...view, tab: 'unallocated', part }), { scroll: false })}
    />
  );
}
