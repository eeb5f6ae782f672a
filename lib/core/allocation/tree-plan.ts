import { fold } from './fold';
import type { Placement } from './placement';

/** The names that another tree adds, changes and takes away. A name with several rows, one for each stretch of days, counts once. */
export interface TreePlan {
  added: string[];
  changed: string[];
  removed: string[];
}

/** What putting `after` in the place of `before` does to the names in them. */
export function treePlan(before: readonly Placement[], after: readonly Placement[]): TreePlan {
  const [was, is] = [placesByName(before), placesByName(after)];
  return {
    added: [...is].flatMap(([key, { name }]) => (was.has(key) ? [] : [name])),
    changed: [...is].flatMap(([key, { name, rows }]) => (was.has(key) && was.get(key)?.rows !== rows ? [name] : [])),
    removed: [...was].flatMap(([key, { name }]) => (is.has(key) ? [] : [name])),
  };
}

/** Each name with its rows as one text, whatever their order. */
function placesByName(tree: readonly Placement[]): Map<string, { name: string; rows: string }> {
  const rows = new Map<string, Placement[]>();
  for (const p of tree) rows.set(fold(p.name), [...(rows.get(fold(p.name)) ?? []), p]);
  return new Map(
    [...rows].map(([key, list]) => {
      const texts = list.map((p) => JSON.stringify([p.name, p.kind, p.parent, p.since, p.until])).sort();
      return [key, { name: list[0]?.name ?? key, rows: texts.join('\n') }];
    }),
  );
}
