import Big from 'big.js';
import { type ChartTable, toCsv } from '@/components/charts/prepare/table';
import { type GroupFileQuestion, groupFileHeads, groupFileLabels, rateNote } from '@/lib/core/explore/group-file';
import type { MonthRate } from '@/lib/core/fx/rate';
import type { GroupLine, GroupSection } from './prepare-groups';

/**
 * The table of one currency as a file: the groups that are listed, exact, what the others are together, one total row, and below it what is to be
 * known of them. Columns are those of the file of all groups that the server writes; share and change come after them.
 */
export function groupsCsv(
  s: GroupSection,
  { by, ...question }: GroupFileQuestion & { by: readonly string[] },
  rates: readonly MonthRate[] = [],
): string {
  const heads = groupFileHeads(question);
  const difference = (now: string | null, before: string | null) => new Big(now ?? 0).minus(before ?? 0).toFixed();
  const named = (labels: readonly string[]) => Object.fromEntries(labels.map((label, i) => [`by:${i}`, label]));
  const figures = (l: Figures) => ({
    unit: s.currency || s.unit,
    current: l.current ?? '',
    previous: l.previous ?? '',
    tokens: l.tokens === null ? '' : new Big(l.tokens).toFixed(),
    charges: String(l.charges),
    share: l.share ?? '',
    change: difference(l.current, l.previous),
  });
  const isCompared = heads.previous !== null;
  const table: ChartTable = {
    of: 'group',
    columns: [
      ...heads.labels.map((header, i) => ({ key: `by:${i}`, header })),
      { key: 'unit', header: heads.unit },
      { key: 'current', header: heads.amount, numeric: true },
      ...(heads.previous === null ? [] : [{ key: 'previous', header: heads.previous, numeric: true }]),
      ...(heads.tokens === null ? [] : [{ key: 'tokens', header: heads.tokens, numeric: true }]),
      ...(heads.charges === null ? [] : [{ key: 'charges', header: heads.charges, numeric: true }]),
      { key: 'share', header: 'Share' },
      ...(isCompared ? [{ key: 'change', header: 'Change', numeric: true }] : []),
    ],
    rows: [
      ...s.lines.map((l) => ({ ...named(groupFileLabels(by, l.values)), ...figures(l) })),
      ...othersOf(s).map(({ label, ...l }) => ({ row: 'others', ...named([label]), ...figures(l) })),
    ],
    total: { ...named(by.length > 0 ? ['Total'] : []), ...figures({ ...s, share: null }) },
    notes: [
      ...(s.partly === null ? [] : [{ row: 'note', words: `${s.currency || s.unit}: ${s.partly}` }]),
      ...rates.map((r) => ({ row: 'rate', words: rateNote(r) })),
    ],
  };
  return toCsv(table);
}

type Figures = Pick<GroupLine, 'current' | 'share' | 'previous' | 'tokens' | 'charges'>;

/** All groups that are not listed as one line; none where every group is. */
function othersOf(s: GroupSection): (Figures & { label: string })[] {
  const left = s.groups - s.lines.length;
  if (left <= 0) return [];
  const rest = (whole: string | null, part: (l: GroupLine) => string | null) =>
    s.lines.reduce((sum, l) => sum.minus(part(l) ?? 0), new Big(whole ?? 0)).toFixed();
  return [
    {
      label: left === 1 ? '1 other' : `${left} others`,
      current: s.additive ? rest(s.current, (l) => l.current) : null,
      previous: s.additive ? rest(s.previous, (l) => l.previous) : null,
      tokens: rest(s.tokens, (l) => l.tokens),
      charges: s.charges - s.lines.reduce((n, l) => n + l.charges, 0),
      share: null,
    },
  ];
}
