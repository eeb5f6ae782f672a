import Big from 'big.js';
import { othersKey, type SeriesLook, seriesLooks } from '@/components/charts/colour';
import type { ChartTable } from '@/components/charts/prepare/table';
import { rangeText } from '@/components/filters/period-words';
import type { CostTable, CostTableRow } from '@/lib/client/costs';
import { NONE } from '@/lib/core/costs/cost-query';
import { formatPercent, moneyText } from '@/lib/core/money/format';
import { isolated } from '@/lib/core/text/visible';
import type { Range } from '@/lib/core/time/period';

export interface GroupLine {
  key: string;
  value: string | null;
  label: string;
  /** Null: charges that have no cost in this measure. A group that is gone costs zero. */
  current: string | null;
  previous: string | null;
  /** "33.2 %"; null where credits make shares of a whole meaningless. */
  share: string | null;
  /** The same in percent, on its way to pixels. */
  width: number;
  tokens: string | null;
  charges: number;
  /** Only the period compared with has it. */
  isGone: boolean;
  look: SeriesLook;
}

/** The groups of one currency; sections are never summed together. */
export interface GroupSection {
  currency: string;
  lines: GroupLine[];
  current: string;
  previous: string | null;
  tokens: string | null;
  charges: number;
}

const BANDS = 8;

/** A section for each currency, most charges first, so that they keep their order whatever is asked for; the largest group first. */
export function prepareGroups(rows: readonly CostTableRow[], name: (value: string | null) => string): GroupSection[] {
  const there = rows.filter((r) => r.current !== null || r.previous !== null || r.charges > 0);
  return [...new Set(there.map((r) => r.currency))]
    .map((currency) =>
      section(
        currency,
        there.filter((r) => r.currency === currency),
        name,
      ),
    )
    .sort((a, b) => b.charges - a.charges || (a.currency < b.currency ? -1 : 1));
}

/** The one asked for comes first; the others keep their order. */
export function drawnFirst(sections: readonly GroupSection[], currency: string | null): GroupSection[] {
  const asked = sections.filter((s) => s.currency === currency);
  return [...asked, ...sections.filter((s) => s.currency !== currency)];
}

/** The section's result in one sentence. What has no name cannot come first in it: "No model is 40 %" says the opposite. */
export function sentence({ current, currency, lines }: GroupSection, period: Range): string {
  const first = lines.find((l) => l.value !== null && l.share !== null);
  const whole = `${moneyText(current, currency)} in ${rangeText(period)}`;
  return first && lines.length > 1 ? `${whole}; ${isolated(first.label)} is ${first.share} of it.` : `${whole}.`;
}

function section(currency: string, own: readonly CostTableRow[], name: (value: string | null) => string): GroupSection {
  const sum = (pick: (r: CostTableRow) => string | null) => {
    const known = own.map(pick).filter((amount) => amount !== null);
    return known.length ? known.reduce((all, amount) => all.plus(amount), new Big(0)).toFixed() : null;
  };
  const sized = own.map((row) => ({ row, size: new Big(row.current ?? 0) }));
  const total = new Big(sum((r) => r.current) ?? 0);
  const shares = total.gt(0) && sized.every(({ size }) => size.gte(0));
  const looks = looksOf(sized);
  return {
    currency,
    current: total.toFixed(),
    previous: sum((r) => r.previous),
    tokens: sum((r) => r.tokens),
    charges: own.reduce((n, r) => n + r.charges, 0),
    lines: sized
      .sort((a, b) => b.size.cmp(a.size) || (keyOf(a.row) < keyOf(b.row) ? -1 : 1))
      .map(({ row, size }) => ({
        key: keyOf(row),
        value: row.value,
        label: name(row.value),
        current: row.current ?? (row.charges === 0 ? '0' : null),
        previous: row.previous,
        share: shares && row.current !== null ? formatPercent(size.div(total).toFixed()) : null,
        width: shares ? size.div(total).times(100).round(2).toNumber() : 0,
        tokens: row.tokens,
        charges: row.charges,
        isGone: row.charges === 0 && row.previous !== null,
        look: looks.get(keyOf(row)) ?? { colour: 'var(--color-others)', hatched: false },
      })),
  };
}

const keyOf = (row: CostTableRow) => row.value ?? NONE;

/** The colours that the chart gives the same groups: its bands are the largest ones by size. */
function looksOf(sized: readonly { row: CostTableRow; size: Big }[]): ReadonlyMap<string, SeriesLook> {
  const ranked = sized
    .filter(({ row }) => row.current !== null)
    .sort((a, b) => b.size.abs().cmp(a.size.abs()) || (keyOf(a.row) < keyOf(b.row) ? -1 : 1))
    .map(({ row }) => keyOf(row));
  return seriesLooks(ranked.length > BANDS + 1 ? [...ranked.slice(0, BANDS), othersKey] : ranked);
}

/** The table as a file: every group, exact, and one total row. */
export function groupsFile(s: GroupSection, title: string, isCompared = true): ChartTable {
  const difference = (now: string | null, before: string | null) => new Big(now ?? 0).minus(before ?? 0).toFixed();
  const comparison = [
    { key: 'previous', header: `Previous (${s.currency})`, numeric: true },
    { key: 'change', header: `Change (${s.currency})`, numeric: true },
  ];
  return {
    columns: [
      { key: 'label', header: title },
      { key: 'current', header: `Cost (${s.currency})`, numeric: true },
      { key: 'share', header: 'Share' },
      ...(isCompared ? comparison : []),
      { key: 'tokens', header: 'Tokens', numeric: true },
      { key: 'charges', header: 'Charges', numeric: true },
    ],
    rows: s.lines.map((l) => ({
      label: l.label,
      current: l.current ?? '',
      share: l.share ?? '',
      previous: l.previous ?? '',
      change: difference(l.current, l.previous),
      tokens: l.tokens === null ? '' : new Big(l.tokens).toFixed(),
      charges: String(l.charges),
    })),
    total: {
      label: 'Total',
      current: s.current,
      share: '',
      previous: s.previous ?? '',
      change: difference(s.current, s.previous),
      tokens: s.tokens ?? '',
      charges: String(s.charges),
    },
  };
}

/** Points of one currency as the chart takes them, over the whole period: the axis is that of the title. */
export function chartDays(table: CostTable, currency: string) {
  const points = table.daily.filter((d) => d.currency === currency).map((d) => ({ ...d, group: d.group ?? NONE }));
  return { points, from: table.period.from, to: table.period.to };
}
