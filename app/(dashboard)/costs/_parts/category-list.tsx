'use client';

import { DropdownMenu } from 'radix-ui';
import { type ChargePart, chargePartNames, chargeParts } from '@/lib/core/explore/measures';

/** What stands under each, where its name alone does not say it. */
const hints: Partial<Record<ChargePart, string>> = {
  usage: 'What was used and no commitment paid for.',
  amortized: 'Usage that a commitment covers, and what of it stayed unused: its purchase, spread over the days.',
  purchase: 'Bought at once or by the month; effective cost is 0 where it is amortized.',
  refund: 'What corrects an earlier period, in any category.',
  adjustment: 'All else, like rounding.',
};

interface CategoryListProps {
  without: readonly ChargePart[];
  onChange: (without: ChargePart[]) => void;
}

/** The kinds of charges, each with a tick while it is in. */
export const CategoryList = ({ without, onChange }: CategoryListProps) =>
  chargeParts.map((part) => (
    <DropdownMenu.CheckboxItem
      key={part}
      checked={!without.includes(part)}
      onSelect={(event) => event.preventDefault()}
      onCheckedChange={(isIn) => onChange(isIn ? without.filter((p) => p !== part) : [...without, part])}
      textValue={chargePartNames[part]}
      className="flex min-h-8 cursor-pointer gap-2 rounded-2 px-2 py-1.5 outline-none data-highlighted:bg-surface-2"
    >
      <span aria-hidden="true" className="inline-flex w-4 shrink-0 justify-center">
        <DropdownMenu.ItemIndicator>✓</DropdownMenu.ItemIndicator>
      </span>
      <span className="grid">
        {chargePartNames[part]}
        {hints[part] && <span className="text-12 text-ink-2">{hints[part]}</span>}
      </span>
    </DropdownMenu.CheckboxItem>
  ));
