import { type Actor, requirePermission } from '../../core/access/actor';
import { dimensionTitle, type ExploreDimension, exploreDimensions } from '../../core/explore/dimensions';
import type { ExploreQuery } from '../../core/explore/explore-query';
import type { ExploreGroup } from '../../core/explore/question';
import { visible } from '../../core/text/visible';
import { groupsOnCopy } from '../../db/columnar/answer';
import { keyedWords } from '../../db/columnar/keyed-words';
import { withConnection } from '../../db/columnar/store';
import { dimensionTitles } from './dimension-titles';
import { onCopy } from './engine';
import { understood } from './explore';

const LISTED = 200;

/** The values of the dimension a view is grouped by that hold what was typed, with their money in the view; the largest first. */
export async function dimensionValues(
  actor: Actor,
  query: ExploreQuery & { q: string },
  today: string,
  signal?: AbortSignal,
): Promise<{ values: ExploreGroup[]; found: number }> {
  requirePermission(actor, 'costs:read');
  const typed = query.q.trim();
  const f = query.f.filter((x) => x.dimension !== query.by);
  const narrowed = typed ? [...f, { dimension: query.by, sense: 'contains' as const, values: [typed], exclude: false }] : f;
  const { question } = await understood(actor, { ...query, by2: undefined, compare: 'none', f: narrowed }, today);
  const { groups, totals } = await onCopy(actor.organizationId, (store) => groupsOnCopy(store, question, LISTED, { signal }));
  return { values: groups, found: Math.max(0, ...totals.map((t) => t.groups)) };
}

/** Everything that costs can be grouped and filtered by here: what every bill says, the keys of tags (most used first), results of allocation. */
export async function listDimensions(actor: Actor, signal?: AbortSignal): Promise<ExploreDimension[]> {
  requirePermission(actor, 'costs:read');
  const { tags, allocations } = await onCopy(actor.organizationId, (store) => withConnection(store, keyedWords, signal));
  const owners = allocations.map((key) => `allocation:${key}`);
  const titles = await dimensionTitles(actor.organizationId, owners);
  return [
    ...owners.map((word, i): ExploreDimension => ({ word, title: titles[i] ?? dimensionTitle(word), group: 'Allocation' })),
    ...Object.entries(exploreDimensions).map(([word, { title, group }]): ExploreDimension => ({ word, title, group })),
    ...tags.map((key): ExploreDimension => ({ word: `tag:${key}`, title: visible(dimensionTitle(`tag:${key}`)), group: 'Tags' })),
  ];
}
