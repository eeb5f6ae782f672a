'use client';

import { DropdownMenu } from 'radix-ui';
import { buttonClass } from '@/components/ui/button';
import { type ChargePart, chargePartNames, chargeParts } from '@/lib/core/explore/measures';

/** Which categories of charges are in: each can be left out, and the button says what is. */
export function CategoryFilter({ without, onChange }: { without: readonly ChargePart[]; onChange: (without: ChargePart[]) => void }) {
  const left = without.map((part) => chargePartNames[part].toLowerCase());
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className={buttonClass('plain', 'small')}>
        {left.length === 0 ? 'All charges' : `Without ${left.join(', ')}`}
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="start"
          sideOffset={4}
          className="z-30 min-w-44 rounded-3 border border-edge bg-surface p-1 text-13 text-ink"
        >
          {chargeParts.map((part) => (
            <DropdownMenu.CheckboxItem
              key={part}
              checked={!without.includes(part)}
              onSelect={(event) => event.preventDefault()}
              onCheckedChange={(isIn) => onChange(isIn ? without.filter((p) => p !== part) : [...without, part])}
              className="flex h-8 cursor-pointer items-center gap-2 rounded-2 px-2 outline-none data-highlighted:bg-surface-2"
            >
              <span aria-hidden="true" className="inline-flex w-4 justify-center">
                <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
              </span>
              {chargePartNames[part]}
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
