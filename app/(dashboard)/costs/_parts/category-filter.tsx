'use client';

import dynamic from 'next/dynamic';
import { DropdownMenu } from 'radix-ui';
import { buttonClass } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/panel-states';
import type { ChargePart } from '@/lib/core/explore/measures';
import { kindsText } from './kinds-text';

/** Loaded when the list is first opened. */
const CategoryList = dynamic(() => import('./category-list').then((m) => m.CategoryList), {
  loading: () => <Skeleton shape="rows" rows={7} />,
});

/** Which charges are in: each kind can be left out, and the button says what is. */
export function CategoryFilter({ without, onChange }: { without: readonly ChargePart[]; onChange: (without: ChargePart[]) => void }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className={buttonClass('plain', 'small', 'max-w-full')}>
        <span className="truncate">{kindsText(without)}</span>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className="z-30 w-[min(22rem,calc(100vw-1rem))] rounded-3 border border-edge bg-surface p-1 text-13 text-ink"
        >
          <CategoryList without={without} onChange={onChange} />
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
