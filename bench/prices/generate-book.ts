// Makes lib/core/pricing/book/generated/list.ts, the list prices that come with Headroom, out of @pydantic/genai-prices and of public price lists
// whose folder is the argument: `node --import tsx bench/prices/generate-book.ts FOLDER --azure FILE`. Prints what it made; writes what the lists
// do not agree on to bench/prices/generated/, for docs/price-accuracy.md.
import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { type KeptList, type KeptRow, kindLetters } from '../../lib/core/pricing/book/list-prices';
import { type Channel, deployments, serviceTiers } from '../../lib/core/usage/channels';
import { tokenKinds } from '../../lib/core/usage/tokens';
import { lookUpModel } from '../../lib/ingest/enrich/catalogue';
import type { Disagreement, Fact } from './facts';
import { mergeFacts } from './merge';
import { azureRetailFacts, type RetailItem } from './sources/azure-retail';
import { genaiFacts } from './sources/genai';
import { type LangfuseModel, type LlmPrices, langfuseFacts, llmPricesFacts, type OpenRouterModel, openRouterFacts } from './sources/lists';
import { type LiteLlmEntry, liteLlmFacts } from './sources/litellm';
import { anthropicBatch, openAiBatch, openAiHalves } from './sources/rules';

const { values, positionals } = parseArgs({ options: { azure: { type: 'string' } }, allowPositionals: true });
const folder = positionals[0];
if (!folder || !values.azure) throw new Error('usage: generate-book.ts FOLDER_OF_LISTS --azure FILE');
const root = path.join(import.meta.dirname, '../..');

const readJson = <T>(file: string): T => {
  const bytes = fs.readFileSync(file);
  return JSON.parse((file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')) as T;
};
const listed = <T>(name: string): T => readJson<T>(path.join(folder, name));
const inner = <T>(json: T[] | { data: T[] } | { Items: T[] }): T[] =>
  Array.isArray(json) ? json : 'data' in json ? json.data : json.Items;

const disagreements: Disagreement[] = [];
const retail = azureRetailFacts(inner(readJson<RetailItem[] | { Items: RetailItem[] }>(values.azure)));
const langfuse = langfuseFacts(listed<LangfuseModel[]>('langfuse_default_model_prices.json.gz'));
const openRouter = openRouterFacts(inner(listed<OpenRouterModel[] | { data: OpenRouterModel[] }>('openrouter_models.json.gz')));
const llmPrices = fs
  .readdirSync(path.join(folder, 'llm-prices'))
  .sort()
  .flatMap((name) => llmPricesFacts(listed<LlmPrices>(`llm-prices/${name}`)));
const liteLlm = liteLlmFacts(listed<Record<string, LiteLlmEntry>>('litellm_model_prices.json.gz'), disagreements);
const names = new Map<Channel, Set<string>>();
for (const f of [...retail, ...langfuse, ...openRouter, ...llmPrices, ...liteLlm])
  names.set(f.channel, (names.get(f.channel) ?? new Set()).add(f.model));
const genai = genaiFacts(disagreements, names);
const rules = [...anthropicBatch(genai), ...openAiBatch([...langfuse, ...liteLlm])];

const merged = mergeFacts([genai, retail, langfuse, openRouter, llmPrices, liteLlm, rules], disagreements);
// one list has everything that Google sells under one name; AI Studio sells Google's models alone
const isSold = (f: Fact) => f.channel !== 'gemini' || (lookUpModel(f.model)?.vendor ?? 'google') === 'google';
const facts = [...merged, ...openAiHalves(merged)].filter(isSold);
const list = keep(facts);
const text = JSON.stringify(list);
const lines = text.replaceAll("'", "\\'").replaceAll('],["', "],' +\n  '[\"");
write('lib/core/pricing/book/generated/list.ts', `// Made by bench/prices/generate-book.ts.\nexport const listText =\n  '${lines}';\n`);
write(
  'bench/prices/generated/disagreements.json',
  `[\n${sorted(disagreements)
    .map((d) => JSON.stringify(d))
    .join(',\n')}\n]\n`,
);
write('bench/prices/generated/litellm.json', `[\n${liteLlm.filter(isComparable).map(factLine).join(',\n')}\n]\n`);
console.log(
  `${list.rows.reduce((n, r) => n + r[1].length, 0)} cards in ${list.rows.length} rows, ${text.length} bytes; ${disagreements.length} disagreements`,
);

function keep(merged: readonly Fact[]): KeptList {
  const sources: string[] = [];
  const vendors: string[] = [];
  const rows = new Map<string, KeptRow>();
  const indexIn = (list: string[], word: string): number => (list.includes(word) ? list.indexOf(word) : list.push(word) - 1);
  for (const f of [...merged].sort((a, b) => keyOf(a).localeCompare(keyOf(b)))) {
    const vendor = lookUpModel(f.model)?.vendor ?? null;
    const row: KeptRow = [
      f.channel,
      [],
      vendor === null ? -1 : indexIn(vendors, vendor),
      f.region,
      f.deployment === null ? -1 : deployments.indexOf(f.deployment),
      serviceTiers.indexOf(f.tier),
      f.from,
      f.to,
      indexIn(sources, f.source),
      f.bands.map(bandText).join('|'),
    ];
    const key = JSON.stringify(row);
    const there = rows.get(key) ?? row;
    if (!there[1].includes(f.model)) there[1].push(f.model);
    rows.set(key, there);
  }
  return { sources, vendors, rows: [...rows.values()] };
}

function bandText({ above, rates }: Fact['bands'][number]): string {
  const words = tokenKinds.flatMap((kind) => (rates[kind] === undefined ? [] : [kindLetters[kind] + rates[kind]]));
  return [...(above ? [String(above)] : []), ...words].join(' ');
}

function keyOf(f: Fact): string {
  return [f.channel, f.model, f.tier, f.deployment ?? '', f.region ?? '', f.from ?? ''].join(' ');
}

/** Tiers and places that genai-prices cannot say, kept to check the book against. */
function isComparable(f: Fact): boolean {
  return f.tier !== 'standard' || f.region !== null || f.deployment !== null || f.bands.length > 1;
}

function factLine({ base: _, source: __, from: ___, to: ____, bands, ...f }: Fact): string {
  return JSON.stringify({ ...f, bands });
}

function sorted(all: readonly Disagreement[]): Disagreement[] {
  const text = (d: Disagreement) => `${d.channel} ${d.model} ${d.what} ${d.other}`;
  return [...new Map(all.map((d) => [text(d), d])).values()].sort((a, b) => text(a).localeCompare(text(b)));
}

function write(file: string, content: string): void {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), content);
}
