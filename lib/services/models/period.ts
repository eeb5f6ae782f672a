import { type Actor, requirePermission } from '../../core/access/actor';
import { PeriodAsk } from '../../core/costs/cost-query';
import type { Range } from '../../core/time/period';
import { periodOf } from '../costs/period-of';

/** The days of an address: its own, else its named period up to where the bills end. */
export function usagePeriod(actor: Actor, address: { period?: unknown; from?: unknown; to?: unknown }, today: string): Promise<Range> {
  requirePermission(actor, 'events:read');
  const { period, from, to } = address;
  return periodOf(actor.organizationId, PeriodAsk.parse({ period, from, to }), today);
}
