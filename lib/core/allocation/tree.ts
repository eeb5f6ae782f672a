import { AppError } from '../app-error';
import { csvLine } from '../csv/cell';
import type { Day } from '../time/days';
import { fold } from './fold';
import { ALWAYS_FROM, ALWAYS_TO } from './limits';
import type { Placement } from './placement';

const from = (p: Placement): Day => p.since ?? ALWAYS_FROM;
const to = (p: Placement): Day => p.until ?? ALWAYS_TO;
const isOn = (p: Placement, at: Day): boolean => from(p) <= at && at < to(p);

/** Refuses a name in two places on one day, a parent that is not there, and a circle, naming the path. */
export function checkTree(tree: readonly Placement[]): void {
  const byName = new Map<string, Placement[]>();
  for (const p of tree) byName.set(fold(p.name), [...(byName.get(fold(p.name)) ?? []), p]);
  for (const list of byName.values()) {
    const sorted = list.toSorted((a, b) => (from(a) < from(b) ? -1 : 1));
    for (const [i, p] of sorted.entries()) {
      const next = sorted[i + 1];
      if (next && from(next) < to(p))
        throw new AppError(
          'invalid',
          `${p.name} stands in two places from ${from(next) === ALWAYS_FROM ? 'the beginning' : from(next)}: end the first before the second begins.`,
        );
    }
  }
  for (const p of tree)
    if (p.parent !== null && !byName.has(fold(p.parent)))
      throw new AppError('invalid', `${p.name} stands below ${p.parent}, which is no row of the tree.`);
  const turns = [...new Set([ALWAYS_FROM, ...tree.flatMap((p) => [from(p), to(p)])])];
  for (const at of turns) {
    const places = placesOn(tree, at);
    for (const p of places.values()) climb(places, p.name);
  }
}

const placesOn = (tree: readonly Placement[], at: Day): Map<string, Placement> =>
  new Map(tree.filter((p) => isOn(p, at)).map((p) => [fold(p.name), p]));

function climb(places: ReadonlyMap<string, Placement>, name: string): Placement[] {
  const path: Placement[] = [];
  for (let at = places.get(fold(name)); at; at = at.parent === null ? undefined : places.get(fold(at.parent))) {
    if (path.includes(at))
      throw new AppError('invalid', `The tree would go round in a circle: ${[...path, at].map((p) => p.name).join(' → ')}.`);
    path.push(at);
  }
  return path;
}

/** Where a value stands on a day: the names above it, the highest first; null where it is not in the tree. */
export function pathsOn(tree: readonly Placement[], at: Day): (value: string) => string[] | null {
  const places = placesOn(tree, at);
  return (value) => {
    const [own, ...above] = climb(places, value);
    return own ? above.reverse().map((p) => p.name) : null;
  };
}

/** The tree after a move: where the name stood until that day it stays, from then on it stands below `parent`. */
export function moveTo(tree: readonly Placement[], name: string, parent: string | null, since: Day): Placement[] {
  const key = fold(name);
  const kept = tree.flatMap((p) => (fold(p.name) !== key || to(p) <= since ? [p] : from(p) < since ? [{ ...p, until: since }] : []));
  const [now] = tree.filter((p) => fold(p.name) === key).toSorted((a, b) => (from(a) > from(b) ? -1 : 1));
  const isFirst = !kept.some((p) => fold(p.name) === key);
  return [...kept, { name: now?.name ?? name, kind: now?.kind ?? 'team', parent, since: isFirst && !now ? null : since, until: null }];
}

export const treeColumns = ['name', 'parent', 'kind', 'from', 'to'] as const;

/** The rows of a tree as a table, which `readTreeCsv` reads. */
export const writeTreeCsv = (tree: readonly Placement[]): string =>
  [[...treeColumns], ...tree.map((p) => [p.name, p.parent ?? '', p.kind, p.since ?? '', p.until ?? ''])].map(csvLine).join('');
