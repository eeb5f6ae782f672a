import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { type CostDimension, costDimensions, isCostDimension } from '../../core/costs/dimensions';
import { type CostGroup, costsByGroup } from '../../db/queries/costs-by-group';

const Day = z.iso.date();
const words = [...Object.keys(costDimensions), 'day', 'month'];

/** Costs by up to three groups over `[from, to)`. Exact decimals as text, one row per currency. */
export async function queryCosts(actor: Actor, input: { groupBy: string[]; from: string; to: string }): Promise<CostGroup[]> {
  requirePermission(actor, 'costs:read');
  const unknown = input.groupBy.find((g) => !isCostDimension(g) && g !== 'day' && g !== 'month');
  if (unknown) throw new AppError('invalid', `Costs cannot be grouped by "${unknown}". Known: ${words.join(', ')}.`);
  if (input.groupBy.length > 3) throw new AppError('invalid', 'Costs can be grouped by at most three dimensions.');
  const [from, to] = [Day.safeParse(input.from), Day.safeParse(input.to)];
  if (!from.success || !to.success || input.from >= input.to)
    throw new AppError('invalid', 'from and to are days like 2026-10-01, to after from.');
  return costsByGroup(actor.organizationId, {
    groupBy: input.groupBy as (CostDimension | 'day' | 'month')[],
    from: input.from,
    to: input.to,
  });
}
