import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'accent' | 'ok' | 'warn' | 'over';

const tones: Record<Tone, string> = {
  neutral: 'bg-surface-3 text-ink-2',
  accent: 'bg-accent-soft text-accent',
  ok: 'bg-ok-soft text-ok',
  warn: 'bg-warn-soft text-warn',
  over: 'bg-over-soft text-over',
};

/** A state in a word. The word says it, the colour only helps. */
export const Badge = ({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={clsx('inline-flex h-5 items-center whitespace-nowrap rounded-1 px-1.5 text-12', tones[tone])}>{children}</span>
);

/** A choice that is in force; can be taken away, or leads somewhere when its words are a button. */
export function Chip({
  children,
  onRemove,
  removeLabel,
  tone = 'neutral',
}: {
  children: ReactNode;
  onRemove?: () => void;
  removeLabel?: string;
  tone?: Tone;
}) {
  return (
    <span
      className={clsx(
        'inline-flex h-7 max-w-full items-center gap-1.5 rounded-2 border px-2 text-13',
        tone === 'neutral' ? 'border-line bg-surface text-ink-2' : clsx('border-current', tones[tone]),
      )}
    >
      <span className="truncate">{children}</span>
      {onRemove && (
        <button
          type="button"
          aria-label={removeLabel ?? 'Remove'}
          onClick={onRemove}
          className="-mr-1.5 inline-flex size-6 items-center justify-center rounded-1 hover:bg-surface-3"
        >
          <svg aria-hidden="true" viewBox="0 0 12 12" className="size-2.5">
            <path d="m2 2 8 8m0-8-8 8" stroke="currentColor" strokeWidth="1.4" />
          </svg>
        </button>
      )}
    </span>
  );
}
