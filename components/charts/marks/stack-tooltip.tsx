import Big from 'big.js';
import { formatPercent } from '@/lib/core/money/format';
import { CutName } from '../../figures/cut-name';
import { Money } from '../../figures/money';
import { Swatch } from '../chart-frame';
import { type Band, pointTitle } from '../prepare/stack';
import { isEmpty, type StackPoint } from '../prepare/stack-point';

/** Date, values by size, total and share. A share of a total with credits in it would mislead, so there is none. */
export function StackTooltip({
  point,
  bands,
  currency,
  hint,
  additive = true,
}: {
  point: StackPoint | undefined;
  bands: readonly Band[];
  currency: string;
  hint?: string;
  /** False for a price: no total, no shares. */
  additive?: boolean;
}) {
  if (!point) return null;
  const lines = bands
    .flatMap((band) => {
      const amount = point.amounts[band.key];
      return amount && amount !== '0' ? [{ band, amount, size: new Big(amount) }] : [];
    })
    .sort((a, b) => b.size.cmp(a.size));
  const shares = additive && new Big(point.total).gt(0) && lines.every((l) => l.size.gte(0));
  return (
    <div className="min-w-56 rounded-2 border border-edge bg-surface px-3 py-2 text-12 text-ink">
      <p className="mb-1 font-strong">{pointTitle(point)}</p>
      <table className="w-full">
        <tbody>
          {lines.map(({ band, amount, size }) => (
            <tr key={band.key}>
              <td className="py-0.5 pr-4 text-ink-2">
                <span className="flex max-w-44 items-center gap-1.5">
                  <Swatch colour={band.colour} hatched={band.hatched} />
                  <CutName>{band.label}</CutName>
                </span>
              </td>
              <td className="text-right">
                <Money amount={amount} currency={currency} hideCurrency />
              </td>
              {shares && <td className="w-14 text-right text-ink-3">{formatPercent(size.div(point.total).toFixed())}</td>}
            </tr>
          ))}
          {additive && !isEmpty(point) && (
            <tr className="font-strong">
              <td className="border-line border-t pt-1">Total</td>
              <td className="border-line border-t pt-1 text-right">
                <Money amount={point.total} currency={currency} />
              </td>
              {shares && <td className="border-line border-t" />}
            </tr>
          )}
          {point.expected && (
            <tr className="text-ink-2">
              <td className="pt-1">Expected</td>
              <td className="pt-1 text-right">
                <Money amount={point.expected.amount} currency={currency} />
              </td>
              {shares && <td />}
            </tr>
          )}
        </tbody>
      </table>
      {point.expected?.low && point.expected.high && (
        <p className="text-right text-ink-3">
          <Money amount={point.expected.low} currency={currency} hideCurrency /> to{' '}
          <Money amount={point.expected.high} currency={currency} />
        </p>
      )}
      {hint && !isEmpty(point) && <p className="mt-1 text-ink-3">{hint}</p>}
    </div>
  );
}
