import { NONE } from '../costs/cost-query';
import { inSentence } from '../text/in-sentence';
import { visible } from '../text/visible';
import { dimensionTitle } from './dimensions';

const providers: Readonly<Record<string, string>> = {
  azure: 'Azure',
  aws: 'AWS',
  gcp: 'Google Cloud',
  oracle: 'Oracle Cloud',
  openai: 'OpenAI',
  anthropic: 'Anthropic',
  github: 'GitHub',
  'microsoft-365': 'Microsoft 365',
  openrouter: 'OpenRouter',
  mistral: 'Mistral AI',
};
const vendors: Readonly<Record<string, string>> = {
  ...providers,
  google: 'Google',
  amazon: 'Amazon',
  meta: 'Meta',
  cohere: 'Cohere',
  xai: 'xAI',
};
const tokenTypes: Readonly<Record<string, string>> = {
  input: 'Input',
  cached_input: 'Cached input',
  cache_write: 'Cache write',
  output: 'Output',
  reasoning: 'Reasoning',
};
const classes: Readonly<Record<string, string>> = {
  classified: 'Model known',
  unclassified: 'Model not known',
  not_ai: 'No model to know',
};
const ai: Readonly<Record<string, string>> = { true: 'AI', false: 'Not AI' };
/** Dimensions whose values are slugs, and what those are called. */
const slugs = new Map([
  ['provider', providers],
  ['vendor', vendors],
  ['token-type', tokenTypes],
  ['class', classes],
  ['ai', ai],
]);
/** Where "No …" would not be the whole truth. */
const missing: Readonly<Record<string, string>> = { team: 'No team tag', service: 'No service name', category: 'No category' };

/** A slug nobody has a name for is shown as words. */
const words = (slug: string) =>
  visible(slug)
    .replace(/[-_]+/g, ' ')
    .replace(/(^| )\p{L}/gu, (letter) => letter.toUpperCase());

/** What a page or a mail calls a value of a dimension. */
export function valueName(dimension: string, value: string | null): string {
  if (value === null || value === NONE)
    return (
      missing[dimension] ??
      (dimension.startsWith('tag:')
        ? 'Not tagged'
        : dimension.startsWith('allocation:')
          ? 'Unallocated'
          : `No ${inSentence(dimensionTitle(dimension))}`)
    );
  const names = slugs.get(dimension);
  return names ? (Object.hasOwn(names, value) && names[value]) || words(value) : visible(value);
}
