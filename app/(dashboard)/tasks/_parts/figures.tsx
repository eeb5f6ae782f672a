import clsx from 'clsx';
import { formatExact, formatMoney, formatPercent } from '@/lib/core/money/format';
import { unitFigure } from '@/lib/core/money/unit-figure';
import type { Basis } from '@/lib/core/units/task-query';

interface CostProps {
  amount: string | null;
  currency: string | null;
  /** Events whose cost is not known: the amount is at least this. */
  unknown?: number;
  basis: Basis;
  /** Where a column's head says currency and basis. */
  hideCurrency?: boolean;
  /** What stands around it says that it is an estimate. */
  isMarked?: boolean;
  /** A total has the minor units of its currency; the cost of one thing has four digits. */
  form?: 'unit' | 'total';
  className?: string;
}

/** One of three: a figure, "≥" a figure, "not priced". At list prices it is an estimate and says so. */
export function Cost({ amount, currency, unknown = 0, basis, hideCurrency, isMarked, form = 'unit', className }: CostProps) {
  if (amount === null || currency === null)
    return <span className={clsx('text-ink-2', className)}>{unknown > 0 ? 'not priced' : '–'}</span>;
  const what = basis === 'list' ? 'without a list price' : 'that no bill pays for';
  const exact = formatExact(amount, currency).figure;
  return (
    <span
      className={clsx('tabular-nums', className)}
      title={`${unknown > 0 ? `at least ${exact} ${currency}: ${unknown.toLocaleString('en')} events ${what}` : `${exact} ${currency}`}${basis === 'list' ? ', an estimate at list prices' : ''}`}
    >
      <span className="whitespace-nowrap">
        {unknown > 0 && '≥ '}
        {form === 'unit' ? unitFigure(amount, currency) : formatMoney(amount, currency).figure}
        {!hideCurrency && <span className="font-normal text-[0.86em] text-ink-3">{` ${currency}`}</span>}
      </span>
      {basis === 'list' && !hideCurrency && !isMarked && (
        <>
          {' '}
          <Est />
        </>
      )}
    </span>
  );
}

/** Beside a figure that no bill stands behind. */
export const Est = () => (
  <span className="font-normal text-12 text-ink-3" title="An estimate: list prices of the same calls, not the invoice">
    est.
  </span>
);

export const percent = (ratio: string | null, digits = 0): string =>
  ratio === null ? '–' : formatPercent(ratio, { digits: digits || (Math.abs(Number(ratio)) < 0.1 && Number(ratio) !== 0 ? 1 : 0) });

/** "430 ms", "3.8 s", "2 min 5 s". */
export function seconds(ms: number | null): string {
  if (ms === null) return '–';
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 100_000) return `${(ms / 1000).toFixed(1)} s`;
  const whole = Math.round(ms / 1000);
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

export const count = (n: number): string => n.toLocaleString('en');

/** "Cost, USD", and "est." where it is one. */
export const costHeader = (word: string, currency: string, basis: Basis): string =>
  `${word}${currency && `, ${currency}`}${basis === 'list' ? ' est.' : ''}`;

/** "14.4 calls", one digit behind the point. */
export const calls = (perTask: string | null): string => (perTask === null ? '–' : Number(perTask).toFixed(1));

/** Task types without a name. */
export const noType = 'No task type';
