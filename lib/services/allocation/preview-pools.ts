import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { checkPools, Pool, PoolList, type Share } from '../../core/allocation/pools';
import { addMonths, type Day, monthStart } from '../../core/time/days';
import { ledgerCompleteTo } from '../../db/queries/cost-cube';
import { readSettings } from '../../db/records/allocation';
import { monthFigures } from './month-figures';
import { findDimension } from './settings';

export const PoolPreviewInput = z.object({
  pool: Pool,
  /** The others, as they would be saved beside it. */
  others: PoolList.default([]),
});

export interface PoolPreview {
  /** The newest whole month with bills, or the running one where that has nothing to split. */
  month: string;
  shares: Share[];
}

/** How the newest whole month would be split, before a pool is saved. Throws `invalid` where pools would pay for each other. Needs `allocation:read`. */
export async function previewPool(actor: Actor, input: z.input<typeof PoolPreviewInput>, today: Day): Promise<PoolPreview> {
  requirePermission(actor, 'allocation:read');
  const { pool, others } = PoolPreviewInput.parse(input);
  const pools = [...others.filter((o) => o.name !== pool.name), pool];
  checkPools(pools);
  const [settings, complete] = await Promise.all([readSettings(actor.organizationId), ledgerCompleteTo(actor.organizationId)]);
  const running = monthStart(complete ?? today);
  const whole = addMonths(running, -1);
  const days = { from: whole, to: addMonths(running, 1) };
  const months = await monthFigures(actor.organizationId, { ...settings, pools }, findDimension(settings, pool.dimension), {
    ...days,
    basis: 'effective',
  });
  const split = months.map((m) => ({ month: m.month, shares: m.shares.filter((s) => s.pool === pool.name) }));
  return split.find((m) => m.shares.length > 0) ?? { month: whole.slice(0, 7), shares: [] };
}
