import type { Channel, Deployment, ServiceTier } from '../usage/channels';
import type { TokenCounts } from '../usage/tokens';

/** Use of one day that is alike in everything a price is looked up by. `list` is its exact list cost; null where it is not known. */
export interface UsageCell {
  day: string;
  taskType: string | null;
  channel: Channel | null;
  model: string | null;
  region: string | null;
  deployment: Deployment | null;
  tier: ServiceTier;
  events: number;
  requests: number;
  /** Events that are part of a task. */
  inTasks: number;
  /** Events without a whole list price. */
  unpriced: number;
  tokens: TokenCounts;
  list: string | null;
  currency: string | null;
}

/** Prompts up to these sizes are summed apart, because prices change there. */
export const promptBands = [128_000, 200_000, 272_000] as const;
