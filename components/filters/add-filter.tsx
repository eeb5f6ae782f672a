'use client';

import dynamic from 'next/dynamic';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import type { ExploreFilter } from '@/lib/core/explore/filters';
import { useShortcuts } from '../shell/use-shortcuts';
import { buttonClass } from '../ui/button';
import { Skeleton } from '../ui/panel-states';
import { Select } from '../ui/select';
import { type CostView, costHref, withFilter } from './cost-view';
import { go } from './use-address';
import { useDimensions } from './use-dimensions';

/** Loaded when the list is first opened: until its values are there, the same rows stand in for it. */
const ValueList = dynamic(() => import('./value-list').then((m) => m.ValueList), { loading: () => <Skeleton shape="rows" rows={8} /> });

/** A dimension, then some of its values with what they cost in the view as it is. */
export function AddFilter({ view }: { view: CostView }) {
  const [open, setOpen] = useState(false);
  const start = view.by === 'none' ? 'service' : view.by;
  const [dimension, setDimension] = useState(start);
  const dimensions = useDimensions([dimension]);
  const add = (filter: ExploreFilter) => {
    setOpen(false);
    go(costHref({ ...view, f: withFilter(view.f, filter), page: 1, charge: null }));
  };
  const show = (next: boolean) => {
    setOpen(next);
    if (next) setDimension(start);
  };
  useShortcuts({ f: () => show(true) });
  return (
    <Popover.Root open={open} onOpenChange={show}>
      <Popover.Trigger className={buttonClass('plain', 'small', 'print:hidden')}>Add filter</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Add filter"
          className="z-30 flex max-h-[min(28rem,var(--radix-popover-content-available-height))] w-[min(26rem,calc(100vw-1rem))] flex-col gap-2 rounded-3 border border-edge bg-surface p-3 text-13 text-ink"
        >
          <Select dense aria-label="Filter by" className="h-8!" options={dimensions} value={dimension} onChange={setDimension} />
          <ValueList key={dimension} view={view} dimension={dimension} onAdd={add} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
