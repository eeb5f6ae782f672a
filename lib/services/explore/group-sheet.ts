import type { Cell } from 'write-excel-file/node';
import type { groupFileHeads } from '../../core/explore/group-file';
import { type ExploreMeasure, exploreMeasures } from '../../core/explore/measures';
import type { ExploreQuestion } from '../../core/explore/question';
import { legsText, type MonthRate } from '../../core/fx/rate';
import { sheetText } from '../../core/text/sheet-text';
import { visible } from '../../core/text/visible';

interface SheetRow {
  labels: readonly string[];
  /** The measure, and the same of the period compared with. */
  money: readonly (string | null)[];
  tokens: string | null;
  charges: string | null;
}

type Heads = ReturnType<typeof groupFileHeads>;

/** The heads of the columns with figures, without those that are not there. */
export const figureHeads = ({ amount, previous, tokens, charges }: Heads): string[] =>
  [amount, previous, tokens, charges].filter((head) => head !== null);

/** What stands under the last of them. */
export const countsOf = (heads: Heads, row: Pick<SheetRow, 'tokens' | 'charges'>): (string | null)[] =>
  (['tokens', 'charges'] as const).flatMap((key) => (heads[key] === null ? [] : [row[key]]));

interface GroupSheet {
  /** One of `sheetNames`. */
  name: string;
  measure: ExploreMeasure;
  heads: Heads;
  groups: readonly SheetRow[];
  /** Null where nothing was found. */
  total: SheetRow | null;
  /** What the total leaves out, or why there is none. */
  note: string | null;
}

/** One currency as a sheet: what it is called on the left, figures below one another on the right, the total, and apart from them what is to be known of it. */
export function groupSheet({ name, measure, heads, groups, total, note }: GroupSheet) {
  const { labels, unit } = heads;
  const rows = total === null ? groups : [...groups, total];
  const money = numberFormat(
    rows.flatMap((r) => r.money),
    decimalsOf[exploreMeasures[measure].unit],
  );
  const counted = numberFormat(
    rows.flatMap((r) => countsOf(heads, r)),
    decimalsOf.tokens,
  );
  const row = (r: SheetRow, bold = false): Cell[] => [
    ...r.labels.map((l) => text(l, bold)),
    ...r.money.map((f) => number(f, money, bold)),
    ...countsOf(heads, r).map((f) => number(f, counted, bold)),
  ];
  const figures = figureHeads(heads);
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: [...labels.map(() => ({ width: 36 })), ...[unit, ...figures].map((head) => ({ width: Math.max(20, head.length + 2) }))],
    data: [
      [...[...labels, unit].map((t) => text(t, true)), ...figures.map((t): Cell => ({ ...bolded(t), align: 'right' }))],
      ...groups.map((g) => row(g)),
      ...(total === null ? [] : [row(total, true)]),
      ...(note === null ? [] : [[], [{ value: note, type: String, fontStyle: 'italic' } satisfies Cell]]), // a row apart: it is no figure
    ],
  };
}

/** What a workbook says in which there is nothing else. */
export const nothingWords = ({ range, filters, without }: Pick<ExploreQuestion, 'range' | 'filters' | 'without'>): string =>
  `No charge from ${range.from} to before ${range.to}${filters.length + without.length > 0 ? ' passes these filters' : ''}.`;

/** Excel's own limit. */
const LONGEST = 31;

/** What sheets are called, as Excel takes it: none of its marks, and no two alike in any case, as the units "Hours" and "hours" of two bills would be. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set(['history']); // a name that Excel keeps for itself
  return wanted.map((words) => {
    const plain = visible(words).replace(/[\\/?*[\]:]/g, ' ');
    for (let n = 1; ; n++) {
      const end = n === 1 ? '' : ` (${n})`;
      // not half a character, nor an apostrophe at either end
      const name = `${trimmed(plain.slice(0, LONGEST - end.length).replace(/[\ud800-\udbff]$/, '')) || 'All'}${end}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

const trimmed = (name: string): string => name.replace(/^['\s]+|['\s]+$/g, '');

/** The rates that were taken; they keep every digit as text. */
export function ratesSheet(used: readonly MonthRate[]) {
  const titles = ['Month', 'From', 'To', 'Rate', 'Published', 'Source', 'Made of', 'Closed'];
  return {
    sheet: 'Rates',
    stickyRowsCount: 1,
    columns: titles.map((t) => ({ width: t === 'Made of' ? 60 : 18 })),
    data: [
      titles.map((t) => text(t, true)),
      ...used.map((r) =>
        [r.month.slice(0, 7), r.base, r.quote, r.rate, r.day, r.source, legsText(r), r.closed ? 'yes' : 'no'].map((v) => text(v)),
      ),
    ],
  };
}

const bolded = (value: string) => ({ value: sheetText(value), type: String, fontWeight: 'bold' as const });
const text = (value: string, bold = false): Cell => (bold ? bolded(value) : { value: sheetText(value), type: String });

/** A spreadsheet keeps 15 digits of a number; the CSV has them all. */
const number = (value: string | null, format: string, bold: boolean): Cell =>
  value === null ? null : { value: Number(value), type: Number, format, align: 'right', ...(bold && { fontWeight: 'bold' as const }) };

/** Decimals that a column has at least, and those it has at most unless an amount would read as nothing. */
interface Decimals {
  least: number;
  usual: number;
}

const decimalsOf: Record<(typeof exploreMeasures)[ExploreMeasure]['unit'], Decimals> = {
  money: { least: 2, usual: 2 },
  price: { least: 2, usual: 4 },
  tokens: { least: 0, usual: 4 },
  quantity: { least: 0, usual: 4 },
  count: { least: 0, usual: 0 },
};

/** With more than these a column is no longer read. */
const MOST_DECIMALS = 4;

/** One format for a whole column, so that its decimal points stand below one another: no more decimals than are there, except for the least. */
export function numberFormat(values: readonly (string | null)[], { least, usual }: Decimals): string {
  let [there, vanishes] = [0, false];
  for (const value of values) {
    if (value === null) continue;
    there = Math.max(there, value.split('.')[1]?.replace(/0+$/, '').length ?? 0);
    const size = Math.abs(Number(value));
    vanishes ||= size > 0 && size < 0.5 / 10 ** usual;
  }
  const decimals = Math.max(least, Math.min(there, vanishes ? MOST_DECIMALS : usual));
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}
