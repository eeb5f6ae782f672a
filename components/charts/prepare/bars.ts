import Big from 'big.js';
import { moneyText } from '../../../lib/core/money/format';
import { type SeriesLook, seriesLooks } from '../colour';
import type { ChartTable } from './table';

export interface BarItem {
  key: string;
  label: string;
  /** Decimal string. */
  amount: string;
  /** The same of the period compared with; `null` when it had none, left out when nothing is compared. */
  before?: string | null;
  href?: string;
}

export interface Bar extends BarItem, SeriesLook {
  /** Percent of the drawn width, from the left edge. */
  from: number;
  width: number;
}

export interface Bars {
  items: Bar[];
  /** Where zero stands, percent of the width; 0 unless there are credits. */
  zero: number;
  total: string;
  summary: string;
  table: ChartTable;
}

/** Largest first; lengths are measured from zero, so a credit reaches to its left. */
export function prepareBars(items: readonly BarItem[], currency: string, what = 'Name'): Bars {
  const sized = items
    .map((item) => ({ item, size: new Big(item.amount) }))
    .sort((a, b) => b.size.cmp(a.size) || (a.item.key < b.item.key ? -1 : 1));
  const total = sized.reduce((sum, { size }) => sum.plus(size), new Big(0));
  const low = Math.min(0, sized.at(-1)?.size.toNumber() ?? 0);
  const high = Math.max(0, sized[0]?.size.toNumber() ?? 0);
  const at = (value: number) => (high === low ? 0 : ((value - low) / (high - low)) * 100);
  const looks = seriesLooks(items.map((i) => i.key));
  const compared = items.some((i) => i.before !== undefined);
  const first = sized[0];
  return {
    items: sized.map(({ item, size }) => {
      const [a, b] = [at(0), at(size.toNumber())];
      return {
        ...item,
        ...(looks.get(item.key) ?? { colour: 'currentColor', hatched: false }),
        from: Math.min(a, b),
        width: Math.abs(b - a),
      };
    }),
    zero: at(0),
    total: total.toFixed(),
    summary: first
      ? `${first.item.label} comes first with ${moneyText(first.item.amount, currency)} of ${moneyText(total.toFixed(), currency)}.`
      : 'No figures in this period.',
    table: {
      of: 'group',
      columns: [
        { key: 'label', header: what },
        { key: 'amount', header: `Cost (${currency})`, numeric: true },
        ...(compared ? [{ key: 'before', header: `Before (${currency})`, numeric: true }] : []),
      ],
      rows: sized.map(({ item }) => ({ label: item.label, amount: item.amount, before: item.before ?? '' })),
      total: {
        label: 'Total',
        amount: total.toFixed(),
        before: compared ? items.reduce((sum, i) => sum.plus(i.before ?? 0), new Big(0)).toFixed() : '',
      },
    },
  };
}
