import type { Converted } from '../fx/conversion';
import type { MonthRate } from '../fx/rate';
import type { Range } from '../time/period';
import { figureUnit } from './figure-unit';
import { type ExploreMeasure, exploreMeasures } from './measures';
import type { ExploreTotal, Unpriced } from './question';
import { unpricedText } from './unpriced-text';
import { valueName } from './value-name';

// What a file of groups says, whether the page writes it or the server: the same words in the same order.

/** What a row of such a file is. Only groups and others are parts of their total; notes and rates are no figures. */
export type GroupFileRow = 'group' | 'others' | 'total' | 'note' | 'rate';

export interface GroupFileQuestion {
  /** What each dimension that is grouped by is called here, in order. */
  titles: readonly string[];
  measure: ExploreMeasure;
  comparison: Range | null;
  /** Null where nothing was converted. */
  told: Pick<Converted, 'to'> | null;
}

/** The heads of the columns after that of the row: what is grouped by, in what it is counted, and the figures; null for a column that is not there. */
export function groupFileHeads({ titles, measure, comparison, told }: GroupFileQuestion) {
  const { title } = exploreMeasures[measure];
  return {
    labels: titles,
    unit: 'Currency or unit',
    amount: told ? `${title} (${told.to})` : title,
    previous: comparison && `Compared: ${comparison.from} to before ${comparison.to}`,
    // what is measured by them has them as its figure
    tokens: measure === 'tokens' ? null : 'Tokens',
    charges: measure === 'charges' ? null : 'Charges',
  };
}

/** What a group is called, as on the page: one without a value says which it lacks. */
export const groupFileLabels = (by: readonly string[], values: readonly (string | null)[]): string[] =>
  by.map((word, i) => valueName(word, values[i] ?? null));

/** What its figures are counted in. */
export const groupFileUnit = (measure: ExploreMeasure, of: { currency: string; unit: string | null }): string =>
  of.currency || figureUnit(measure, of);

/** What a total leaves out, as a sentence; null where it leaves out nothing. */
export const partlyOf = (measure: ExploreMeasure, total: Pick<ExploreTotal, 'currency' | 'charges'>, unpriced: readonly Unpriced[]) =>
  unpricedText(measure, unpriced.find((u) => u.currency === total.currency)?.charges ?? 0, total.charges);

/** A rate that was taken, so that a figure of the file can be reckoned again. */
export const rateNote = (r: MonthRate): string =>
  `Rate of ${r.month.slice(0, 7)}: 1 ${r.base} = ${r.rate} ${r.quote} (${r.source}, ${r.day})`;
