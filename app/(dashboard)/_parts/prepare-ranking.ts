import Big from 'big.js';
import { othersKey, type SeriesLook, seriesLooks } from '@/components/charts/colour';
import type { ChartTable } from '@/components/charts/prepare/table';
import { NONE } from '@/lib/core/costs/cost-query';
import type { GroupRow, Overview, OverviewDimension } from '@/lib/core/costs/overview';
import { changeOf } from '@/lib/core/money/change';
import { moneyText } from '@/lib/core/money/format';
import { isolated } from '@/lib/core/text/visible';
import type { Opens } from './links';
import { shareOf } from './prepare-strip';

export interface RankedRow {
  key: string;
  label: string;
  /** The rows behind the figure. */
  opens: Opens;
  current: string;
  /** Left out where it is not known. */
  previous?: string | null;
  /** "+8.1 %", "new", "–". */
  change: string;
  /** Only the period compared with has it. */
  isGone: boolean;
  hatched: boolean;
  /** Percent of the drawn width. */
  from: number;
  width: number;
  /** Where the comparison ended, percent of the drawn width. */
  tick: number | null;
}

export interface Ranking {
  rows: RankedRow[];
  summary: string;
  table: ChartTable;
}

const SHOWN = 8;
type Entry = Omit<RankedRow, 'change' | 'isGone' | 'hatched' | 'from' | 'width' | 'tick'>;

/** The eight largest and the others in one line; a row without a name keeps its place by size. */
export function prepareRanking(
  o: Pick<Overview, 'groups' | 'totals' | 'comparison'>,
  {
    dimension,
    currency,
    title,
    name,
  }: { dimension: OverviewDimension; currency: string; title: string; name: (value: string | null) => string },
): Ranking {
  const total = o.totals.find((t) => t.currency === currency);
  const own = o.groups.filter((g) => g.dimension === dimension && g.currency === currency && counts(g));
  const entries = (dimension === 'model' ? models(own, total?.ai ?? '0', name) : own.map((g) => entry(g, name)))
    .map((e) => (o.comparison ? e : { ...e, previous: undefined }))
    .sort((a, b) => new Big(b.current).cmp(a.current) || (a.key < b.key ? -1 : 1));
  // nine rows are nine rows: "others" for a single one would hide a name for nothing
  const shown = entries.length > SHOWN + 1 ? entries.slice(0, SHOWN) : entries;
  const rest = entries.slice(shown.length);
  const rows = rest.length ? [...shown, others(rest, shown)] : shown;
  const base = dimension === 'model' ? (total?.ai ?? '0') : (total?.current ?? '0');
  return {
    rows: drawn(rows),
    summary: sentence(entries, { base, currency, dimension }),
    table: tableOf(entries, currency, title),
  };
}

const counts = (g: GroupRow) => !new Big(g.current).eq(0) || !new Big(g.previous ?? 0).eq(0);

const entry = (g: GroupRow, name: (value: string | null) => string): Entry => ({
  key: g.value ?? NONE,
  label: name(g.value),
  opens: { value: g.value },
  current: g.current,
  previous: g.previous,
});

/** Models share out AI spend; what of it is on no model (machines, capacity, seats) is the rest. Spend that is not AI has no place here. */
function models(own: readonly GroupRow[], ai: string, name: (value: string | null) => string): Entry[] {
  const named = own.filter((g) => g.value !== null).map((g) => entry(g, name));
  const rest = named.reduce((left, e) => left.minus(e.current), new Big(ai));
  return rest.eq(0) ? named : [...named, { key: NONE, label: name(null), opens: { value: null }, current: rest.toFixed() }];
}

function others(rest: readonly Entry[], shown: readonly Entry[]): Entry {
  const add = (pick: (e: Entry) => string) => rest.reduce((sum, e) => sum.plus(pick(e)), new Big(0)).toFixed();
  const known = rest.every((e) => e.previous !== undefined);
  return {
    key: othersKey,
    label: `${rest.length} others`,
    opens: { allBut: shown.map((e) => ('value' in e.opens ? e.opens.value : null)) },
    current: add((e) => e.current),
    ...(known ? { previous: add((e) => e.previous ?? '0') } : {}),
  };
}

function drawn(entries: readonly Entry[]): RankedRow[] {
  const sizes = entries.flatMap((e) => [Number(e.current), Number(e.previous ?? 0)]);
  const [low, high] = [Math.min(0, ...sizes), Math.max(0, ...sizes)];
  const at = (amount: number) => (high === low ? 0 : ((amount - low) / (high - low)) * 100);
  const looks: ReadonlyMap<string, SeriesLook> = seriesLooks(entries.map((e) => e.key));
  return entries.map((e) => ({
    ...e,
    change: changeWord(e.current, e.previous),
    isGone: isGone(e.current, e.previous),
    hatched: looks.get(e.key)?.hatched ?? false,
    from: Math.min(at(0), at(Number(e.current))),
    width: Math.abs(at(Number(e.current)) - at(0)),
    tick: e.previous ? at(Number(e.previous)) : null,
  }));
}

export const isGone = (current: string, previous: string | null | undefined): boolean =>
  new Big(current).eq(0) && !new Big(previous ?? 0).eq(0);

/** Nothing where the comparison is not known, "new" where it had none, "gone" where only it had some. */
export function changeWord(current: string, previous: string | null | undefined): string {
  if (previous === undefined) return '';
  const change = changeOf(current, previous);
  if (change.kind === 'new') return 'new';
  if (isGone(current, previous)) return 'gone';
  return change.kind === 'none' ? '–' : (change.percent ?? '–');
}

const carries: Record<OverviewDimension, string> = {
  provider: 'names a provider',
  service: 'names a service',
  model: 'names a model',
  team: 'carries a team tag',
};

/** The largest that has a name; where nothing has one, that is the result. */
function sentence(
  entries: readonly Entry[],
  { base, currency, dimension }: { base: string; currency: string; dimension: OverviewDimension },
): string {
  const what = dimension === 'model' ? 'AI spend' : 'spend';
  const first = entries.find((e) => 'value' in e.opens && e.opens.value !== null && new Big(e.current).gt(0));
  if (!first)
    return new Big(base).eq(0)
      ? `No ${what} in ${currency}.`
      : `None of the ${moneyText(base, currency)} of ${what} ${carries[dimension]}.`;
  const share = shareOf(first.current, base);
  const label = isolated(first.label);
  return share ? `${label} is ${share} of ${what}.` : `${label} comes first with ${moneyText(first.current, currency)}.`;
}

const tableOf = (entries: readonly Entry[], currency: string, title: string): ChartTable => {
  const add = (pick: (e: Entry) => string | null | undefined) => entries.reduce((sum, e) => sum.plus(pick(e) ?? 0), new Big(0)).toFixed();
  return {
    of: 'group',
    columns: [
      { key: 'label', header: title },
      { key: 'current', header: `Cost (${currency})`, numeric: true },
      { key: 'previous', header: `Before (${currency})`, numeric: true },
    ],
    rows: entries.map((e) => ({
      row: e.key === othersKey ? 'others' : 'group',
      label: e.label,
      current: e.current,
      previous: e.previous ?? '',
    })),
    total: {
      label: 'Total',
      current: add((e) => e.current),
      previous: entries.every((e) => e.previous !== undefined) ? add((e) => e.previous) : '',
    },
  };
};
