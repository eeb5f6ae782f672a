import Big from 'big.js';
import { chargedNothing, noFigures, type StackPoint } from './stack-point';

/** No more digits than figures need that are drawn. */
const places = 12;

/**
 * Each day as the mean of the last `days` up to it, band by band. A day without charges counts as nothing from the first that has any
 * to the last that has, or until `completeTo`. Where one of the days is not known or not complete there is no mean, and a gap is drawn.
 */
export function averaged(points: readonly StackPoint[], keys: readonly string[], days: number, completeTo?: string): StackPoint[] {
  const isNothing = chargedNothing(points, completeTo);
  const counts = (p: StackPoint) => p.state === 'complete' || isNothing(p);
  return points.map((point, i) => {
    const window = points.slice(Math.max(0, i + 1 - days), i + 1);
    if (window.length < days || !window.every(counts)) return { ...point, state: 'missing', total: '0', ...noFigures };
    const meanOf = (amountOf: (p: StackPoint) => string | undefined) =>
      window
        .reduce((sum, p) => sum.plus(amountOf(p) ?? 0), new Big(0))
        .div(days)
        .round(places);
    const amounts = keys.map((key) => [key, meanOf((p) => p.amounts[key])] as const);
    return {
      ...point,
      state: 'complete',
      total: meanOf((p) => p.total).toFixed(),
      amounts: Object.fromEntries(amounts.map(([key, amount]) => [key, amount.toFixed()])),
      values: Object.fromEntries(amounts.map(([key, amount]) => [key, amount.toNumber()])),
    };
  });
}
