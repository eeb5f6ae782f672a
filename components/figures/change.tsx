import clsx from 'clsx';
import { changeOf, changeText } from '@/lib/core/money/change';

interface ChangeProps {
  now: string;
  /** `null`: there was nothing to compare with. */
  before: string | null;
  currency: string;
  /** What it is compared with: "1–20 Oct". */
  against?: string;
  className?: string;
}

/** "+412.00 USD · +8.1 % vs 1–20 Oct", "new" or "–". Never an arrow or a colour alone. */
export function Change({ now, before, currency, against, className }: ChangeProps) {
  const change = changeOf(now, before);
  const text = changeText(change, currency);
  return (
    <span className={clsx('text-ink-2 tabular-nums', className)}>
      {text}
      {against && change.kind === 'change' && ` vs ${against}`}
    </span>
  );
}
