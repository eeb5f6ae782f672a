import type { Channel, Deployment, ServiceTier } from './channels';
import type { TokenCounts } from './tokens';

/**
 * What was used, once: a call of a model as a gateway, a span or an SDK tells it, or a bucket of calls as a usage API sums them. Never a prompt,
 * never an answer, never billed money. Field names follow OpenTelemetry's gen_ai conventions and FinOps' words where they have one.
 */
export interface UsageEvent {
  /** Names the event within its source; the same id at the same time is the same event, however often it is sent. */
  id: string;
  /** When it began, UTC, ISO 8601. */
  at: string;
  /** Who told it: litellm, otel, openai, anthropic, openrouter, langfuse, plain. */
  source: string;
  channel: Channel | null;
  vendor: string | null;
  /** The canonical id (lib/ingest/enrich/canonical-model.ts); null where none was said. */
  model: string | null;
  region: string | null;
  deployment: Deployment | null;
  tier: ServiceTier;
  /** The provider's account: OpenAI project, Azure resource or subscription, AWS account, Anthropic workspace. */
  account: string | null;
  /** Id or hash of the key that was used. Never the key. */
  apiKey: string | null;
  operation: string | null;
  /** What groups calls, retries, tools and sub-agents into one task. Null: the call is no part of one. */
  taskId: string | null;
  taskType: string | null;
  customer: string | null;
  user: string | null;
  agent: string | null;
  feature: string | null;
  team: string | null;
  outcome: 'success' | 'failure' | null;
  durationMs: number | null;
  /** 1 for a call; more for a bucket of a usage API. */
  requests: number;
  tokens: TokenCounts;
  /** What the source thinks it cost. An estimate, and never added to a bill. */
  estimate: { amount: string; currency: string } | null;
  /** What does not add up, in plain words: shown, and counted in data quality. */
  flags: readonly string[];
}
