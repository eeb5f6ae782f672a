import { type Actor, requirePermission } from '../../core/access/actor';
import type { Range } from '../../core/time/period';
import { type BridgeSide, type BridgeTerm, bridge, bridgeSteps } from '../../core/units/bridge';
import { kindCosts } from '../../core/units/kind-costs';
import { unitDigits } from '../../core/units/per-unit';
import { type Deployment, isChannel, type ServiceTier } from '../../core/usage/channels';
import { tokenKinds } from '../../core/usage/tokens';
import { type TaskCell, taskCells } from '../../db/queries/task-cells';
import { loadPriceBook } from '../prices/price-book';
import type { TasksHead } from './get-tasks';

export interface Rise {
  before: string;
  after: string;
  /** `before` + Σ amounts = `after`, to the last of twelve digits. */
  steps: { term: BridgeTerm; amount: string; from: string; to: string }[];
  period: Range;
  comparedWith: Range;
}

/**
 * Why a task of this type costs another amount than in the period before: calls per task, tokens per call, models, channels, kinds of tokens, cache, prices.
 * Null where one of the two periods has no such task or no cost of it. Needs `events:read`.
 */
export async function explainRise(actor: Actor, head: TasksHead): Promise<Rise | null> {
  requirePermission(actor, 'events:read');
  const { currency, total, totalBefore, slice } = head;
  if (!currency || slice.taskType === undefined || total?.perTask == null || totalBefore?.perTask == null) return null;
  const book = await loadPriceBook(actor.organizationId);
  const sideOf = (cells: readonly TaskCell[], tasks: number, lastDay: string): BridgeSide => ({
    units: BigInt(tasks),
    calls: cells.reduce((n, c) => n + BigInt(c.requests), 0n),
    cells: cells.flatMap((c) => {
      const { model, channel, amount, region, deployment, tier } = c;
      const card =
        model !== null && channel !== null && isChannel(channel)
          ? book.find({ model, channel, region, deployment: deployment as Deployment | null, tier: tier as ServiceTier }, lastDay)?.card
          : undefined;
      const tokens = Object.fromEntries(tokenKinds.flatMap((k) => (c.tokens[k] ? [[k, BigInt(c.tokens[k])]] : [])));
      return kindCosts({ model, channel, cost: amount, currency, tokens, rates: card?.bands[0]?.rates ?? {} });
    }),
  });
  const wanted = { ...slice, taskType: slice.taskType };
  const [was, is] = await Promise.all([
    taskCells(actor.organizationId, { ...wanted, ...head.before }, currency),
    taskCells(actor.organizationId, wanted, currency),
  ]);
  if (was.length === 0 || is.length === 0) return null;
  const exact = bridge(sideOf(was, totalBefore.tasks, head.before.from), sideOf(is, total.tasks, head.period.from));
  return { ...bridgeSteps(exact, unitDigits), period: head.period, comparedWith: head.before };
}
