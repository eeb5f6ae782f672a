import clsx from 'clsx';

interface ProgressProps {
  label: string;
  /** 0 to 1; left out when it cannot be known. */
  value?: number | null;
  /** Said beside the bar: "1,204,000 of about 3,000,000 rows". */
  text?: string;
  tone?: 'accent' | 'over';
}

export function Progress({ label, value, text, tone = 'accent' }: ProgressProps) {
  const percent = value == null ? undefined : Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div className="grid gap-1">
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={percent}
        aria-valuetext={text}
        className="h-2 w-full overflow-hidden rounded-1 bg-surface-3"
      >
        <div
          className={clsx(
            'h-full transition-[width] duration-150 motion-reduce:transition-none',
            tone === 'over' ? 'bg-over text-over' : 'bg-accent-fill text-accent-fill',
            percent === undefined && 'hatched bg-transparent!',
          )}
          style={{ width: `${percent ?? 100}%` }}
        />
      </div>
      {text && <p className="text-12 text-ink-2 tabular-nums">{text}</p>}
    </div>
  );
}
