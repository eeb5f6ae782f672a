'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { SelectField } from '@/components/ui/select';
import type { Choices } from '@/lib/client/sources';

export type ChoiceName = 'currency' | 'dateOrder' | 'format';

const orders = [
  { value: 'mdy', label: 'Month first: 10/31/2026' },
  { value: 'dmy', label: 'Day first: 31/10/2026' },
];
const formats = [
  { value: 'focus', label: 'FOCUS Cost and Usage' },
  { value: 'azure-cost-details', label: 'Azure cost details' },
  { value: 'aws-cur', label: 'AWS Cost and Usage Report' },
  { value: 'openai-costs', label: 'OpenAI costs' },
  { value: 'openai-usage', label: 'OpenAI usage' },
];

const named = (options: readonly { value: string; label: string }[], value: string) =>
  options.find((o) => o.value === value)?.label ?? value;

/** A choice as it is said on the card: "Currency EUR". */
export function choiceText(key: string, value: string): string {
  if (key === 'currency') return `Currency ${value}`;
  if (key === 'dateOrder') return named(orders, value);
  if (key === 'format') return `Read as ${named(formats, value)}`;
  if (key === 'people') return 'Names of people hashed';
  if (key === 'mapping') return `Mapping ${value}`;
  return key === 'source' ? `Source ${value}` : `${value} cost`;
}

/** What the file does not say, asked for once. */
export function ChoicesForm({ needed, busy, onChoose }: { needed: ChoiceName; busy: boolean; onChoose: (c: Choices) => void }) {
  const [value, setValue] = useState(needed === 'dateOrder' ? 'mdy' : needed === 'format' ? 'focus' : '');
  return (
    <form
      className="flex max-w-md items-end gap-2 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        onChoose({ [needed]: needed === 'currency' ? value.trim().toUpperCase() : value });
      }}
    >
      <div className="flex-1">
        {needed === 'currency' ? (
          <TextField
            label="Currency of the amounts"
            placeholder="EUR"
            maxLength={3}
            required
            value={value}
            onChange={(e) => setValue(e.target.value)}
          />
        ) : needed === 'dateOrder' ? (
          <SelectField label="How days are written" options={orders} value={value} onChange={setValue} />
        ) : (
          <SelectField label="Read it as" options={formats} value={value} onChange={setValue} />
        )}
      </div>
      <Button type="submit" busy={busy && 'Looking'} className="h-9">
        Look again
      </Button>
    </form>
  );
}
