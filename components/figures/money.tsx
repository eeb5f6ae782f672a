import clsx from 'clsx';
import { formatCompact, formatExact, formatMoney, formatSigned, type MoneyParts } from '@/lib/core/money/format';
import { unitFigure } from '@/lib/core/money/unit-figure';

interface MoneyProps {
  /** A decimal string, as it came from the ledger. */
  amount: string;
  currency: string;
  /** `compact`: 1.24M USD, the exact figure in the tooltip. `signed`: +412.00 USD. `exact`: every digit. `unit`: what one of something costs, to four digits. */
  form?: 'plain' | 'compact' | 'signed' | 'exact' | 'unit';
  /** Left out only where the column's head already says it. */
  hideCurrency?: boolean;
  className?: string;
}

const forms: Record<NonNullable<MoneyProps['form']>, (amount: string, currency: string) => MoneyParts> = {
  plain: formatMoney,
  compact: formatCompact,
  signed: formatSigned,
  exact: formatExact,
  unit: (amount, currency) => ({ ...formatMoney(amount, currency), figure: unitFigure(amount, currency) }),
};

/** "4,210.50 USD": the figure first, its currency after it in a lighter tone. */
export function Money({ amount, currency, form = 'plain', hideCurrency, className }: MoneyProps) {
  const exact = formatExact(amount, currency).figure;
  const { figure } = forms[form](amount, currency);
  return (
    <span className={clsx('whitespace-nowrap tabular-nums', className)} title={exact === figure ? undefined : `${exact} ${currency}`}>
      {figure}
      {!hideCurrency && <span className="font-normal text-[0.86em] text-ink-3">{` ${currency}`}</span>}
    </span>
  );
}
