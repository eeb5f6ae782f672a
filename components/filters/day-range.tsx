'use client';

import { addDays } from '@/lib/core/time/days';
import type { Range } from '@/lib/core/time/period';
import { controlClass } from '../ui/field';

/** Two days, both included, as people say them; the address has the day after the last. */
export function DayRange({ from, to, onChange }: Range & { onChange: (range: Range) => void }) {
  const input = (label: string, value: string, choose: (day: string) => Range) => (
    <input
      type="date"
      aria-label={label}
      key={`${label} ${value}`}
      defaultValue={value}
      className={controlClass(false, 'h-8! w-auto!', true)}
      onChange={(event) => {
        const day = event.target.value;
        // a date half typed is no date yet
        if (/^[12]\d{3}-\d\d-\d\d$/.test(day) && day !== value) onChange(choose(day));
      }}
    />
  );
  return (
    <span className="flex flex-wrap items-center gap-1.5 text-13 text-ink-2">
      {input('First day', from, (day) => ({ from: day, to: day < to ? to : addDays(day, 1) }))}
      to
      {input('Last day', addDays(to, -1), (day) => ({ from: day < from ? day : from, to: addDays(day, 1) }))}
    </span>
  );
}
