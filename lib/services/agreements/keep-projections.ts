import { isDeepStrictEqual } from 'node:util';
import type { Day } from '../../core/time/days';
import { type KnownProjection, projectionHistory, saveProjection } from '../../db/records/agreements';
import type { AgreementRow } from './list-agreements';

/**
 * Keeps for each share with a cap when that was expected to be reached, as it is known today: one row a day at most. After it was reached, one
 * row says so, until a refund reopens it.
 */
export async function keepProjections(organization: number, rows: readonly AgreementRow[], today: Day): Promise<void> {
  const known = rows.flatMap((row) => {
    const projection = knownOf(row);
    return projection ? [{ id: row.id, projection }] : [];
  });
  if (known.length === 0) return;
  const kept = new Map((await projectionHistory(organization)).map(({ agreementId, knownOn, ...p }) => [agreementId, { knownOn, p }])); // the newest of each
  for (const { id, projection } of known) {
    const last = kept.get(id);
    const isSame = last !== undefined && isDeepStrictEqual(last.p, projection);
    if (isSame && (last.knownOn === today || projection.reachedOn !== null)) continue;
    await saveProjection(id, today, projection);
  }
}

function knownOf({ agreement: a, state, projection: p, used, capReachedOn }: AgreementRow): KnownProjection | null {
  if (a.kind !== 'revenue_share' || a.cap === null || state === 'ended') return null;
  const about = { accrued: used, cap: a.cap };
  if (state === 'capped') return { ...about, median: null, p10: null, p90: null, probability: 1, reachedOn: capReachedOn };
  return p && { ...about, median: p.median, p10: p.p10, p90: p.p90, probability: p.probability, reachedOn: null };
}
