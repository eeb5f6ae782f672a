import Big from 'big.js';
import { othersKey, type SeriesLook, seriesLooks } from '@/components/charts/colour';
import { rangeText } from '@/components/filters/period-words';
import type { CostAnswer } from '@/lib/client/costs';
import { NONE } from '@/lib/core/costs/cost-query';
import { figureUnit } from '@/lib/core/explore/figure-unit';
import { partlyOf } from '@/lib/core/explore/group-file';
import { type ExploreMark, type ExploreMeasure, isAdditive } from '@/lib/core/explore/measures';
import type { ExploreGroup, ExploreTotal } from '@/lib/core/explore/question';
import { formatPercent, moneyText } from '@/lib/core/money/format';
import { isolated } from '@/lib/core/text/visible';
import type { Bin } from '@/lib/core/time/bins';
import type { Range } from '@/lib/core/time/period';

export interface GroupLine {
  key: string;
  values: (string | null)[];
  label: string;
  /** Null: charges that have no figure in this measure. A group that is gone has zero. */
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

/** The groups of one currency, or of one unit; sections are never summed together. */
export interface GroupSection {
  key: string;
  currency: string;
  /** What its figures are counted in. */
  unit: string;
  lines: GroupLine[];
  /** Of all groups, those that are not listed included. */
  current: string | null;
  previous: string | null;
  tokens: string | null;
  charges: number;
  /** Why the total is of a part only, as a sentence; null where it is of all. */
  partly: string | null;
  /** How many groups there are; the largest are listed. */
  groups: number;
  /** False for a price: groups have no sum. */
  additive: boolean;
}

type Answered = Pick<CostAnswer, 'groups' | 'totals' | 'unpriced' | 'drawn'>;
type Name = (values: readonly (string | null)[]) => string;

const sectionKey = ({ currency, unit }: { currency: string; unit: string | null }): string =>
  unit === null ? currency : `${currency} ${unit}`.trim();

/** A section for each currency, most charges first, so that they keep their order whatever is asked for; the largest group first. */
export function prepareGroups(answer: Answered, measure: ExploreMeasure, name: Name): GroupSection[] {
  return answer.totals
    .filter((t) => t.amount !== null || t.previous !== null || t.charges > 0)
    .map((total) => section(total, answer, measure, name))
    .sort((a, b) => b.charges - a.charges || (a.key < b.key ? -1 : 1));
}

/** The one asked for comes first; the others keep their order. */
export function drawnFirst(sections: readonly GroupSection[], key: string | null): GroupSection[] {
  const asked = sections.filter((s) => s.key === key);
  return [...asked, ...sections.filter((s) => s.key !== key)];
}

/** The section's result in one sentence. What has no name cannot come first in it: "No model is 40 %" says the opposite. */
export function sentence({ current, unit, lines, partly }: GroupSection, period: Range): string {
  const first = lines.find((l) => l.values.length > 0 && l.values.every((v) => v !== null) && l.share !== null);
  const whole = `${current === null ? 'Nothing' : moneyText(current, unit)} in ${rangeText(period)}`;
  const result = first && lines.length > 1 ? `${whole}; ${isolated(first.label)} is ${first.share} of it.` : `${whole}.`;
  return partly === null ? result : `${result} ${partly}`;
}

/** How a group is known in charts and tables. */
const groupKey = (values: readonly (string | null)[]): string => (values.length === 1 ? (values[0] ?? NONE) : JSON.stringify(values));

function section(total: ExploreTotal, { groups, drawn, unpriced }: Answered, measure: ExploreMeasure, name: Name): GroupSection {
  const own = groups.filter(
    (g) => g.currency === total.currency && g.unit === total.unit && (g.amount !== null || g.previous !== null || g.charges > 0),
  );
  const whole = new Big(total.amount ?? 0);
  const shares = isAdditive(measure) && whole.gt(0) && own.every((g) => new Big(g.amount ?? 0).gte(0));
  const bands = drawn.filter((d) => d.currency === total.currency && d.unit === total.unit).map((d) => groupKey(d.values));
  const looks = seriesLooks(bands.length < total.groups ? [...bands, othersKey] : bands);
  return {
    key: sectionKey(total),
    currency: total.currency,
    unit: figureUnit(measure, total),
    current: total.amount,
    previous: total.previous,
    tokens: total.tokens,
    charges: total.charges,
    partly: partlyOf(measure, total, unpriced),
    groups: total.groups,
    additive: isAdditive(measure),
    lines: own
      .map((group) => ({ group, size: new Big(group.amount ?? 0) }))
      .sort((a, b) => b.size.cmp(a.size) || (groupKey(a.group.values) < groupKey(b.group.values) ? -1 : 1))
      .map(({ group, size }) => ({
        ...figuresOf(group),
        label: group.values.length ? name(group.values) : 'Everything',
        share: shares && group.amount !== null ? formatPercent(size.div(whole).toFixed()) : null,
        width: shares ? size.div(whole).times(100).round(2).toNumber() : 0,
        look: looks.get(groupKey(group.values)) ?? { colour: 'var(--color-others)', hatched: false },
      })),
  };
}

const figuresOf = ({ values, amount, previous, tokens, charges }: ExploreGroup) => ({
  key: groupKey(values),
  values,
  current: amount ?? (charges === 0 ? '0' : null),
  previous,
  tokens,
  charges,
  isGone: charges === 0 && previous !== null,
});

/** How bands are drawn: a price has no sum and is lines whatever was asked, a credit has no area, and only days have a mean. */
export function chartLook(asked: ExploreMark, measure: ExploreMeasure, bin: Bin, isNegative: boolean) {
  const additive = isAdditive(measure);
  const isMean = additive && asked === 'mean' && bin === 'day';
  const plain = asked === 'mean' ? 'lines' : asked === 'cumulative' ? 'area' : asked === 'treemap' && isNegative ? 'bars' : asked;
  return {
    mark: additive ? plain : ('lines' as const),
    cumulative: additive && asked === 'cumulative',
    ...(isMean && { mean: 7 }),
    legendTotals: additive && !isMean,
  };
}

/** Points of one section as the chart takes them, over the whole period: the axis is that of the title. */
export function chartPoints(answer: CostAnswer, { currency, unit: counted, groups }: GroupSection, measure: ExploreMeasure) {
  const isOwn = (of: { currency: string; unit: string | null }) => of.currency === currency && figureUnit(measure, of) === counted;
  const points = answer.series.filter(isOwn).flatMap(({ bin, place, amount }) => {
    const drawn = answer.drawn[place];
    const group = drawn ? groupKey(drawn.values) : answer.by.length ? othersKey : groupKey([]);
    // a price has no "others": their mean would be another question
    return amount === null || (group === othersKey && !isAdditive(measure)) ? [] : [{ day: bin, group, currency: counted, amount }];
  });
  return {
    points,
    from: answer.period.from,
    to: answer.period.to,
    ...(answer.completeTo !== undefined && { completeTo: answer.completeTo }),
    unit: answer.bin,
    bands: 9,
    othersCount: groups - answer.drawn.filter(isOwn).length,
    additive: isAdditive(measure),
  };
}
