import { type Channel, type Deployment, isChannel, type ServiceTier, serviceTiers } from '../../core/usage/channels';
import { canonicalModel } from '../enrich/canonical-model';
import { lookUpModel } from '../enrich/catalogue';

const spellings: readonly (readonly [RegExp, Channel])[] = [
  [/^azure|^microsoft\.foundry|^az\.ai/, 'azure'],
  [/bedrock|^aws|^amazon|sagemaker/, 'bedrock'],
  [/vertex/, 'vertex'],
  [/^gemini|^google|^gcp|^palm/, 'gemini'],
  [/^openrouter/, 'openrouter'],
  [/^anthropic|^claude/, 'anthropic'],
  [/^openai|^text-completion-openai|^chatgpt/, 'openai'],
  [/^mistral|^codestral/, 'mistral'],
  [/^cohere/, 'cohere'],
  [/^deepseek/, 'deepseek'],
  [/^x[-_]?ai/, 'xai'],
  [/^groq/, 'groq'],
  [/^perplexity/, 'perplexity'],
  [/^moonshot/, 'moonshot'],
  [/^together/, 'together'],
  [/^fireworks/, 'fireworks'],
  [/^databricks/, 'databricks'],
  [/watsonx|^ibm/, 'watsonx'],
  [/^oci|^oracle/, 'oracle'],
  [/^github/, 'github'],
  [/^(?:ollama|vllm|hosted_vllm|lm_?studio|self|local|llamafile|tgi|huggingface_local)/, 'self'],
];

const hosts: readonly (readonly [RegExp, Channel])[] = [
  [/\.openai\.azure\.com|\.cognitiveservices\.azure\.com|\.services\.ai\.azure\.com|\.models\.ai\.azure\.com|\.azure-api\.net/, 'azure'],
  [/bedrock[-\w]*\.[\w-]+\.amazonaws\.com/, 'bedrock'],
  [/aiplatform\.googleapis\.com/, 'vertex'],
  [/generativelanguage\.googleapis\.com/, 'gemini'],
  [/openrouter\.ai/, 'openrouter'],
  [/api\.anthropic\.com/, 'anthropic'],
  [/api\.openai\.com/, 'openai'],
];

/** The channel that a provider's name, a host or a model's prefix (`bedrock/…`) speaks of. The host knows best: a proxy's name does not. */
export function channelOf(provider: string | null, host: string | null, model: string | null): Channel | null {
  const address = host?.toLowerCase() ?? '';
  const byHost = hosts.find(([pattern]) => pattern.test(address))?.[1];
  if (byHost) return byHost;
  for (const word of [provider, model?.includes('/') ? model.slice(0, model.indexOf('/')) : null]) {
    const name = word?.trim().toLowerCase();
    if (!name) continue;
    if (isChannel(name)) return name;
    const found = spellings.find(([pattern]) => pattern.test(name))?.[1];
    if (found) return found;
  }
  return null;
}

const awsRegion =
  /\b((?:us|eu|ap|ca|sa|me|af|il|mx)(?:-gov)?-(?:north|south|east|west|central|northeast|southeast|northwest|southwest)-\d)\b/;
const googleRegion =
  /\b((?:us|europe|asia|australia|northamerica|southamerica|me|africa)-(?:north|south|east|west|central|northeast|southeast)\d+)\b/;

/** The region a host or an id names, as the ledger spells it. */
export function regionOf(...texts: (string | null)[]): string | null {
  for (const t of texts) {
    const lower = t?.toLowerCase() ?? '';
    const found = awsRegion.exec(lower)?.[1] ?? googleRegion.exec(lower)?.[1];
    if (found) return found;
  }
  return null;
}

/** What of a Bedrock model id says how the call is routed: `us.anthropic.…` stays in the geography, `global.…` may go anywhere. */
export function deploymentOf(channel: Channel | null, model: string | null, said: string | null): Deployment | null {
  const word = said?.toLowerCase().replace(/[ -]+/g, '_') ?? '';
  if (word.includes('data_zone') || word.includes('datazone')) return 'data_zone';
  if (word.includes('global')) return 'global';
  if (word === 'in_region' || word === 'geo' || word === 'regional') return word;
  if (word === 'standard' && channel === 'azure') return 'regional';
  if (channel !== 'bedrock' || model === null) return null;
  const id = model.slice(model.lastIndexOf('/') + 1);
  if (/^global\./.test(id)) return 'global';
  return /^(?:us|eu|apac|jp|au|ca|sa|us-gov)\./.test(id) ? 'geo' : 'in_region';
}

/** The account behind an Azure endpoint: `https://acme-prod.openai.azure.com` is the resource `acme-prod`. */
export const azureResource = (host: string | null): string | null =>
  /(?:\/\/|^)([\w-]+)\.(?:openai|cognitiveservices|services\.ai)\.(?:azure\.com)/i.exec(host ?? '')?.[1]?.toLowerCase() ?? null;

/** The tier that was used, in any vendor's word for it; standard where none is said. */
export function tierOf(said: string | null, isBatch = false): ServiceTier {
  const word = said?.toLowerCase().replace(/[ -]+/g, '_') ?? '';
  if (isBatch || word.includes('batch')) return 'batch';
  if (word === 'fast' || word === 'priority') return 'priority';
  if (word === 'scale' || word === 'ptu' || word.includes('provisioned')) return 'provisioned';
  return (serviceTiers as readonly string[]).includes(word) ? (word as ServiceTier) : 'standard';
}

const models = new Map<string, { model: string | null; vendor: string | null }>();

/** The canonical id of a model and who made it. Remembered: a million events name a dozen models. */
export function modelOf(text: string | null): { model: string | null; vendor: string | null } {
  if (text === null) return { model: null, vendor: null };
  const known = models.get(text);
  if (known) return known;
  const model = canonicalModel(text);
  const found = { model, vendor: model === null ? null : (lookUpModel(model)?.vendor ?? null) };
  if (models.size < 10_000) models.set(text, found);
  return found;
}
