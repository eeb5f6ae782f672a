import { z } from 'zod';
import { type Actor, requirePermission } from '../../core/access/actor';
import { AppError } from '../../core/app-error';
import { type CostDimension, costDimensions, isCostDimension } from '../../core/costs/dimensions';
import { type CostGroup, costsByGroup } from '../../db/queries/costs-by-group';
import { currencyCode } from '../fx/agree-rate';
import { costsIn } from './costs-in';

const Day = z.iso.date();
const words = [...Object.keys(costDimensions), 'day', 'month'];

/** Costs by up to three groups over `[from, to)`. Exact decimals as text, one row per currency: that of the bill, or `currency` where the month has a rate for it. */
export async function queryCosts(
  actor: Actor,
  input: { groupBy: string[]; from: string; to: string; currency?: string | undefined },
): Promise<CostGroup[]> {
  requirePermission(actor, 'costs:read');
  const unknown = input.groupBy.find((g) => !isCostDimension(g) && g !== 'day' && g !== 'month');
  if (unknown) throw new AppError('invalid', `Costs cannot be grouped by "${unknown}". Known: ${words.join(', ')}.`);
  if (input.groupBy.length > 3) throw new AppError('invalid', 'Costs can be grouped by at most three dimensions.');
  const [from, to] = [Day.safeParse(input.from), Day.safeParse(input.to)];
  if (!from.success || !to.success || input.from >= input.to)
    throw new AppError('invalid', 'from and to are days like 2026-10-01, to after from.');
  const ask = { groupBy: input.groupBy as (CostDimension | 'day' | 'month')[], from: input.from, to: input.to };
  if (input.currency === undefined) return costsByGroup(actor.organizationId, ask);
  return costsIn(actor.organizationId, currencyCode.parse(input.currency), ask);
}
