import { Money } from '@/components/figures/money';
import { formatExact } from '@/lib/core/money/format';
import { lessThanUnit } from './figures';

/** An amount among others in a column: what is less than the smallest unit is said to be less, so that the points stay below each other. */
export function Amount({ amount, currency, hideCurrency }: { amount: string; currency: string; hideCurrency?: boolean }) {
  const less = lessThanUnit(amount, currency);
  if (less === null) return <Money amount={amount} currency={currency} hideCurrency={hideCurrency} />;
  return (
    <span className="whitespace-nowrap tabular-nums" title={`${formatExact(amount, currency).figure} ${currency}`}>
      {less}
      {!hideCurrency && <span className="font-normal text-[0.86em] text-ink-3">{` ${currency}`}</span>}
    </span>
  );
}
