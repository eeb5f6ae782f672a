'use client';

import clsx from 'clsx';
import { type ComponentProps, type ReactNode, useId, useState } from 'react';

export const controlClass = (invalid = false, className?: string, dense = false) =>
  clsx(
    'w-full min-w-0 rounded-2 border bg-surface text-ink disabled:cursor-not-allowed disabled:bg-surface-2 disabled:text-ink-2',
    dense ? 'h-7 px-2 text-13' : 'h-9 px-2.5 text-14',
    invalid ? 'border-over' : 'border-edge',
    className,
  );

interface FieldFrameProps {
  label: string;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
}

interface Described {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/** A label above, help or an error below: the frame of every control. */
export function Field({ label, hint, error, optional, children }: FieldFrameProps & { children: (control: Described) => ReactNode }) {
  const id = useId();
  const noteId = `${id}-note`;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="flex items-baseline justify-between text-13 font-strong text-ink">
        {label}
        {optional && <span className="font-normal text-12 text-ink-3">optional</span>}
      </label>
      {children({ id, 'aria-describedby': error || hint ? noteId : undefined, 'aria-invalid': error ? true : undefined })}
      {(error || hint) && (
        <p id={noteId} className={clsx('text-12', error ? 'text-over' : 'text-ink-3')}>
          {error ?? hint}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, hint, error, optional, className, ...input }: FieldFrameProps & Omit<ComponentProps<'input'>, 'id'>) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => <input {...input} {...control} className={controlClass(Boolean(error), className)} />}
    </Field>
  );
}

/** Pasting and password managers are welcome; what was typed can be shown. */
export function PasswordField({
  label,
  hint,
  error,
  optional,
  className,
  ...input
}: FieldFrameProps & Omit<ComponentProps<'input'>, 'id' | 'type'>) {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => (
        <div className="relative">
          <input
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            autoCapitalize="none"
            spellCheck={false}
            className={controlClass(Boolean(error), clsx('pr-16', className))}
          />
          <button
            type="button"
            aria-pressed={shown}
            aria-label={shown ? 'Hide password' : 'Show password'}
            onClick={() => setShown(!shown)}
            className="absolute inset-y-1 right-1 rounded-1 px-2 text-12 text-ink-2 hover:bg-surface-3 hover:text-ink"
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        </div>
      )}
    </Field>
  );
}
