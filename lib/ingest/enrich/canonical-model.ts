import { lookUpModel } from './catalogue';

/** Spellings that no rule derives. Key and value are both canonical in form. */
const aliases = new Map<string, string>(
  Object.entries({
    'embedding-ada': 'text-embedding-ada-002',
    'text-embedding-ada': 'text-embedding-ada-002',
    'computer-use': 'computer-use-preview',
    'gpt-4-8k': 'gpt-4',
    'gpt-4-turbo-128k': 'gpt-4-turbo',
    'gpt-3.5-turbo-4k': 'gpt-3.5-turbo',
    'gpt-4o-transcribe-d': 'gpt-4o-transcribe-diarize',
    'gemini-3.0-pro': 'gemini-3-pro',
    'gemini-3.0-flash': 'gemini-3-flash',
    'rerank-v3-5': 'rerank-v3.5',
    'dalle-3': 'dall-e-3',
    'dalle-2': 'dall-e-2',
  }),
);

const regionPrefix = /^(?:us-gov|us|eu|apac|global|jp|au|ca|sa)\./;
const vendorPrefix =
  /^(?:anthropic|amazon|meta|mistral|cohere|ai21|stability|openai|xai|zai|deepseek|qwen|google|moonshot|moonshotai|minimax|nvidia|writer|twelvelabs|luma)\./;
const resellerPrefix = /^(?:databricks-|snowflake-|cohere-(?=embed)|anthropic-(?=claude)|openai-(?=gpt|o\d))/;
const routeSuffix = /:(?:free|nitro|beta|extended|thinking|floor|online|exacto|batch)$/;

/**
 * The canonical id of a model as any source spells it: `bedrock/us.anthropic.claude-3-5-sonnet-20241022-v2:0`, `azure/gpt-4o`,
 * `Auto: Claude Haiku 4.5`, `ft:gpt-4o-2024-08-06:acme`. Prefixes of provider, region and vendor and version tails go (ai-meters §5);
 * a model we have never met keeps its own name. Null only where nothing is left.
 */
export function canonicalModel(text: string): string | null {
  let name = text.trim().toLowerCase();
  name = name.replace(/^auto: */, '').replace(/ *\((?:fast mode|amazon bedrock edition|preview)\) *$/, '');
  name = name.slice(name.lastIndexOf('/') + 1);
  name = name.replace(/^ft[:-]/, '').replace(routeSuffix, '');
  if (name.startsWith('gpt') || name.startsWith('davinci') || name.startsWith('babbage')) name = name.split(':')[0] ?? name;
  name = name.replace(regionPrefix, '').replace(vendorPrefix, '').replace(resellerPrefix, '');
  name = name.replace(/@(?:default|latest)$/, '').replace(/@/g, '-');
  name = name.replace(/[\s_]+/g, '-').replace(/-{2,}/g, '-');
  name = inFamilySpelling(withoutVersionTail(name)).replace(/^-+|-+$/g, '');
  return name === '' ? null : (aliases.get(name) ?? name);
}

/** The canonical id when it belongs to a series of the catalogue; null rather than a guess. */
export function knownModel(text: string | null): string | null {
  const model = text === null ? null : canonicalModel(text);
  return model !== null && lookUpModel(model) !== null ? model : null;
}

const afterModel =
  /\b(?:cached?|cache[ _-]?(?:read|write)s?|reads?|writes?|input|output|prompt|completion|reasoning|thinking|tokens?|batch|usage|text)\b.*$/i;
const claudeInText = /\bclaude[ -](?:\d(?:[.-]\d)?[ -](?:haiku|sonnet|opus)|(?:haiku|sonnet|opus)[ -]\d(?:[.-]\d{1,2})?)(?![\d.])/i;

/** The known model a description begins with ("Claude Sonnet 4.5 Input Tokens"), or null. Only for prose: an id is asked whole. */
export function modelInText(text: string): string | null {
  if (!/\s/.test(text.trim())) return knownModel(text);
  const claude = claudeInText.exec(text)?.[0];
  return knownModel(claude ?? null) ?? knownModel(text.replace(afterModel, '').replace(/[\s,:-]+$/, '')) ?? knownModel(text);
}

/** `-v1:0` is Bedrock's packaging, not the model's version, except for Titan embeddings, which have no other. */
function withoutVersionTail(name: string): string {
  const claude = /^claude-v(\d):(\d)$/.exec(name);
  if (claude) return `claude-${claude[1]}.${claude[2]}`;
  if (name === 'claude-v1') return 'claude-1';
  if (name.startsWith('titan-embed')) return name.replace(/:[0-9:a-z]+$/, '');
  const tail = name.startsWith('gpt-oss') ? /-\d:\d+$/ : /-v\d+:\d+(?::\w+)?$/;
  return name
    .replace(tail, '')
    .replace(/:\d+(?::\w+)?$/, '')
    .replace(/^claude-instant-v1$/, 'claude-instant');
}

function inFamilySpelling(name: string): string {
  if (name.startsWith('claude')) return claudeSpelling(name);
  if (/^(?:meta-)?llama/.test(name)) return llamaSpelling(name);
  return name
    .replace(/^gpt-?(\d)/, 'gpt-$1')
    .replace(/^gpt-35(?=-|$)/, 'gpt-3.5')
    .replace(/^gpt-41(?=-|$)/, 'gpt-4.1')
    .replace(/^gpt-4omini/, 'gpt-4o-mini')
    .replace(/^oss-(?=\d)/, 'gpt-oss-')
    .replace(/^nova-(\d+)\.0-/, 'nova-$1-')
    .replace(/^grok-?(\d)/, 'grok-$1')
    .replace(/^qwen-(\d)/, 'qwen$1')
    .replace(/^deep-seek/, 'deepseek')
    .replace(/^mini-max/, 'minimax')
    .replace(/^dall-?e-?(?=\d)/, 'dall-e-');
}

const claudeVersionFirst = /^claude-?v?(\d)(?:[.-](\d{1,2}))?-([a-z]+)((?:-\d{8}|-latest)?)$/;
const claudeNameFirst = /^claude-([a-z]{3,})-v?(\d)(?:[.-](\d{1,2}))?((?:-\d{8}|-latest)?)$/;

/** Anthropic puts the version before the name up to 3.x and after it from 4 on; clouds and people do either. */
function claudeSpelling(name: string): string {
  const first = claudeVersionFirst.exec(name);
  const match = first ?? claudeNameFirst.exec(name);
  if (!match) return name.replace(/^claude-?v?(\d)/, 'claude-$1').replace(/^claudeinstant/, 'claude-instant');
  const [major, minor, word] = first ? [match[1], match[2], match[3]] : [match[2], match[3], match[1]];
  const version = minor === undefined || minor === '0' ? major : `${major}-${minor}`;
  const tail = match[4] ?? '';
  return Number(major) < 4 && word !== 'instant' ? `claude-${version}-${word}${tail}` : `claude-${word}-${version}${tail}`;
}

function llamaSpelling(name: string): string {
  const match = /^(?:meta-)?llama-?v?(\d)(?:[.p-](\d)(?=-|$))?-?(.*)$/.exec(name);
  if (!match) return name.replace(/^meta-/, '');
  const [, major, minor, rest] = match;
  return `llama-${major}${minor === undefined ? '' : `.${minor}`}${rest ? `-${rest}` : ''}`;
}
