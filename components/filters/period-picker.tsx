'use client';

import { type NamedPeriod, namedPeriods, type Range } from '@/lib/core/time/period';
import { useShortcuts } from '../shell/use-shortcuts';
import { useNotice } from '../ui/notice';
import { Select } from '../ui/select';
import { periodNames } from './period-words';
import { stepPeriod } from './step-period';

interface PeriodPickerProps {
  period: NamedPeriod;
  onChoose: (period: NamedPeriod) => void;
  /** The address names its own days. */
  pinned?: boolean;
  /** Keeps the days of now, whatever day it will be; left out where a page knows named periods only. */
  onPin?: () => void;
  /** The days on screen and how to show others, where the page can: `[` and `]` step through them. */
  range?: Range | undefined;
  onRange?: (range: Range) => void;
}

const named = namedPeriods.map((value) => ({ value, label: periodNames[value] }));
const days = 'days' as const;

/** A named period stays relative: the same link means other days tomorrow. Days of one's own stay. `[` and `]` go to the period before and after. */
export function PeriodPicker({ period, onChoose, pinned = false, onPin, range, onRange }: PeriodPickerProps) {
  const say = useNotice();
  const go = (step: -1 | 1) => () => {
    const today = new Date().toISOString().slice(0, 10);
    const next = stepPeriod({ period, pinned, range: onRange && range }, step, today);
    if (next === null) say(step < 0 ? 'There is no period before this one here.' : 'There is no period after this one.');
    else if ('period' in next) onChoose(next.period);
    else onRange?.(next.range);
  };
  useShortcuts({ '[': go(-1), ']': go(1) });
  return (
    <Select<NamedPeriod | typeof days>
      dense
      aria-label="Period"
      className="h-8!"
      value={pinned ? days : period}
      options={onPin ? [...named, { value: days, label: 'From … to' }] : named}
      onChange={(value) => (value === days ? onPin?.() : onChoose(value))}
    />
  );
}
