import { type Actor, requirePermission } from '../../core/access/actor';
import { addDays, addMonths, earlier, monthStart } from '../../core/time/days';
import { type CoverageCell, coverage, type SourceRow, sourceRows } from '../../db/queries/overview';

export interface SourcesView {
  sources: (Omit<SourceRow, 'lastLoadAt'> & { lastLoadAt: string | null })[];
  /** First days of months, oldest first. */
  months: string[];
  coverage: CoverageCell[];
}

/** Sources and, month by month, what each has and what is missing. `today` is a day, UTC. */
export async function getSources(actor: Actor, today: string): Promise<SourcesView> {
  requirePermission(actor, 'sources:read');
  const sources = await sourceRows(actor.organizationId);
  const newest = sources.reduce((max, { completeTo }) => (completeTo && completeTo > max ? completeTo : max), '0001-01-02');
  const last = monthStart(newest === '0001-01-02' ? today : earlier(addDays(newest, -1), today));
  const months = Array.from({ length: 13 }, (_, i) => addMonths(last, i - 12));
  const cells = await coverage(actor.organizationId, months[0] ?? last);
  return { sources: sources.map((s) => ({ ...s, lastLoadAt: s.lastLoadAt?.toISOString() ?? null })), months, coverage: cells };
}
