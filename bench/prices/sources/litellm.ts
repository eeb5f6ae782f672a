import type { PriceBand } from '../../../lib/core/pricing/types';
import type { Channel } from '../../../lib/core/usage/channels';
import type { TokenKind } from '../../../lib/core/usage/tokens';
import { lookUpModel } from '../../../lib/ingest/enrich/catalogue';
import { agree, type Disagreement, type Fact, isFree, isOffScale, isVariant, modelOf, perMillion, type Rates, ratesText } from '../facts';

export type LiteLlmEntry = Record<string, unknown> & { litellm_provider?: string; mode?: string };

const source = 'LiteLLM price map, September 2025';

const providers: readonly (readonly [RegExp, Channel])[] = [
  [/^azure(?:_ai)?$/, 'azure'],
  [/^bedrock/, 'bedrock'],
  [/^vertex_ai/, 'vertex'],
  [/^gemini$/, 'gemini'],
  [/^(?:text-completion-)?openai$/, 'openai'],
  [/^anthropic$/, 'anthropic'],
  [/^mistral$/, 'mistral'],
  [/^deepseek$/, 'deepseek'],
  [/^xai$/, 'xai'],
  [/^groq$/, 'groq'],
  [/^cohere/, 'cohere'],
  [/^perplexity$/, 'perplexity'],
  [/^moonshot$/, 'moonshot'],
  [/^together_ai$/, 'together'],
  [/^fireworks_ai/, 'fireworks'],
  [/^openrouter$/, 'openrouter'],
  [/^oci$/, 'oracle'],
  [/^databricks$/, 'databricks'],
  [/^watsonx$/, 'watsonx'],
];

const fields: Record<string, TokenKind> = {
  input_cost_per_token: 'input',
  output_cost_per_token: 'output',
  cache_read_input_token_cost: 'cached_input',
  cache_creation_input_token_cost: 'cache_write_5m',
  output_cost_per_reasoning_token: 'reasoning',
  input_cost_per_audio_token: 'input_audio',
  output_cost_per_audio_token: 'output_audio',
};

const textModes = new Set(['chat', 'completion', 'responses', 'embedding', 'audio_transcription', undefined]);

/** Ids of LiteLLM say the place in their path: `azure/eu/gpt-4o`, `bedrock/eu-west-3/mistral…`, `us.anthropic…`. */
function placeOf(id: string, channel: Channel): Pick<Fact, 'region' | 'deployment'> {
  const parts = id.split('/');
  if (channel === 'azure') {
    if (parts.includes('us') || parts.includes('eu')) return { region: parts.includes('us') ? 'us' : 'eu', deployment: 'data_zone' };
    return { region: null, deployment: parts.some((p) => p.startsWith('global')) ? 'global' : null };
  }
  if (channel !== 'bedrock') return { region: null, deployment: null };
  const region = parts.find((p) => /^[a-z]{2}(?:-gov)?-[a-z]+-\d$/.test(p));
  if (region) return { region, deployment: 'in_region' };
  const zone = /^(us|eu|apac)\./.exec(parts.at(-1) ?? '')?.[1];
  return zone ? { region: zone, deployment: 'geo' } : { region: null, deployment: null };
}

export function liteLlmFacts(map: Record<string, LiteLlmEntry>, disagreements: Disagreement[]): Fact[] {
  const facts: Fact[] = [];
  for (const [id, entry] of Object.entries(map)) {
    const channel = providers.find(([pattern]) => pattern.test(entry.litellm_provider ?? ''))?.[1];
    const model = modelOf(id);
    // `ft:` models become their base model's name and cost more; commitments are capacity.
    if (!channel || !model || isVariant(id) || /(?:^|\/)ft:|commitment|sample_spec/.test(id) || !textModes.has(entry.mode)) continue;
    const bands = bandsOf(entry, channel, model);
    const rates = bands[0]?.rates ?? {};
    if (isFree(rates) || rates.input === undefined) continue;
    const fault = faultOf(rates, entry.mode, channel);
    if (fault) {
      disagreements.push({ channel, model, what: fault, kept: 'left out', other: `${source}: ${ratesText(bands)}` });
      continue;
    }
    const common = { model, channel, ...placeOf(id, channel), from: null, to: null, source } as const;
    facts.push({ ...common, tier: 'standard', bands });
    const batch: Rates = {};
    if (typeof entry.input_cost_per_token_batches === 'number') batch.input = perMillion(entry.input_cost_per_token_batches);
    if (typeof entry.output_cost_per_token_batches === 'number') batch.output = perMillion(entry.output_cost_per_token_batches);
    if (batch.input !== undefined && !isFree(batch))
      facts.push({ ...common, tier: 'batch', bands: [{ above: 0, rates: withoutFree(batch) }], base: rates });
  }
  return plausible(withBase(azurePlaces(facts, disagreements)), disagreements);
}

function bandsOf(entry: LiteLlmEntry, channel: Channel, model: string): PriceBand[] {
  const starts = [0, 128_000, 200_000, 272_000].filter(
    (n) => n === 0 || typeof entry[`input_cost_per_token_above_${n / 1000}k_tokens`] === 'number',
  );
  // OpenAI's models had no price for writing a cache in 2025: that field holds a mistaken cached price.
  const noWrites = lookUpModel(model)?.vendor === 'openai' || channel === 'azure';
  return starts.map((above) => {
    const rates: Rates = {};
    for (const [field, kind] of Object.entries(fields)) {
      const price = (above ? entry[`${field}_above_${above / 1000}k_tokens`] : undefined) ?? entry[field];
      if (typeof price === 'number' && !(noWrites && kind === 'cache_write_5m')) rates[kind] = perMillion(price);
    }
    return { above, rates: withoutFree(rates) };
  });
}

/** An embedding's output of 0 is no price: there is none. */
const withoutFree = (rates: Rates): Rates =>
  rates.output === '0' ? Object.fromEntries(Object.entries(rates).filter(([k]) => k !== 'output')) : rates;

function faultOf(rates: Rates, mode: string | undefined, channel: Channel): string | null {
  if (isOffScale(rates)) return 'outside 0.001 to 1,000 per 1M';
  if (mode === 'chat' && rates.output !== undefined && Number(rates.output) < Number(rates.input)) return 'output cheaper than input';
  return channel === 'watsonx' && Number(rates.input) > 100 ? 'a thousand times its kind' : null;
}

/** An id on Azure without a place is the global price where another entry says global at that price, else the regional one. */
function azurePlaces(facts: Fact[], disagreements: Disagreement[]): Fact[] {
  const rates = (f: Fact) => f.bands[0]?.rates ?? {};
  const input = (f: Fact | undefined) => f && rates(f).input;
  return facts.flatMap((f) => {
    if (f.channel !== 'azure' || f.deployment !== null) return [f];
    const peer = (channel: Channel, deployment: Fact['deployment']) =>
      facts.find((g) => g.channel === channel && g.deployment === deployment && g.model === f.model && g.tier === f.tier);
    const global = input(peer('azure', 'global')) ?? input(peer('openai', null));
    const zone = input(peer('azure', 'data_zone'));
    if (global === undefined && zone === undefined) return [f];
    if (input(f) === global || (zone !== undefined && input(f) !== zone)) return [{ ...f, deployment: 'global' as const }];
    const ratio = Number(input(f)) / Number(global ?? zone);
    if (ratio >= 1 && ratio <= 1.35) return [{ ...f, deployment: 'regional' as const }];
    const what = 'neither the global price nor a regional one';
    disagreements.push({ channel: f.channel, model: f.model, what, kept: 'left out', other: `${source}: ${ratesText(f.bands)}` });
    return [];
  });
}

/** A place may be dearer or cheaper, but not by half: then a digit or a model was mistaken. */
const plausible = (facts: Fact[], disagreements: Disagreement[]): Fact[] =>
  facts.filter((f) => {
    const isFar = Object.entries(f.tier === 'standard' ? (f.base ?? {}) : {}).some(([kind, base]) => {
      const ratio = Number(f.bands[0]?.rates[kind as TokenKind] ?? base) / Number(base);
      return ratio < 0.5 || ratio > 2;
    });
    if (isFar)
      disagreements.push({
        channel: f.channel,
        model: f.model,
        what: `${f.region}: more than twice or less than half of the price elsewhere`,
        kept: 'left out',
        other: `${source}: ${ratesText(f.bands)}`,
      });
    return !isFar;
  });

/** What is sold in a place is held against the same list's price without one. */
function withBase(facts: Fact[]): Fact[] {
  return facts.map((f) => {
    if (f.base || (f.region === null && f.deployment === null)) return f;
    const plain = facts.find(
      (g) => g.channel === f.channel && g.model === f.model && g.tier === 'standard' && g.region === null && g.deployment !== f.deployment,
    );
    const base = plain?.bands[0]?.rates;
    return base && !agree(base, f.bands[0]?.rates ?? {}) ? { ...f, base } : f;
  });
}
