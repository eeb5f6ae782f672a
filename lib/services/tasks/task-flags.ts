import { type Actor, requirePermission } from '../../core/access/actor';
import { priceMoves } from '../../core/pricing/price-moves';
import type { PriceKey } from '../../core/pricing/types';
import { addDays } from '../../core/time/days';
import { type CostFlag, modelFlag, priceFlag } from '../../core/units/cost-flag';
import { mainModelChanges, WINDOW_DAYS } from '../../core/units/model-changes';
import { type Deployment, isChannel, type ServiceTier } from '../../core/usage/channels';
import { modelsInUse } from '../../db/queries/models-in-use';
import { taskModelDays } from '../../db/queries/task-model-days';
import type { TaskSlice } from '../../db/queries/task-rows';
import { loadPriceBook } from '../prices/price-book';

/** What is called less has no weight in a cost per task. */
const MOST_MODELS = 200;

/** On which days of a slice its tasks began to run on another model, or a model of theirs got another price. Model changes come first. */
export async function getTaskFlags(actor: Actor, slice: TaskSlice): Promise<CostFlag[]> {
  requirePermission(actor, 'events:read');
  const { organizationId } = actor;
  const [changes, uses, book] = await Promise.all([
    getModelChanges(actor, slice),
    modelsInUse(organizationId, slice, MOST_MODELS),
    loadPriceBook(organizationId),
  ]);
  const keys = uses.flatMap(({ channel, model, region, deployment, tier }): PriceKey[] =>
    isChannel(channel) ? [{ channel, model, region, deployment: deployment as Deployment | null, tier: tier as ServiceTier }] : [],
  );
  return [...changes, ...priceMoves(book, keys, slice).map(priceFlag)];
}

/** On which days of a slice a type of task began to run mainly on another model. */
export async function getModelChanges(actor: Actor, slice: TaskSlice): Promise<CostFlag[]> {
  requirePermission(actor, 'events:read');
  // a change on the first day is told by the days before it; one that is still to show, by the days after the last
  const around = { ...slice, from: addDays(slice.from, -2 * WINDOW_DAYS), to: addDays(slice.to, WINDOW_DAYS) };
  const changes = mainModelChanges(await taskModelDays(actor.organizationId, around));
  return changes.filter((c) => c.day >= slice.from && c.day < slice.to).map(modelFlag);
}
