import { withoutSnapshot } from '../../../lib/core/pricing/price-book';
import type { Channel } from '../../../lib/core/usage/channels';
import type { TokenKind } from '../../../lib/core/usage/tokens';
import { decimal, type Fact, isFree, isVariant, modelOf, perMillion, type Rates } from '../facts';

// The shorter lists: Langfuse's model prices, OpenRouter's models, llm-prices with its history.

interface LangfuseTier {
  isDefault: boolean;
  conditions: { key?: string; values?: string[]; value?: number; usageDetailPattern?: string }[];
  prices: Record<string, number>;
}
export interface LangfuseModel {
  modelName: string;
  matchPattern: string;
  pricingTiers: LangfuseTier[];
}

const langfuseKinds: Record<string, TokenKind> = {
  input: 'input',
  input_cached_tokens: 'cached_input',
  input_cache_read: 'cached_input',
  input_cache_creation: 'cache_write_5m',
  input_cache_creation_5m: 'cache_write_5m',
  input_cache_creation_1h: 'cache_write_1h',
  output: 'output',
  input_audio: 'input_audio',
  input_audio_tokens: 'input_audio',
  output_audio: 'output_audio',
  output_audio_tokens: 'output_audio',
};

const langfuseRates = (prices: Record<string, number>): Rates => {
  const rates: Rates = {};
  for (const [key, price] of Object.entries(prices)) {
    const kind = langfuseKinds[key];
    if (kind) rates[kind] = perMillion(price);
  }
  return rates;
};

/** OpenAI begins its long context at 272,000 tokens, which is above 271,999. */
const thresholdOf = (value: number): number => (value === 272_000 ? 271_999 : value);

export function langfuseFacts(models: readonly LangfuseModel[]): Fact[] {
  return models.flatMap(({ modelName, matchPattern, pricingTiers }) => {
    const model = modelOf(modelName);
    const channel = channelOfVendor(modelName);
    const standard = pricingTiers.find((t) => t.isDefault);
    if (model === null || channel === null || !standard || isVariant(modelName)) return [];
    const base = langfuseRates(standard.prices);
    const facts = new Map<Fact['tier'], Fact>();
    for (const tier of ['standard', 'priority', 'flex', 'latency_optimized'] as const) {
      const ofTier = pricingTiers.filter((t) => tierOf(t) === tier);
      if (!ofTier.length) continue;
      const bands = ofTier.map((t) => ({ above: thresholdOf(thresholdIn(t)), rates: langfuseRates(t.prices) }));
      bands.sort((a, b) => a.above - b.above);
      const source = 'Langfuse model prices, August 2026';
      facts.set(tier, {
        model,
        channel,
        region: null,
        deployment: null,
        tier,
        from: null,
        to: null,
        bands,
        source,
        ...(tier === 'standard' ? {} : { base }),
      });
    }
    const priced = [...facts.values()].filter((f) => f.bands[0]?.rates.input !== undefined);
    const plain = withoutSnapshot(model);
    const isBoth = plain !== null && new RegExp(matchPattern.replace('(?i)', ''), 'i').test(plain);
    return isBoth ? priced.flatMap((f) => [f, { ...f, model: plain }]) : priced;
  });
}

const thresholdIn = (tier: LangfuseTier): number => tier.conditions.find((c) => c.value !== undefined)?.value ?? 0;

function tierOf(tier: LangfuseTier): Fact['tier'] | null {
  const words = tier.conditions.flatMap((c) => (c.values ? [`${c.key}:${c.values.join('|')}`] : []));
  if (!words.length) return 'standard';
  if (words.includes('service_tier:fast|priority')) return 'priority';
  if (words.includes('service_tier:flex')) return 'flex';
  return words.includes('speed:fast') ? 'latency_optimized' : null;
}

function channelOfVendor(name: string): Channel | null {
  if (/^(?:gpt-|o\d|chatgpt|text-embedding)/.test(name)) return 'openai';
  if (name.startsWith('claude')) return 'anthropic';
  return name.startsWith('gemini') ? 'gemini' : null;
}

export interface OpenRouterModel {
  id: string;
  pricing: Record<string, string>;
}

const openRouterKinds: Record<string, TokenKind> = {
  prompt: 'input',
  completion: 'output',
  input_cache_read: 'cached_input',
  input_cache_write: 'cache_write_5m',
  internal_reasoning: 'reasoning',
  audio: 'input_audio',
};

export const openRouterFacts = (models: readonly OpenRouterModel[]): Fact[] =>
  models.flatMap(({ id, pricing }) => {
    const model = modelOf(id);
    const rates: Rates = {};
    for (const [key, price] of Object.entries(pricing)) {
      const kind = openRouterKinds[key];
      if (kind && !price.startsWith('-')) rates[kind] = perMillion(price);
    }
    if (model === null || isVariant(id) || isFree(rates)) return [];
    return [plainFact(model, 'openrouter', rates, 'OpenRouter model list, 2026')];
  });

export interface LlmPrices {
  vendor: string;
  models: {
    id: string;
    price_history: { input: number; output: number; input_cached: number | null; from_date: string | null; to_date: string | null }[];
  }[];
}

const llmChannels: Record<string, Channel> = {
  openai: 'openai',
  anthropic: 'anthropic',
  google: 'gemini',
  amazon: 'bedrock',
  mistral: 'mistral',
  deepseek: 'deepseek',
  xai: 'xai',
};

export const llmPricesFacts = (list: LlmPrices): Fact[] =>
  list.models.flatMap(({ id, price_history }) => {
    const channel = llmChannels[list.vendor];
    const model = modelOf(id.replace(/^amazon-/, ''));
    if (channel === undefined || model === null || /-\d+k$|-batch$/.test(id)) return [];
    return price_history.map(({ input, output, input_cached, from_date, to_date }) => ({
      ...plainFact(model, channel, { input: decimal(input), output: decimal(output) }, 'llm-prices'),
      ...(input_cached === null
        ? {}
        : { bands: [{ above: 0, rates: { input: decimal(input), cached_input: decimal(input_cached), output: decimal(output) } }] }),
      from: from_date,
      to: to_date,
    }));
  });

const plainFact = (model: string, channel: Channel, rates: Rates, source: string): Fact => ({
  model,
  channel,
  region: null,
  deployment: null,
  tier: 'standard',
  from: null,
  to: null,
  bands: [{ above: 0, rates }],
  source,
});
