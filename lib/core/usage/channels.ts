/** Where a model is bought: who sends the bill, or who passes the call on. */
export const channels = {
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  azure: 'Azure',
  bedrock: 'Amazon Bedrock',
  vertex: 'Google Vertex AI',
  gemini: 'Google AI Studio',
  oracle: 'Oracle Cloud',
  openrouter: 'OpenRouter',
  github: 'GitHub Models',
  mistral: 'Mistral',
  cohere: 'Cohere',
  deepseek: 'DeepSeek',
  xai: 'xAI',
  groq: 'Groq',
  perplexity: 'Perplexity',
  moonshot: 'Moonshot',
  together: 'Together AI',
  fireworks: 'Fireworks',
  databricks: 'Databricks',
  watsonx: 'IBM watsonx',
  self: 'Self-hosted',
} as const;
export type Channel = keyof typeof channels;

export const isChannel = (word: string): word is Channel => Object.hasOwn(channels, word);

/** How a channel sells capacity; the words of the ledger's deployment types (ai-meters §0). */
export const deployments = ['global', 'data_zone', 'regional', 'in_region', 'geo'] as const;
export type Deployment = (typeof deployments)[number];

export const serviceTiers = ['standard', 'batch', 'flex', 'priority', 'latency_optimized', 'provisioned', 'reserved'] as const;
export type ServiceTier = (typeof serviceTiers)[number];

/** The ledger's provider a channel's bill comes from: Bedrock's models are on the AWS bill. */
const billedBy: Partial<Record<Channel, string>> = { bedrock: 'aws', vertex: 'gcp', gemini: 'gcp', self: 'self-hosted' };

/** The provider whose bill covers a channel. */
export const providerOfChannel = (channel: Channel): string => billedBy[channel] ?? channel;

/** The channel that AI spend on a provider's bill belongs to; null for a provider that sells no models we know. */
export function channelOfProvider(provider: string): Channel | null {
  if (provider === 'aws') return 'bedrock';
  if (provider === 'gcp') return 'vertex';
  if (provider === 'self-hosted') return 'self';
  return isChannel(provider) ? provider : null;
}
