import { isMoney } from '../../core/explore/measures';
import type { ExploreQuestion } from '../../core/explore/question';
import { dayLiteral, type Row } from './explore-sql';
import type { Sums } from './group-rows';
import { type MonthAmount, type Precision, partsRead } from './schema';
import { measureSums, sumFrom } from './sums';

/** What a measure adds up, whose charges it counts, and in what its figures are told apart. */
export function sumsOf(measure: ExploreQuestion['measure']) {
  const { sums, counting, figure } = measure === 'charges' ? { ...measureSums.effective, sums: [] } : measureSums[measure];
  return {
    sums,
    counting,
    figure,
    currency: isMoney(measure) ? 'p.currency' : `''`,
    unit: measure === 'quantity' ? 'p.unit' : 'null::text',
  };
}

/** What groups are told with: what the measure adds up, and tokens, which stand beside every measure. */
export const amountsOf = (measure: ExploreQuestion['measure']): MonthAmount[] => [
  ...new Set<MonthAmount>([...sumsOf(measure).sums, 'tokens']),
];

/** The sums of these amounts that a row holds, and its charges. */
export const sumsIn = (row: Row, amounts: readonly MonthAmount[]): Sums => ({
  sums: amounts.map((amount) => sumFrom(row, amount)),
  charges: Number(row.n ?? 0),
});

export const partColumns = (amounts: readonly MonthAmount[], precision: Precision): string[] =>
  amounts.flatMap((a) => partsRead(a, precision).map((i) => `${a}_${i}`));

/** Whether bars need the days themselves, which whole months do not tell. */
export const needsDays = (bin: ExploreQuestion['bin'], dated: boolean): boolean => dated || bin === 'day' || bin === 'week';

/** Columns of facts `f`, each added up; `n` are the charges that count. */
export const addedUp = (columns: readonly string[], counting: string): string =>
  columns.map((c) => `sum(f.${c === 'n' ? counting : c}) as ${c}`).join(', ');

export const textOf = (value: Row[string] | undefined): string | null => (value === null || value === undefined ? null : String(value));

/** The first day of a bar; one that is cut by the range begins with it. */
export function binOf(bin: ExploreQuestion['bin'], { from }: { from: string }): string {
  return bin === 'day' ? 'f.day' : `greatest(date_trunc('${bin}', f.day)::date, ${dayLiteral(from)})`;
}

/** The smallest of the `most` largest, without putting 100,000 names in order; all of them where nobody would read the end of the list. */
export const leastOf = (size: string, most: number): string => (most < 1_000_000 ? `list_min(max(${size}, ${Math.trunc(most)}))` : '0');
