import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import type { CostQuery } from '../../core/costs/cost-query';
import type { Range } from '../../core/time/period';
import { type ChargeRow, type ChargeTotal, chargeDetail, charges, chargeTotals } from '../../db/queries/charges';
import { costsByGroup } from '../../db/queries/costs-by-group';
import { comparedWith, periodOf } from './period-of';

export interface CostTable {
  period: Range;
  /** Null where it would begin before the first day known. */
  comparison: Range | null;
  firstDay: string | null;
  rows: {
    value: string | null;
    currency: string;
    current: string | null;
    previous: string | null;
    tokens: string | null;
    charges: number;
  }[];
  daily: { day: string; group: string | null; currency: string; amount: string }[];
}

const PAGE = 50;

/** Costs by one dimension, with what they are compared with and their days. */
export async function getCosts(actor: Actor, q: CostQuery, today: string): Promise<CostTable> {
  requirePermission(actor, 'costs:read');
  const period = await periodOf(actor.organizationId, q, today);
  const { comparison, firstDay } = await comparedWith(actor.organizationId, period);
  const [current, previous, daily] = await Promise.all([
    costsByGroup(actor.organizationId, { groupBy: [q.by], ...period, filters: q.f, measure: q.measure }),
    comparison ? costsByGroup(actor.organizationId, { groupBy: [q.by], ...comparison, filters: q.f, measure: q.measure }) : [],
    costsByGroup(actor.organizationId, { groupBy: ['day', q.by], ...period, filters: q.f, measure: q.measure }),
  ]);
  const key = (g: { group: Record<string, string | null>; currency: string }) =>
    `${g.currency}\u0000${g.group[q.by] ?? ''}\u0000${g.group[q.by] === null}`;
  const before = new Map(previous.map((p) => [key(p), p]));
  const now = new Set(current.map(key));
  const gone = previous.filter((p) => !now.has(key(p))).map((p) => ({ ...p, billed: null, effective: null, tokens: null, charges: '0' }));
  return {
    period,
    comparison,
    firstDay,
    rows: [...current, ...gone].map((c) => ({
      value: c.group[q.by] ?? null,
      currency: c.currency,
      current: c[q.measure],
      previous: before.get(key(c))?.[q.measure] ?? null,
      tokens: c.tokens,
      charges: Number(c.charges),
    })),
    daily: daily.flatMap((d) => {
      const amount = d[q.measure];
      return amount === null ? [] : [{ day: d.group.day ?? '', group: d.group[q.by] ?? null, currency: d.currency, amount }];
    }),
  };
}

/** One page of the charges behind a view, largest first. */
export async function getCharges(
  actor: Actor,
  q: CostQuery,
  today: string,
): Promise<{ period: Range; page: number; pageSize: number; rows: ChargeRow[]; hasMore: boolean; totals: ChargeTotal[] }> {
  requirePermission(actor, 'costs:read');
  const period = await periodOf(actor.organizationId, q, today);
  const ask = { filters: q.f, ...period, measure: q.measure };
  const [rows, totals] = await Promise.all([
    charges(actor.organizationId, { ...ask, limit: PAGE + 1, offset: (q.page - 1) * PAGE }),
    chargeTotals(actor.organizationId, ask),
  ]);
  return { period, page: q.page, pageSize: PAGE, rows: rows.slice(0, PAGE), hasMore: rows.length > PAGE, totals };
}

/** One charge with all its columns, its load and its line. */
export async function getCharge(
  actor: Actor,
  { load, line, profile }: { load: number; line: string; profile: string },
): Promise<Record<string, unknown>> {
  requirePermission(actor, 'costs:read');
  const found = await chargeDetail(actor.organizationId, load, line, profile);
  if (!found) throw new AppError('not_found', 'There is no such charge.');
  return found;
}
