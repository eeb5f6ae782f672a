'use client';

import { SelectField } from '@/components/ui/select';
import type { MappingDraft } from '@/lib/core/imports/column-mapping';

type Options = MappingDraft['options'];

const dates = [
  { value: 'iso', label: 'Year first: 2026-02-13' },
  { value: 'dmy', label: 'Day first: 13.02.2026, 13/2/26' },
  { value: 'mdy', label: 'Month first: 2/13/2026' },
  { value: 'ymd', label: 'Digits only: 20260213' },
  { value: 'month', label: 'Months only: 2026-02, Feb 2026' },
  { value: 'unix', label: 'Seconds since 1970' },
  { value: 'unix_ms', label: 'Milliseconds since 1970' },
] as const;
const decimals = [
  { value: 'point', label: 'After a point: 1,234.50' },
  { value: 'comma', label: 'After a comma: 1.234,50' },
] as const;
const units = [
  { value: 'whole', label: 'Whole units: 12.34 is 12.34' },
  { value: 'cents', label: 'Cents: 1234 is 12.34' },
  { value: 'millionths', label: 'Millionths: 12340000 is 12.34' },
] as const;
const signs = [
  { value: 'as_is', label: 'As they are written' },
  { value: 'credits_negative', label: 'Taken off, though without a minus' },
] as const;
const ends = [
  { value: 'excluded', label: 'The day after the last' },
  { value: 'included', label: 'The last day that is meant' },
] as const;

const unsaid = { value: '', label: 'Choose' } as const;

interface MappingOptionsProps {
  options: Options;
  /** The file says when charges end. */
  hasEnd: boolean;
  hasCategory: boolean;
  reasons: Readonly<Record<string, string>>;
  open: Readonly<Record<string, string>>;
  onChange: (change: Partial<Options>) => void;
}

/** How the file writes days and amounts: proved by its cells, or asked. */
export function MappingOptions({ options, hasEnd, hasCategory, reasons, open, onChange }: MappingOptionsProps) {
  const note = (key: keyof Options) => (options[key] ? { hint: sentence(reasons[key]) } : { error: open[key] ?? 'Say which it is.' });
  return (
    <div className="grid gap-x-4 gap-y-3 border-line border-t py-3 sm:grid-cols-2">
      <SelectField
        label="Days are written"
        options={options.dates ? dates : [unsaid, ...dates]}
        value={options.dates ?? ''}
        onChange={(v) => onChange({ dates: v || undefined })}
        {...note('dates')}
      />
      <SelectField
        label="Decimals stand"
        options={options.decimals ? decimals : [unsaid, ...decimals]}
        value={options.decimals ?? ''}
        onChange={(v) => onChange({ decimals: v || undefined })}
        {...note('decimals')}
      />
      <SelectField
        label="Amounts are in"
        options={options.amountUnit ? units : [unsaid, ...units]}
        value={options.amountUnit ?? ''}
        onChange={(v) => onChange({ amountUnit: v || undefined })}
        {...note('amountUnit')}
      />
      {hasCategory && (
        <SelectField
          label="Credits are"
          options={signs}
          value={options.sign}
          onChange={(sign) => onChange({ sign })}
          {...(open.sign && options.sign === 'as_is' && { hint: open.sign })}
        />
      )}
      {hasEnd && (
        <SelectField
          label="The end is"
          options={ends}
          value={options.periodEnd}
          onChange={(periodEnd) => onChange({ periodEnd })}
          {...(reasons.periodEnd && { hint: sentence(reasons.periodEnd) })}
        />
      )}
    </div>
  );
}

const sentence = (words: string | undefined) => (words ? `${words.charAt(0).toUpperCase()}${words.slice(1)}.` : undefined);
