// `npm run bench:prices`: a corpus of usage priced by Headroom and by @pydantic/genai-prices, and what genai-prices cannot say held against the
// LiteLLM price map. Writes docs/price-accuracy.md; ends with 1 where the two differ without a reason that is known.
import fs from 'node:fs';
import path from 'node:path';
import { calcPrice } from '@pydantic/genai-prices';
import { listPrices } from '../../lib/core/pricing/book/list-prices';
import { type FoundCard, PriceBook } from '../../lib/core/pricing/price-book';
import { priceTokens } from '../../lib/core/pricing/price-tokens';
import type { PricedTokens, PriceKey, RateCard } from '../../lib/core/pricing/types';
import { zoneOf } from '../../lib/core/pricing/zones';
import { promptTokens, type TokenCounts } from '../../lib/core/usage/tokens';
import { corpus, type Vector } from './corpus';
import { type Disagreement, ratesText } from './facts';
import { genaiVersion } from './sources/genai';
import { sweep } from './sweep';

const facts = <T>(name: string): T => JSON.parse(fs.readFileSync(path.join(import.meta.dirname, 'generated', name), 'utf8')) as T;
const liteLlm = facts<RateCard[]>('litellm.json');
const disagreements = facts<Disagreement[]>('disagreements.json');
const book = new PriceBook(listPrices());

interface Compared {
  vector: Vector;
  found: FoundCard | null;
  ours: PricedTokens;
  genai: number | null;
  map: string | null;
}

const usageOf = (t: TokenCounts) => ({
  input_tokens: promptTokens(t),
  output_tokens: (t.output ?? 0) + (t.reasoning ?? 0) + (t.output_audio ?? 0) + (t.output_image ?? 0),
  cache_read_tokens: t.cached_input,
  cache_write_tokens: (t.cache_write_5m ?? 0) + (t.cache_write_1h ?? 0) || undefined,
  cache_write_1h_tokens: t.cache_write_1h,
  input_audio_tokens: t.input_audio,
  output_audio_tokens: t.output_audio,
  input_image_tokens: t.input_image,
  output_image_tokens: t.output_image,
});

function compare(vector: Vector): Compared {
  const { key, day, tokens, genai } = vector;
  const found = book.find(key, day);
  const theirs =
    genai && calcPrice(usageOf(tokens), genai.modelId, { providerId: genai.providerId, timestamp: new Date(`${day}T12:00:00Z`) });
  const map = liteLlmCard(key);
  return {
    vector,
    found,
    ours: priceTokens(tokens, found?.card ?? null),
    genai: theirs?.total_price ?? null,
    map: map && priceTokens(tokens, map).amount,
  };
}

/** The map's own card for a tier or place that genai-prices cannot say. */
function liteLlmCard(key: PriceKey): RateCard | null {
  const places = [key.region, zoneOf(key.region), null];
  const ofKey = liteLlm.filter((f) => f.channel === key.channel && f.model === key.model && f.tier === key.tier);
  for (const region of places) {
    const there = ofKey.find((f) => f.region === region && (f.deployment === key.deployment || f.deployment === null));
    if (there) return there;
  }
  return null;
}

const isSame = (amount: string | null, price: number | null): boolean =>
  amount === null || price === null ? amount === price : Math.abs(Number(amount) - price) <= 1e-12 + Math.abs(price) * 1e-9;

const all = corpus.map(compare);
const models = sweep(book);
const asked = all.filter((c) => c.vector.genai);
const agreeing = asked.filter((c) => c.ours.state === 'priced' && isSame(c.ours.amount, c.genai));
const differing = asked.filter((c) => !agreeing.includes(c));
const unasked = all.filter((c) => !c.vector.genai);
const unexplained = differing.filter((c) => !c.vector.remark);

const keyText = ({ model, channel, region, deployment, tier }: PriceKey): string =>
  [`${channel} ${model}`, [deployment, region].filter(Boolean).join(' '), tier === 'standard' ? '' : tier]
    .filter(Boolean)
    .join(', ')
    .replaceAll('_', ' ');
const oursText = ({ ours, vector }: Compared): string =>
  ours.state === 'priced'
    ? `${ours.amount}`
    : ours.state === 'partly'
      ? `≥ ${ours.amount}, no price for ${ours.missing.join(', ').replaceAll('_', ' ')}`
      : `none: ${book.find(vector.key, vector.day) ? `no price for ${ours.missing.join(', ').replaceAll('_', ' ')}` : book.whyUnpriced(vector.key, vector.day)}`;
const cardText = ({ found }: Compared): string =>
  found ? `${ratesText(found.card.bands)} (${found.card.source}${found.note ? `; ${found.note}` : ''})`.replaceAll('_', ' ') : '–';
const row = (...cells: (string | number | null)[]): string =>
  `| ${cells.map((c) => String(c ?? '–').replaceAll('|', '\\|')).join(' | ')} |`;
const table = (head: string[], rows: string[]): string => [row(...head), row(...head.map(() => '---')), ...rows].join('\n');
const share = (part: number, whole: number): string => `${((part / whole) * 100).toFixed(1)} %`;

const mapped = unasked.filter((c) => c.map !== null && c.ours.state !== 'unpriced');
const sameAsMap = mapped.filter((c) => c.map === c.ours.amount);
const byChannel = new Map<string, Disagreement[]>();
for (const d of disagreements) byChannel.set(d.channel, [...(byChannel.get(d.channel) ?? []), d]);
const rarer = new Set(['openrouter', 'together', 'groq', 'fireworks', 'mistral', 'cohere', 'perplexity', 'moonshot', 'databricks']);

const text = `# How accurate the prices are

Written by \`npm run bench:prices\`; the corpus is \`bench/prices/corpus.ts\`. Amounts are US dollars, exact; nothing is rounded.

- ${corpus.length} usages are priced. ${asked.length} of them can be put to **${genaiVersion}** too: **${agreeing.length} agree (${share(agreeing.length, asked.length)})**, ${differing.length} differ, ${unexplained.length} of these without a known reason.
- ${unasked.length} cannot: genai-prices has no service tier (batch, flex, priority), no Azure deployment type or region, no region of Bedrock, and no capacity. ${unasked.filter((c) => c.ours.state === 'priced').length} of them have a price in Headroom; of the ${mapped.length} that the LiteLLM price map (September 2025) knows as well, ${sameAsMap.length} agree.
- Every model that genai-prices lists, by its own id, one plain call each: **${models.agreeing} of ${models.asked} agree (${share(models.agreeing, models.asked)})**; ${models.variants} more are routes and fine-tuned models that share another model's name.
- The base prices come from genai-prices, so agreement proves the lookup and the arithmetic and not the price itself; tiers and places come from other lists, LiteLLM's map among them.
- What has no price is said to have none. It is never taken from another channel, tier or deployment, and never counted as zero.

## Where Headroom and genai-prices differ

${table(
  ['usage', 'Headroom', 'genai-prices', 'why', 'rate card'],
  differing.map((c) =>
    row(
      `${keyText(c.vector.key)}: ${c.vector.what}, ${c.vector.day}`,
      oursText(c),
      c.genai === null ? null : Number(c.genai.toPrecision(12)).toString(),
      c.vector.remark ?? 'not explained',
      cardText(c),
    ),
  ),
)}

## What genai-prices cannot say

${table(
  ['usage', 'Headroom', 'LiteLLM price map', 'rate card'],
  unasked.map((c) => row(`${keyText(c.vector.key)}: ${c.vector.what}`, oursText(c), c.map, cardText(c))),
)}

## Where they agree

${table(
  ['usage', 'amount', 'source'],
  agreeing.map((c) =>
    row(
      `${keyText(c.vector.key)}: ${c.vector.what}, ${c.vector.day}`,
      c.ours.amount,
      `${c.found?.card.source ?? ''}${c.found?.note ? `; ${c.found.note}` : ''}`,
    ),
  ),
)}

## Models that differ

Mostly two entries of one list that become one name, and fees per request.

${table(
  ['model', 'Headroom', 'genai-prices'],
  models.differing.map((d) => row(`${d.channel} ${d.id}`, d.ours, Number(d.theirs.toPrecision(12)))),
)}

## Where the lists contradict each other

Found when the list prices were made: ${disagreements.length} contradictions between genai-prices, Azure Retail Prices, Langfuse, OpenRouter, llm-prices and LiteLLM. genai-prices counts for base prices; a tier or a place counts only while the base price it was listed beside does. By channel: ${[...byChannel].map(([c, d]) => `${c} ${d.length}`).join(', ')}. Those of the larger channels; all of them are in \`bench/prices/generated/disagreements.json\`.

${table(
  ['model', 'what', 'kept', 'not kept'],
  disagreements
    .filter((d) => !rarer.has(d.channel))
    .map((d) => row(`${d.channel} ${d.model}`, d.what.replaceAll('_', ' '), d.kept.replaceAll('_', ' '), d.other.replaceAll('_', ' '))),
)}
`;
fs.writeFileSync(path.join(import.meta.dirname, '../../docs/price-accuracy.md'), text);
console.log(
  `${corpus.length} usages: ${agreeing.length} of ${asked.length} agree with ${genaiVersion}, ${unexplained.length} differ without a reason; ` +
    `${sameAsMap.length} of ${mapped.length} tiers and places agree with LiteLLM's map; of all its models ${models.agreeing} of ${models.asked} agree. docs/price-accuracy.md is written.`,
);
for (const c of unexplained) console.log(`  ${keyText(c.vector.key)}: ${oursText(c)} against ${c.genai}`);
process.exitCode = unexplained.length ? 1 : 0;
