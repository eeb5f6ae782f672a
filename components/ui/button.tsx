import clsx from 'clsx';
import Link from 'next/link';
import type { ComponentProps, ReactNode } from 'react';

export type ButtonTone = 'primary' | 'plain' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'normal' | 'large';

const tones: Record<ButtonTone, string> = {
  primary: 'bg-accent-fill text-surface border-accent-fill hover:bg-accent-strong hover:border-accent-strong',
  plain: 'bg-surface text-ink border-edge hover:bg-surface-2',
  quiet: 'bg-transparent text-ink-2 border-transparent hover:bg-surface-3 hover:text-ink',
  danger: 'bg-surface text-over border-over hover:bg-over-soft',
};
const sizes: Record<ButtonSize, string> = {
  small: 'h-7 px-2 text-13 gap-1.5',
  normal: 'h-8 px-3 text-13 gap-2',
  large: 'h-10 px-4 text-14 gap-2',
};

export const buttonClass = (tone: ButtonTone = 'plain', size: ButtonSize = 'normal', className?: string) =>
  clsx(
    'inline-flex shrink-0 select-none items-center justify-center whitespace-nowrap rounded-2 border font-strong',
    'disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55',
    tones[tone],
    sizes[size],
    className,
  );

export interface ButtonProps extends ComponentProps<'button'> {
  tone?: ButtonTone;
  size?: ButtonSize;
  /** Says what is going on and keeps the width: "Saving". The button stays focusable. */
  busy?: string | false | null;
}

/** Its words are a verb: "Import 3 files". */
export function Button({ tone, size, busy, className, children, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    <button
      type={type}
      className={buttonClass(tone, size, className)}
      aria-busy={busy ? true : undefined}
      aria-disabled={busy ? true : undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {busy ? `${busy} …` : children}
    </button>
  );
}

/** Looks like a button, goes somewhere. */
export function LinkButton({ tone, size, className, ...rest }: ComponentProps<typeof Link> & { tone?: ButtonTone; size?: ButtonSize }) {
  return <Link className={buttonClass(tone, size, className)} {...rest} />;
}

/** A square button with an icon; `label` is its accessible name. */
export function IconButton({ label, children, className, ...rest }: Omit<ButtonProps, 'busy'> & { label: string; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={clsx(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-2 text-ink-2 hover:bg-surface-3 hover:text-ink disabled:opacity-55',
        className,
      )}
      {...rest}
    >
      {children}
    </button>
  );
}
