import clsx from 'clsx';
import { formatCompact, formatExact, formatMoney } from '@/lib/core/money/format';

/** What is counted has no minor units; the formats for money take those of a currency without any. */
const whole = 'JPY';

/** "38.4B", or "12,204" in full: a count or a quantity, the exact figure in the tooltip. */
export function Quantity({
  amount,
  unit,
  form = 'plain',
  className,
}: {
  amount: string;
  unit?: string | null;
  form?: 'plain' | 'compact';
  className?: string;
}) {
  const exact = formatExact(amount, whole).figure;
  const figure =
    form === 'compact' ? formatCompact(amount, whole).figure : exact.length > 14 ? formatMoney(amount, whole, 4).figure : exact;
  return (
    <span
      className={clsx('whitespace-nowrap tabular-nums', className)}
      title={figure === exact ? undefined : `${exact}${unit ? ` ${unit}` : ''}`}
    >
      {figure}
      {unit && <span className="font-normal text-[0.86em] text-ink-3">{` ${unit}`}</span>}
    </span>
  );
}
