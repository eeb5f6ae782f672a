import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { addMonths, earlier, later, monthStart } from '../../core/time/days';
import { firstClaimedDay } from '../../db/queries/known-days';
import { type CoverageCell, coverage, type SourceRow, sourceRows } from '../../db/queries/overview';

export interface SourcesView {
  sources: (Omit<SourceRow, 'lastLoadAt'> & { lastLoadAt: string | null })[];
  today: string;
  /** The first month that any load speaks for, and the month of today, in which a gap is still to be closed. */
  firstMonth: string | null;
  lastMonth: string;
  /** First days of months, oldest first: at most twelve, ending with the one asked for. */
  months: string[];
  coverage: CoverageCell[];
}

/** The last month to be shown, `2026-11`; what is malformed falls back to that of today. */
export const SourcesQuery = z.object({
  until: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});
export type SourcesQuery = z.infer<typeof SourcesQuery>;

const PAGE = 12;

/** Sources and, month by month, what each has and what is missing. `today` is a day, UTC. */
export async function getSources(actor: Actor, { until }: SourcesQuery, today: string): Promise<SourcesView> {
  requirePermission(actor, 'sources:read');
  const [sources, firstDay] = await Promise.all([sourceRows(actor.organizationId), firstClaimedDay(actor.organizationId)]);
  const lastMonth = monthStart(today);
  const firstMonth = firstDay === null ? null : monthStart(firstDay);
  const last = earlier(until ? `${until}-01` : lastMonth, lastMonth);
  const first = firstMonth && firstMonth <= last ? later(firstMonth, addMonths(last, 1 - PAGE)) : addMonths(last, 1 - PAGE);
  const months = Array.from({ length: PAGE }, (_, i) => addMonths(first, i)).filter((m) => m <= last);
  const cells = await coverage(actor.organizationId, { from: first, to: addMonths(last, 1) });
  return {
    sources: sources.map((s) => ({ ...s, lastLoadAt: s.lastLoadAt?.toISOString() ?? null })),
    today,
    firstMonth,
    lastMonth,
    months,
    coverage: cells,
  };
}
