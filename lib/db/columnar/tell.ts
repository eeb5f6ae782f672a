import type { DrawnGroup, ExploreGroup, ExplorePoint, ExploreQuestion, ExploreTotal } from '../../core/explore/question';
import { Added } from './added';
import type { BarRow, GroupRows, KindRow } from './group-rows';
import type { GroupName, Kind } from './numbered';
import type { Telling, Told } from './told';

/** One group, or all of a kind: now, and in what it is compared with. */
interface Compared {
  of: GroupName | null;
  told: Told;
  spans: [Added, Added];
}

/** The largest groups of each currency (and unit), largest first, and all of each; `names` says the number of a group's name. */
export function toldGroups(question: ExploreQuestion, telling: Telling, { rows, all, counts }: GroupRows, most: number) {
  const grouped = collected(question, telling, rows, (row) => row.of)
    .map((group) => ({ ...group, size: group.spans[0].size() }))
    .sort((a, b) => (a.size === b.size ? byName(a, b) : a.size > b.size ? -1 : 1));
  const listed = new Map<number, number>(); // in the order of their largest groups
  const groups = grouped.flatMap((group): ExploreGroup[] => {
    const place = (listed.get(group.told.kind) ?? 0) + 1;
    listed.set(group.told.kind, place);
    return place <= most ? [{ values: group.of?.values ?? [], ...figuresOf(question, group) }] : [];
  });
  const order = [...listed.keys()];
  const totals = collected(question, telling, all, () => null)
    .sort((a, b) => order.indexOf(a.told.kind) - order.indexOf(b.told.kind))
    .map((total): ExploreTotal => ({ ...figuresOf(question, total), groups: (counts ?? listed).get(total.told.kind) ?? 0 }));
  const names = new Map(grouped.map(({ of }) => [JSON.stringify(of?.values), of?.name ?? 0]));
  return { groups, totals, names };
}

/** The drawn groups by bar, and all others of their currency under the place after the last. */
export function toldSeries(
  { measure }: ExploreQuestion,
  telling: Telling,
  rows: readonly BarRow[],
  drawn: readonly DrawnGroup[],
  names: ReadonlyMap<string, number>,
): ExplorePoint[] {
  const keyOf = (name: number | null | undefined, { currency, unit }: Kind) => JSON.stringify([name, currency, unit]);
  const drawnAt = new Map(drawn.map((d, place) => [keyOf(names.get(JSON.stringify(d.values)), d), place]));
  const places = new Map<string, number>(); // by what rows know: their name and kind
  const placeOf = (name: number | null, told: Told): number => {
    const key = `${name} ${told.kind}`;
    const place = places.get(key) ?? drawnAt.get(keyOf(name, told)) ?? drawn.length;
    places.set(key, place);
    return place;
  };
  const points = new Map<string, { bin: string; place: number; told: Told; added: Added }>();
  for (const row of rows) {
    const told = telling.told(row);
    const place = placeOf(row.name, told);
    const key = `${row.bin} ${place} ${told.kind}`;
    const point = points.get(key) ?? { bin: row.bin, place, told, added: new Added(measure, telling) };
    points.set(key, point);
    point.added.add(row, told);
  }
  return [...points.values()]
    .sort((a, b) => (a.bin !== b.bin ? (a.bin < b.bin ? -1 : 1) : a.place - b.place || byKind(a.told, b.told)))
    .map(({ bin, place, told: { currency, unit }, added }) => ({ bin, place, currency, unit, amount: added.amount() }));
}

function collected<R extends KindRow>(
  { measure }: ExploreQuestion,
  telling: Telling,
  rows: readonly R[],
  nameOf: (row: R) => GroupName | null,
): Compared[] {
  const found = new Map<string, Compared>();
  for (const row of rows) {
    const of = nameOf(row);
    const told = telling.told(row);
    const key = `${told.kind} ${of?.name}`;
    const one = found.get(key) ?? { of, told, spans: [new Added(measure, telling), new Added(measure, telling)] };
    found.set(key, one);
    one.spans[row.span === 1 ? 1 : 0].add(row, told);
  }
  return [...found.values()];
}

function figuresOf({ comparison }: ExploreQuestion, { told: { currency, unit }, spans: [now, before] }: Compared) {
  const previous = comparison ? before.amount() : null;
  return { currency, unit, amount: now.amount(), previous, tokens: now.tokens(), charges: now.charges };
}

const byKind = (a: Kind, b: Kind): number => inOrderOf([a.currency, a.unit], [b.currency, b.unit]);

/** Names in order, then what they are told in. */
const byName = (a: Compared, b: Compared): number => inOrderOf(a.of?.values ?? [], b.of?.values ?? []) || byKind(a.told, b.told);

/** Texts one after the other; nothing comes last. */
function inOrderOf(left: readonly (string | null)[], right: readonly (string | null)[]): number {
  for (const [i, mine] of left.entries()) {
    const other = right[i] ?? null;
    if (mine === other) continue;
    if (mine === null || other === null) return mine === null ? 1 : -1;
    return mine < other ? -1 : 1;
  }
  return 0;
}
