'use client';

import { Button } from '@/components/ui/button';
import { controlClass } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { fieldWords, ruleColumns, tagKeyOf, usualColumns } from '@/lib/core/allocation/fields';
import { type Operator, operators, takesValue } from '@/lib/core/allocation/operators';
import type { Condition } from '@/lib/core/allocation/types';
import { FieldValues } from './field-values';

const operatorOptions = (Object.entries(operators) as [Operator, string][])
  .filter(([value]) => value !== 'in')
  .map(([value, label]) => ({ value, label: value === 'matches' ? 'matches the pattern' : label }));

const optionOf = (field: string) => ({ value: field, label: fieldWords(field).replace(/^./, (c) => c.toUpperCase()) });
const otherTag = 'tag:';

/** Tag keys of the bills first, then the columns rules are mostly about, then the rest; a key that is in no bill can be typed. */
export function FieldChoice({
  label,
  value,
  tagKeys,
  onChange,
}: {
  label: string;
  value: string;
  tagKeys: readonly string[];
  onChange: (field: string) => void;
}) {
  const key = tagKeyOf(value);
  const isTyped = key !== null && !tagKeys.includes(key);
  return (
    <>
      <span className="relative inline-block max-w-full">
        <select
          aria-label={label}
          value={isTyped ? otherTag : value}
          onChange={(e) => onChange(e.target.value)}
          className={controlClass(false, 'h-8! w-44!', true)}
        >
          <optgroup label="Tags">
            {tagKeys.map((k) => (
              <option key={k} value={`tag:${k}`}>
                Tag {k}
              </option>
            ))}
            <option value={otherTag}>Another tag …</option>
          </optgroup>
          <optgroup label="Usual columns">
            {usualColumns.map(optionOf).map((o) => (
              <option key={o.value} value={o.value}>
                {o.label}
              </option>
            ))}
          </optgroup>
          <optgroup label="All columns">
            {ruleColumns
              .filter((c) => !usualColumns.includes(c))
              .map(optionOf)
              .map((o) => (
                <option key={o.value} value={o.value}>
                  {o.label}
                </option>
              ))}
          </optgroup>
        </select>
      </span>
      {isTyped && (
        <input
          aria-label={`${label}: tag key`}
          placeholder="tag key"
          value={key}
          maxLength={100}
          onChange={(e) => onChange(`tag:${e.target.value}`)}
          className={controlClass(false, 'h-8! w-32!', true)}
        />
      )}
    </>
  );
}

interface ConditionFieldsProps {
  /** Its number, for those who cannot see where it stands. */
  place: number;
  condition: Condition;
  tagKeys: readonly string[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** A field, how it is compared, and values of which any will do. */
export function ConditionFields({ place, condition, tagKeys, onChange, onRemove }: ConditionFieldsProps) {
  const { field, op, values } = condition;
  return (
    <div className="grid gap-2 border-line border-l-2 pl-3">
      <div className="flex flex-wrap items-center gap-2">
        <FieldChoice
          label={`Field ${place}`}
          value={field}
          tagKeys={tagKeys}
          onChange={(next) => onChange({ ...condition, field: next })}
        />
        <Select
          dense
          className="h-8!"
          aria-label={`Comparison ${place}`}
          value={op === 'in' ? 'equals' : op}
          options={operatorOptions}
          onChange={(next) => onChange({ ...condition, op: next, ...(!takesValue(next) && { values: [] }) })}
        />
        <Button tone="quiet" size="small" aria-label={`Remove condition ${place}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
      {takesValue(op) && (
        <textarea
          aria-label={`Values ${place}`}
          placeholder={op === 'matches' ? '^prod-[0-9]+' : 'One a line; any of them will do'}
          rows={Math.min(8, Math.max(1, values.length))}
          spellCheck={false}
          value={values.join('\n')}
          onChange={(e) => onChange({ ...condition, values: e.target.value === '' ? [] : e.target.value.split('\n') })}
          className={controlClass(false, 'h-auto! resize-y py-1.5 text-13!')}
        />
      )}
      {(op === 'equals' || op === 'in') && field !== otherTag && (
        <FieldValues
          key={field}
          field={field}
          chosen={values}
          place={place}
          onChange={(next) => onChange({ ...condition, values: next })}
        />
      )}
    </div>
  );
}
