import Big from 'big.js';
import type { ChartTable } from '@/components/charts/prepare/table';
import type { GroupRow, Overview } from '@/lib/core/costs/overview';
import { moneyText } from '@/lib/core/money/format';
import { isolated } from '@/lib/core/text/visible';
import { changeWord, isGone } from './prepare-ranking';

export interface Mover {
  key: string;
  row: GroupRow;
  label: string;
  change: string;
  /** "+8.1 %", "new", "gone". */
  percent: string;
  isLess: boolean;
  /** Only the period compared with has it. */
  isGone: boolean;
  /** Percent of the drawn width. */
  from: number;
  width: number;
}

export interface Movers {
  movers: Mover[];
  /** Where zero stands, percent of the drawn width: at the left edge unless something got cheaper. */
  zero: number;
  summary: string;
  table: ChartTable;
}

/** Largest movement first, either way. A service and the models on it both move, so these are never added up. */
export function prepareMovers(
  o: Pick<Overview, 'movers'>,
  { currency, name }: { currency: string; name: (row: GroupRow) => string },
): Movers {
  const moved = o.movers
    .filter((row) => row.currency === currency)
    .map((row) => ({ row, change: new Big(row.current).minus(row.previous ?? 0) }))
    .sort((a, b) => b.change.abs().cmp(a.change.abs()));
  const sizes = moved.map(({ change }) => change.toNumber());
  const [low, high] = [Math.min(0, ...sizes), Math.max(0, ...sizes)];
  const at = (amount: number) => (high === low ? 0 : ((amount - low) / (high - low)) * 100);
  const movers = moved.map(
    ({ row, change }): Mover => ({
      key: `${row.dimension}:${row.value}`,
      row,
      label: name(row),
      change: change.toFixed(),
      percent: changeWord(row.current, row.previous),
      isLess: change.lt(0),
      isGone: isGone(row.current, row.previous),
      from: Math.min(at(0), at(change.toNumber())),
      width: Math.abs(at(change.toNumber()) - at(0)),
    }),
  );
  return { movers, zero: at(0), summary: sentence(movers, currency), table: tableOf(movers, currency) };
}

function sentence(movers: readonly Mover[], currency: string): string {
  const first = movers[0];
  if (!first) return `Nothing in ${currency} differs from the comparison.`;
  const amount = moneyText(first.change.replace('-', ''), currency);
  return `${isolated(first.label)} moved most: ${amount} ${first.isLess ? 'less' : 'more'}.`;
}

const tableOf = (movers: readonly Mover[], currency: string): ChartTable => ({
  of: 'group',
  columns: [
    { key: 'what', header: 'What' },
    { key: 'dimension', header: 'Kind' },
    { key: 'current', header: `Cost (${currency})`, numeric: true },
    { key: 'previous', header: `Before (${currency})`, numeric: true },
    { key: 'change', header: `Change (${currency})`, numeric: true },
  ],
  rows: movers.map((m) => ({
    what: m.label,
    dimension: m.row.dimension,
    current: m.row.current,
    previous: m.row.previous ?? '',
    change: m.change,
  })),
});
