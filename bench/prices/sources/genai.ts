import { calcPrice, findProvider, type MatchLogic, type ModelInfo, type ModelPrice } from '@pydantic/genai-prices';
import type { PriceBand } from '../../../lib/core/pricing/types';
import type { Channel, Deployment } from '../../../lib/core/usage/channels';
import type { TokenKind } from '../../../lib/core/usage/tokens';
import { lookUpModel } from '../../../lib/ingest/enrich/catalogue';
import { type Disagreement, decimal, type Fact, isFree, isVariant, modelOf, type Rates, ratesText, times } from '../facts';

export const genaiVersion = 'genai-prices 0.1.8';

/** Their provider, our channels. */
export const genaiChannels: readonly (readonly [string, readonly Channel[]])[] = [
  ['openai', ['openai']],
  ['anthropic', ['anthropic']],
  ['azure', ['azure']],
  ['aws', ['bedrock']],
  ['google', ['gemini', 'vertex']],
  ['openrouter', ['openrouter']],
  ['mistral', ['mistral']],
  ['deepseek', ['deepseek']],
  ['x-ai', ['xai']],
  ['groq', ['groq']],
  ['cohere', ['cohere']],
  ['perplexity', ['perplexity']],
  ['moonshotai', ['moonshot']],
  ['together', ['together']],
  ['fireworks', ['fireworks']],
];

const kinds: Record<string, TokenKind> = {
  input_mtok: 'input',
  cache_read_mtok: 'cached_input',
  cache_write_mtok: 'cache_write_5m',
  cache_write_1h_mtok: 'cache_write_1h',
  output_mtok: 'output',
  output_reasoning_mtok: 'reasoning',
  input_audio_mtok: 'input_audio',
  output_audio_mtok: 'output_audio',
  input_image_mtok: 'input_image',
  output_image_mtok: 'output_image',
};

/** `otherNames`: what other lists call models, by channel; where genai-prices knows such a name, its price is the one that counts. */
export function genaiFacts(disagreements: Disagreement[], otherNames: ReadonlyMap<Channel, ReadonlySet<string>>): Fact[] {
  const facts: Named[] = [];
  for (const [providerId, ofChannels] of genaiChannels) {
    const provider = findProvider({ providerId });
    if (!provider) throw new Error(`genai-prices has no provider ${providerId}`);
    const others = providerId === 'aws' ? new Map<string, string[]>() : knownAs(providerId, ofChannels, otherNames);
    for (const info of provider.models) {
      const periods = periodsOf(info, providerId).filter((p) => p.bands.some((b) => !isFree(b.rates)));
      if (!periods.length || isVariant(info.id)) continue;
      for (const channel of ofChannels)
        for (const model of new Set([...namesOf(info, providerId), ...(others.get(info.id) ?? [])]))
          for (const deployment of deploymentsOf(channel, info.id, model))
            for (const period of periods)
              facts.push({
                model,
                channel,
                region: null,
                deployment,
                tier: 'standard',
                ...period,
                isNamed: modelOf(info.id) === model,
                entry: info.id,
              });
    }
  }
  return [...unambiguous(facts, disagreements), ...tiersInComments()];
}

function knownAs(
  providerId: string,
  ofChannels: readonly Channel[],
  names: ReadonlyMap<Channel, ReadonlySet<string>>,
): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of new Set(ofChannels.flatMap((c) => [...(names.get(c) ?? [])]))) {
    const priced = calcPrice({ input_tokens: 1 }, name, { providerId });
    if (priced?.provider.id === providerId) found.set(priced.model.id, [...(found.get(priced.model.id) ?? []), name]);
  }
  return found;
}

/** Every id that their rules give to this very model. */
function namesOf(info: ModelInfo, providerId: string): string[] {
  const names = new Set<string>();
  for (const id of [info.id, ...literals(info.match)]) {
    if (isVariant(id) || (id !== info.id && /[-.@/:~]$|-v\d$|-20\d\d$/.test(id))) continue;
    const raw = id.replace(/^regional\./, '');
    const priced = calcPrice({ input_tokens: 1 }, raw, { providerId });
    const model = modelOf(raw);
    if (model !== null && (id === info.id || (priced?.provider.id === providerId && priced.model.id === info.id))) names.add(model);
  }
  return [...names];
}

const literals = (match: MatchLogic): string[] =>
  'or' in match
    ? match.or.flatMap(literals)
    : 'equals' in match
      ? [match.equals]
      : 'starts_with' in match
        ? [match.starts_with]
        : 'contains' in match
          ? [match.contains]
          : 'ends_with' in match
            ? [match.ends_with]
            : [];

/** Dates at which a price begins; what is cheaper or dearer at night is taken at its longer hours, and says so. */
function periodsOf(info: ModelInfo, providerId: string): Pick<Fact, 'from' | 'to' | 'bands' | 'source'>[] {
  if (!Array.isArray(info.prices)) return [{ from: null, to: null, bands: bandsOf(info.prices), source: sourceOf(info) }];
  const starts = info.prices.flatMap((p) => (p.constraint?.type === 'start_date' ? [p.constraint.start_date] : [])).sort();
  const id = [info.id, ...literals(info.match)].find((i) => calcPrice({ input_tokens: 1 }, i, { providerId })?.model.id === info.id);
  if (id === undefined) throw new Error(`genai-prices cannot price its own ${info.id}`);
  const isTimed = info.prices.some((p) => p.constraint?.type === 'time_of_date');
  return [null, ...starts].map((from, index) => {
    const day = from ?? '2020-01-01';
    const at = (hour: string) => calcPrice({ input_tokens: 1 }, id, { providerId, timestamp: new Date(`${day}T${hour}:45:00Z`) });
    const hours = Array.from({ length: 24 }, (_, h) => at(String(h).padStart(2, '0'))?.model_price ?? {});
    const most = mostFrequent(hours);
    return {
      from,
      to: starts[index] ?? null,
      bands: bandsOf(most),
      source: isTimed ? `${sourceOf(info)}, price of most hours of the day` : sourceOf(info),
    };
  });
}

const sourceOf = (info: ModelInfo): string =>
  [info.prices].flat().some((p) => 'requests_kcount' in ('prices' in p ? (p.prices as ModelPrice) : p))
    ? `${genaiVersion}, without the fee per request`
    : genaiVersion;

function mostFrequent(prices: ModelPrice[]): ModelPrice {
  const counts = new Map<string, number>();
  for (const p of prices) counts.set(JSON.stringify(p), (counts.get(JSON.stringify(p)) ?? 0) + 1);
  const [text] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['{}'];
  return prices.find((p) => JSON.stringify(p) === text) ?? {};
}

function bandsOf(price: ModelPrice): PriceBand[] {
  const starts = new Set([0]);
  for (const [key, value] of Object.entries(price))
    if (kinds[key] && typeof value === 'object') for (const tier of value.tiers) starts.add(tier.start);
  return [...starts]
    .sort((a, b) => a - b)
    .map((above) => {
      const rates: Rates = {};
      for (const [key, value] of Object.entries(price)) {
        const kind = kinds[key];
        if (kind === undefined || value === undefined) continue;
        if (typeof value === 'number') rates[kind] = decimal(value);
        else rates[kind] = decimal(value.tiers.filter((t) => t.start <= above).at(-1)?.price ?? value.base);
      }
      return { above, rates };
    });
}

/** Bedrock sells in one region, in a geography or anywhere; genai-prices calls the first two `regional`. */
function deploymentsOf(channel: Channel, id: string, model: string): (Deployment | null)[] {
  if (channel === 'azure') return lookUpModel(model)?.vendor === 'openai' ? ['global'] : [null];
  // The listed prices of Claude from 4.5 on are those of Vertex's global endpoint; regional ones are dearer, and not listed.
  if (channel === 'vertex') return /^claude-(?!3|opus-4$|opus-4-[01]|sonnet-4$|sonnet-4-0|.*-2025)/.test(model) ? ['global'] : [null];
  if (channel !== 'bedrock') return [null];
  if (id.startsWith('global.')) return ['global'];
  // Their price is OpenAI's and a tenth: that of a region.
  return id.startsWith('regional.') || /^openai\.gpt-5\.[45]$/.test(id) ? ['in_region', 'geo'] : [null];
}

/** Two of their models under one canonical name: the one of that very id counts. */
type Named = Fact & { isNamed: boolean; entry: string };

function unambiguous(facts: Named[], disagreements: Disagreement[]): Fact[] {
  const kept = new Map<string, Named[]>();
  // An entry of that very id goes before one whose rules merely fit.
  for (const fact of facts.sort((a, b) => Number(b.isNamed) - Number(a.isNamed))) {
    const key = `${fact.channel} ${fact.model} ${fact.deployment}`;
    const other = kept.get(key)?.at(-1);
    if (!other) kept.set(key, [fact]);
    else if (other.entry === fact.entry) kept.get(key)?.push(fact);
    else if (JSON.stringify(other.bands) !== JSON.stringify(fact.bands))
      disagreements.push({
        channel: fact.channel,
        model: fact.model,
        what: 'one name, two entries of the same list',
        kept: `${genaiVersion}: ${ratesText(other.bands)}`,
        other: `${genaiVersion}: ${ratesText(fact.bands)}`,
      });
  }
  return [...kept.values()].flat().map(({ isNamed: _, entry: __, ...fact }) => fact);
}

/** Tiers that a list's own remarks put into words: "Batch and Flex tiers offer 50% discount, Priority tier is 1.8x". */
function tiersInComments(): Fact[] {
  const facts: Fact[] = [];
  for (const info of findProvider({ providerId: 'google' })?.models ?? []) {
    const remark = info.price_comments ?? '';
    const half = /Batch(?: API)?( and Flex tiers)? offers? 50% discount( on input\/output)?/.exec(remark);
    const priority = /Priority tier is ([\d.]+)x/.exec(remark)?.[1];
    const periods = periodsOf(info, 'google');
    for (const model of namesOf(info, 'google'))
      for (const { bands, ...period } of periods) {
        const common = { model, channel: 'gemini', region: null, deployment: null, ...period, base: bands[0]?.rates ?? {} } as const;
        const priced = (tier: Fact['tier'], factor: string, only: string | undefined): Fact => ({
          ...common,
          tier,
          source: `${genaiVersion}: ${factor} times the standard price`,
          bands: bands.map(({ above, rates }) => ({
            above,
            rates: times(only ? Object.fromEntries(Object.entries(rates).filter(([k]) => k === 'input' || k === 'output')) : rates, factor),
          })),
        });
        if (half) facts.push(priced('batch', '0.5', half[2]));
        if (half?.[1]) facts.push(priced('flex', '0.5', half[2]));
        if (priority) facts.push(priced('priority', priority, undefined));
      }
  }
  return facts;
}
