import { type Actor, requirePermission } from '../../core/access/actor';
import type { EmptiedBy } from '../../core/explore/emptied-by';
import type { ExploreQuery } from '../../core/explore/explore-query';
import { asCostFilters, writeFilter } from '../../core/explore/filters';
import type { ExploreQuestion } from '../../core/explore/question';
import { chargesLeft, type Sieve } from '../../db/columnar/charges-left';
import { withConnection } from '../../db/columnar/store';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { onCopy } from './engine';
import { understood } from './explore';
import { fitsSlices } from './from-slices';

/** Filters that are tried; nobody reads more of them, and a machine that asks for more has the first. */
const MOST = 24;

/** What of a view empties it: the charges there would be without each filter and without the kinds left out. Needs `costs:read`. */
export async function emptiedBy(actor: Actor, query: ExploreQuery, today: string, signal?: AbortSignal): Promise<EmptiedBy> {
  requirePermission(actor, 'costs:read');
  const asked: ExploreQuery = { ...query, by: 'none', by2: undefined, compare: 'none', ccy: 'billing' };
  const { question } = await understood(actor, asked, today);
  const { filters, without, range } = question;
  // the same filter twice goes with one step
  const texts = [...new Set(filters.map(writeFilter))].slice(0, MOST);
  const sieves: Sieve[] = [
    { filters: [], without: [] },
    { filters, without: [] },
    ...texts.map((text) => ({ filters: filters.filter((f) => writeFilter(f) !== text), without })),
  ];
  const [all = 0, kinds = 0, ...left] = await onCopy(
    actor.organizationId,
    (store) => withConnection(store, (c, held) => chargesLeft(c, held, question, sieves), signal),
    () => (fitsSlices(question) ? leftOfSlices(actor.organizationId, question, sieves, signal) : null),
  );
  return {
    period: range,
    filters: texts.map((filter, i) => ({ filter, charges: left[i] ?? 0 })),
    kinds: without.length > 0 ? kinds : null,
    all,
  };
}

/** The same from slices, one question after the other: they must not take every connection of the pool. */
async function leftOfSlices(
  organization: number,
  { range, measure }: ExploreQuestion,
  sieves: readonly Sieve[],
  signal: AbortSignal | undefined,
): Promise<number[]> {
  const left: number[] = [];
  for (const { filters } of sieves) {
    signal?.throwIfAborted();
    const asked = {
      groupBy: [],
      ...range,
      filters: asCostFilters(filters) ?? [],
      measure: measure === 'billed' ? measure : 'effective',
    } as const;
    left.push((await costsByGroup(organization, asked)).reduce((sum, row) => sum + Number(row.charges), 0));
  }
  return left;
}
