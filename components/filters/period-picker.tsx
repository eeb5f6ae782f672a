'use client';

import { type NamedPeriod, namedPeriods } from '@/lib/core/time/period';
import { Select } from '../ui/select';
import { periodNames } from './period-words';

interface PeriodPickerProps {
  period: NamedPeriod;
  onChoose: (period: NamedPeriod) => void;
  /** The address names its own days. */
  pinned?: boolean;
  /** Keeps the days of now, whatever day it will be; left out where a page knows named periods only. */
  onPin?: () => void;
}

const named = namedPeriods.map((value) => ({ value, label: periodNames[value] }));
const days = 'days' as const;

/** A named period stays relative: the same link means other days tomorrow. Days of one's own stay. */
export function PeriodPicker({ period, onChoose, pinned = false, onPin }: PeriodPickerProps) {
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
