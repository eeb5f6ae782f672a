import Big from 'big.js';
import { isEmpty, type StackPoint } from './stack-point';

/** No more digits than figures need that are drawn. */
const places = 12;

/** Each day as the mean of the last `days` up to it, band by band. Where one of them is unknown or not complete there is no mean, and a gap is drawn. */
export const averaged = (points: readonly StackPoint[], keys: readonly string[], days: number): StackPoint[] =>
  points.map((point, i) => {
    const window = points.slice(Math.max(0, i + 1 - days), i + 1);
    if (window.length < days || window.some((p) => isEmpty(p) || p.state === 'incomplete'))
      return { ...point, state: 'missing', total: '0', amounts: {}, values: {} };
    const meanOf = (amountOf: (p: StackPoint) => string | undefined) =>
      window
        .reduce((sum, p) => sum.plus(amountOf(p) ?? 0), new Big(0))
        .div(days)
        .round(places);
    const amounts = keys.map((key) => [key, meanOf((p) => p.amounts[key])] as const);
    return {
      ...point,
      total: meanOf((p) => p.total).toFixed(),
      amounts: Object.fromEntries(amounts.map(([key, amount]) => [key, amount.toFixed()])),
      values: Object.fromEntries(amounts.map(([key, amount]) => [key, amount.toNumber()])),
    };
  });
