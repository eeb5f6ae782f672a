/** Canonical providers: our id, the name on every page, and the ways files spell them (legal forms follow a comma or a blank). */
const providers: readonly { id: string; name: string; spellings: RegExp }[] = [
  { id: 'microsoft-365', name: 'Microsoft 365', spellings: /^(?:microsoft|office)[ -]365\b/ },
  { id: 'azure', name: 'Microsoft Azure', spellings: /^(?:microsoft|azure|msft)\b|^azure_(?:ai|text)$/ },
  { id: 'aws', name: 'Amazon Web Services', spellings: /^(?:aws|amazon|amazon\.com|bedrock|bedrock_converse|sagemaker)\b/ },
  { id: 'gcp', name: 'Google Cloud', spellings: /^(?:google|gcp|vertex(?:[ _]ai)?|gemini)\b|^vertex_ai/ },
  { id: 'oracle', name: 'Oracle Cloud', spellings: /^(?:oracle|oci)\b/ },
  { id: 'openai', name: 'OpenAI', spellings: /^open ?ai\b/ },
  { id: 'anthropic', name: 'Anthropic', spellings: /^anthropic\b/ },
  { id: 'github', name: 'GitHub', spellings: /^github\b/ },
  { id: 'openrouter', name: 'OpenRouter', spellings: /^open ?router\b/ },
  { id: 'mistral', name: 'Mistral AI', spellings: /^mistral\b/ },
  { id: 'cohere', name: 'Cohere', spellings: /^cohere\b/ },
  { id: 'databricks', name: 'Databricks', spellings: /^databricks\b/ },
  { id: 'snowflake', name: 'Snowflake', spellings: /^snowflake\b/ },
  { id: 'self-hosted', name: 'Self-hosted', spellings: /^self[- ]?hosted\b/ },
];

const names = new Map(providers.map(({ id, name }) => [id, name]));

/**
 * The provider's id, the same on every page: `Microsoft`, `Microsoft Azure` and `Azure` are azure. The publisher speaks only where the
 * provider is not named; an unknown name becomes its slug, no name at all `unknown`.
 */
export function providerOf(serviceProviderName: string | null, publisherName: string | null = null): string {
  const text = (serviceProviderName?.trim() || publisherName?.trim() || '').toLowerCase();
  if (text === '') return 'unknown';
  return providers.find(({ spellings }) => spellings.test(text))?.id ?? (slug(text) || 'unknown');
}

/** What a page calls a provider. A slug we have no name for is shown as words. */
export function providerName(id: string): string {
  return names.get(id) ?? id.replace(/-+/g, ' ').replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());
}

/** `Solora AI, Inc.` → `solora-ai-inc`. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
