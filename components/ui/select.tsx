import clsx from 'clsx';
import type { ComponentProps } from 'react';
import { controlClass, Field } from './field';

export interface Option<T extends string = string> {
  value: T;
  label: string;
  /** Options of one group stand together under its name. */
  group?: string;
}

interface SelectProps<T extends string> extends Omit<ComponentProps<'select'>, 'onChange' | 'value' | 'size'> {
  options: readonly Option<T>[];
  value?: T;
  onChange?: (value: T) => void;
  dense?: boolean;
}

/** The platform's own select: it works on every device, with every reader. Needs a label around it or an `aria-label`. */
export function Select<T extends string>({ options, value, onChange, dense, className, ...rest }: SelectProps<T>) {
  return (
    <span className={clsx('relative inline-block', !dense && 'w-full')}>
      <select
        {...rest}
        value={value}
        onChange={(event) => onChange?.(event.target.value as T)}
        className={controlClass(Boolean(rest['aria-invalid']), clsx('appearance-none pr-7!', className), dense)}
      >
        {grouped(options).map(([group, own]) =>
          group === undefined ? (
            own.map(optionOf)
          ) : (
            <optgroup key={group} label={group}>
              {own.map(optionOf)}
            </optgroup>
          ),
        )}
      </select>
      <svg
        aria-hidden="true"
        viewBox="0 0 8 8"
        className="pointer-events-none absolute top-1/2 right-2.5 size-2 -translate-y-1/2 text-ink-2"
      >
        <path d="M1 2.5 4 5.5 7 2.5" fill="none" stroke="currentColor" strokeWidth="1.4" />
      </svg>
    </span>
  );
}

const optionOf = (o: Option) => (
  <option key={o.value} value={o.value}>
    {o.label}
  </option>
);

function grouped(options: readonly Option[]): [string | undefined, Option[]][] {
  const groups = new Map<string | undefined, Option[]>();
  for (const option of options) groups.set(option.group, [...(groups.get(option.group) ?? []), option]);
  return [...groups];
}

export function SelectField<T extends string>({
  label,
  hint,
  error,
  optional,
  ...select
}: SelectProps<T> & { label: string; hint?: string; error?: string; optional?: boolean }) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => <Select {...select} {...control} />}
    </Field>
  );
}
