import type { PriceKey } from '../../lib/core/pricing/types';
import type { Channel, Deployment, ServiceTier } from '../../lib/core/usage/channels';
import type { TokenCounts } from '../../lib/core/usage/tokens';

/** Usage to be priced, and how genai-prices is asked the same. */
export interface Vector {
  what: string;
  key: PriceKey;
  day: string;
  tokens: TokenCounts;
  /** Provider and model as genai-prices names them; null where it has no way to ask. */
  genai: { providerId: string; modelId: string } | null;
  /** Why the two may differ, where they do on purpose. */
  remark?: string;
}

const providers: Partial<Record<Channel, string>> = {
  bedrock: 'aws',
  gemini: 'google',
  vertex: 'google',
  xai: 'x-ai',
  moonshot: 'moonshotai',
};
const day = '2026-09-15';

interface More {
  tier?: ServiceTier;
  region?: string;
  deployment?: Deployment;
  day?: string;
  /** The id as genai-prices knows it, where it says more than ours. */
  id?: string;
  /** False: genai-prices cannot say this. */
  asked?: boolean;
  remark?: string;
}

const v = (what: string, channel: Channel, model: string, tokens: TokenCounts, more: More = {}): Vector => ({
  what,
  key: { model, channel, region: more.region ?? null, deployment: more.deployment ?? null, tier: more.tier ?? 'standard' },
  day: more.day ?? day,
  tokens,
  genai: more.asked === false ? null : { providerId: providers[channel] ?? channel, modelId: more.id ?? model },
  ...(more.remark === undefined ? {} : { remark: more.remark }),
});

const call: TokenCounts = { input: 1_234, output: 567 };
const cached: TokenCounts = { input: 2_345, cached_input: 40_960, output: 789 };
const written: TokenCounts = { input: 1_200, cached_input: 30_000, cache_write_5m: 8_192, output: 900 };
const hourly: TokenCounts = { input: 1_200, cached_input: 30_000, cache_write_5m: 4_096, cache_write_1h: 8_192, output: 900 };
const thinking: TokenCounts = { input: 3_000, output: 400, reasoning: 6_500 };
const long: TokenCounts = { input: 180_000, cached_input: 120_000, output: 2_000 };
const speech: TokenCounts = { input: 300, input_audio: 9_000, output: 200, output_audio: 4_000 };
const unsaid = { asked: false } as const;

export const corpus: readonly Vector[] = [
  // OpenAI
  v('plain call', 'openai', 'gpt-4o', call),
  v('snapshot of its own price', 'openai', 'gpt-4o-2024-05-13', call),
  v('snapshot', 'openai', 'gpt-4o-2024-08-06', call),
  v('cached', 'openai', 'gpt-4o-mini', cached),
  v('cached', 'openai', 'gpt-4.1', cached),
  v('reasoning', 'openai', 'gpt-5', thinking),
  v('reasoning', 'openai', 'o3', thinking),
  v('reasoning', 'openai', 'o4-mini', thinking),
  v('before the price fell', 'openai', 'o3', thinking, { day: '2025-06-09' }),
  v('small model', 'openai', 'gpt-5-nano', cached),
  v('below the long context', 'openai', 'gpt-5.4', { input: 271_999, output: 100 }),
  v('at the long context', 'openai', 'gpt-5.4', { input: 272_000, output: 100 }),
  v('250,000 tokens', 'openai', 'gpt-5.4', { input: 250_000, output: 100 }),
  v('long, cached', 'openai', 'gpt-5.5', long),
  v('before the price fell', 'openai', 'gpt-5.6-sol', written, { day: '2026-08-20' }),
  v('on the day it fell', 'openai', 'gpt-5.6-sol', written, { day: '2026-08-21' }),
  v('long, cache write', 'openai', 'gpt-5.6-luna', { ...long, cache_write_5m: 10_000 }),
  v('embedding', 'openai', 'text-embedding-3-large', { input: 50_000 }),
  v('audio', 'openai', 'gpt-4o-realtime-preview', speech),
  v('audio', 'openai', 'gpt-4o-mini-realtime-preview', speech),
  v('audio in, text out', 'openai', 'gpt-4o-transcribe', { input_audio: 12_000, output: 600 }),
  v('audio that one list alone prices', 'openai', 'gpt-4o-audio-preview', speech, {
    remark: 'genai-prices lists no audio price here and takes that of text; Headroom has one from the LiteLLM price map',
  }),
  v('batch', 'openai', 'gpt-4.1', call, { tier: 'batch', ...unsaid }),
  v('batch', 'openai', 'gpt-4o-2024-08-06', call, { tier: 'batch', ...unsaid }),
  v('batch', 'openai', 'o3-pro', thinking, { tier: 'batch', ...unsaid }),
  v('batch', 'openai', 'gpt-5', cached, { tier: 'batch', ...unsaid }),
  v('flex', 'openai', 'gpt-5', cached, { tier: 'flex', ...unsaid }),
  v('flex, long', 'openai', 'gpt-5.4', long, { tier: 'flex', ...unsaid }),
  v('priority', 'openai', 'gpt-4o', cached, { tier: 'priority', ...unsaid }),
  v('priority', 'openai', 'gpt-5.5', cached, { tier: 'priority', ...unsaid }),
  v('priority, long: no list has it', 'openai', 'gpt-5.4', long, { tier: 'priority', ...unsaid }),
  v('provisioned', 'openai', 'gpt-5', call, { tier: 'provisioned', ...unsaid }),
  // Anthropic
  v('cache write 5 min', 'anthropic', 'claude-sonnet-4-5', written),
  v('cache write 1 h', 'anthropic', 'claude-sonnet-4-5', hourly),
  v('long context', 'anthropic', 'claude-sonnet-4-5', { ...long, cache_write_1h: 1_000 }),
  v('exactly 200,000', 'anthropic', 'claude-sonnet-4-5', { input: 150_000, cached_input: 50_000, output: 10 }),
  v('long, before the flat price', 'anthropic', 'claude-sonnet-4-6', long, { day: '2026-03-12' }),
  v('long, flat price', 'anthropic', 'claude-sonnet-4-6', long, { day: '2026-03-13' }),
  v('cache write 1 h', 'anthropic', 'claude-opus-4-5', hourly),
  v('cheaper cache hits', 'anthropic', 'claude-opus-5-5', written),
  v('dated id', 'anthropic', 'claude-haiku-4-5-20251001', written),
  v('older model', 'anthropic', 'claude-3-haiku-20240307', written),
  v('batch', 'anthropic', 'claude-sonnet-4-5', hourly, { tier: 'batch', ...unsaid }),
  v('batch, long', 'anthropic', 'claude-sonnet-4-5', long, { tier: 'batch', ...unsaid }),
  v('priority', 'anthropic', 'claude-sonnet-4-5', call, { tier: 'priority', ...unsaid }),
  // Azure
  v('global', 'azure', 'o1', thinking, { deployment: 'global' }),
  v('global', 'azure', 'o3-mini', thinking, { deployment: 'global' }),
  v('global, snapshot', 'azure', 'o3-2025-04-16', thinking, { deployment: 'global' }),
  v('embedding', 'azure', 'text-embedding-3-small', { input: 80_000 }, { deployment: 'global' }),
  v('global', 'azure', 'gpt-4.1', cached, { deployment: 'global', ...unsaid }),
  v('global', 'azure', 'gpt-5-mini', cached, { deployment: 'global', ...unsaid }),
  v('deployment not said', 'azure', 'gpt-4o', cached, unsaid),
  v('data zone', 'azure', 'gpt-4o-2024-08-06', cached, { deployment: 'data_zone', region: 'swedencentral', ...unsaid }),
  v('data zone', 'azure', 'o1-mini-2024-09-12', cached, { deployment: 'data_zone', region: 'eastus', ...unsaid }),
  v('regional', 'azure', 'gpt-4o-mini', cached, { deployment: 'regional', region: 'eastus', ...unsaid }),
  v('regional', 'azure', 'gpt-4.1', call, { deployment: 'regional', region: 'eastus2', ...unsaid }),
  v('batch, global', 'azure', 'gpt-4.1', call, { deployment: 'global', tier: 'batch', ...unsaid }),
  v('batch, data zone', 'azure', 'o3-mini-2025-01-31', call, { deployment: 'data_zone', tier: 'batch', ...unsaid }),
  v('a model whose Azure price nobody lists', 'azure', 'gpt-5.5', call, {
    deployment: 'global',
    remark: 'genai-prices takes OpenAI’s price for Azure; Headroom takes no price across channels',
  }),
  v('regional where only global is listed', 'azure', 'gpt-5', call, {
    deployment: 'regional',
    region: 'swedencentral',
    remark: 'genai-prices knows no deployments and takes OpenAI’s price; a regional deployment costs more',
  }),
  // Bedrock
  v('in region', 'bedrock', 'claude-haiku-4-5-20251001', written, {
    deployment: 'in_region',
    region: 'us-east-1',
    id: 'anthropic.claude-haiku-4-5-20251001-v1:0',
  }),
  v('geographic', 'bedrock', 'claude-haiku-4-5-20251001', written, {
    deployment: 'geo',
    region: 'eu-west-1',
    id: 'eu.anthropic.claude-haiku-4-5-20251001-v1:0',
  }),
  v('global', 'bedrock', 'claude-haiku-4-5-20251001', written, {
    deployment: 'global',
    region: 'eu-west-1',
    id: 'global.anthropic.claude-haiku-4-5-20251001-v1:0',
  }),
  v('not said', 'bedrock', 'claude-sonnet-4-5-20250929', cached, { id: 'anthropic.claude-sonnet-4-5-20250929-v1:0' }),
  v('geographic, cache write 1 h', 'bedrock', 'claude-opus-5-5', hourly, {
    deployment: 'geo',
    region: 'us-east-1',
    id: 'us.anthropic.claude-opus-5-5',
  }),
  v('cache write 1 h without a price', 'bedrock', 'claude-opus-4-5', hourly, {
    deployment: 'global',
    id: 'global.anthropic.claude-opus-4-5-v1:0',
    remark: 'genai-prices takes the 5-minute price for a write of an hour; Headroom names it as missing',
  }),
  v('global, long', 'bedrock', 'gpt-5.6-terra', long, { deployment: 'global', id: 'global.openai.gpt-5.6-terra' }),
  v('in region', 'bedrock', 'gpt-5.6-sol', written, { deployment: 'in_region', id: 'openai.gpt-5.6-sol' }),
  v('cached', 'bedrock', 'nova-pro', cached, { deployment: 'in_region', region: 'us-east-1', id: 'amazon.nova-pro-v1:0' }),
  v('audio', 'bedrock', 'nova-sonic', speech, { id: 'amazon.nova-sonic-v1:0' }),
  v('open weights', 'bedrock', 'llama-3.3-70b-instruct', call, { id: 'meta.llama3-3-70b-instruct-v1:0' }),
  v('geographic, Europe', 'bedrock', 'nova-pro', call, { deployment: 'geo', region: 'eu-central-1', ...unsaid }),
  v('one region', 'bedrock', 'llama-3-8b-instruct', call, { deployment: 'in_region', region: 'sa-east-1', ...unsaid }),
  v('batch', 'bedrock', 'llama-4-scout-17b-instruct', call, { tier: 'batch', ...unsaid }),
  // Google
  v('long context', 'gemini', 'gemini-2.5-pro', long),
  v('exactly 200,000', 'gemini', 'gemini-2.5-pro', { input: 200_000, output: 10 }),
  v('audio in', 'gemini', 'gemini-2.5-flash', { input: 400, input_audio: 30_000, output: 800 }),
  v('reasoning', 'gemini', 'gemini-2.5-flash', thinking),
  v('until the end of the year', 'gemini', 'gemini-3.8-flash', cached, { day: '2026-12-31' }),
  v('from the new year on', 'gemini', 'gemini-3.8-flash', cached, { day: '2027-01-01' }),
  v('image out', 'gemini', 'gemini-2.5-flash-image', { input: 500, output_image: 1_290 }),
  v('batch', 'gemini', 'gemini-3.7-flash', cached, { tier: 'batch', ...unsaid }),
  v('priority', 'gemini', 'gemini-3.7-flash', cached, { tier: 'priority', ...unsaid }),
  v('plain call', 'vertex', 'gemini-2.5-flash', call),
  v('global', 'vertex', 'claude-sonnet-4-5', written, { deployment: 'global' }),
  v('long', 'vertex', 'gemini-3.1-pro-preview', long),
  v('older Claude', 'vertex', 'claude-3-5-haiku', written),
  v('Claude in one region', 'vertex', 'claude-opus-5-5', call, { deployment: 'regional', region: 'europe-west1', ...unsaid }),
  v('batch', 'vertex', 'claude-opus-4-1', call, { tier: 'batch', ...unsaid }),
  // Others
  v('routed', 'openrouter', 'claude-opus-4-7', written, { id: 'anthropic/claude-opus-4.7' }),
  v('routed', 'openrouter', 'gemini-2.5-flash', call, { id: 'google/gemini-2.5-flash' }),
  v('routed', 'openrouter', 'deepseek-v3.2', call, { id: 'deepseek/deepseek-v3.2' }),
  v('cached', 'xai', 'grok-4.5', cached),
  v('long', 'xai', 'grok-4.3', long),
  v('plain call', 'mistral', 'mistral-large', call),
  v('plain call', 'mistral', 'codestral', call, { id: 'codestral-latest' }),
  v('plain call', 'groq', 'llama-3.3-70b-versatile', call),
  v('plain call', 'cohere', 'command-a', call),
  v('cached', 'moonshot', 'kimi-k2.6', cached),
  v('a fee per request', 'perplexity', 'sonar', call, {
    remark: 'genai-prices adds a fee for each request; a rate card prices tokens, and its source says that the fee is not in it',
  }),
  v('by night', 'deepseek', 'deepseek-v4-pro', cached, {
    remark: 'genai-prices asks the hour of the day; Headroom has one price a day, that of most hours',
  }),
  v('plain call', 'fireworks', 'gpt-oss-120b', call, { id: 'accounts/fireworks/models/gpt-oss-120b' }),
  v('plain call', 'together', 'llama-3-8b-chat-hf', call, { id: 'meta-llama/Llama-3-8b-chat-hf' }),
];
