import { canonicalModel } from './canonical-model';
import { lookUpModel } from './catalogue';

/**
 * Families as ProductName or MeterSubCategory tells them (ai-meters §1). The meters of a family drop its first word: `5.4 inp Gl`, `R1 Outp glbl`.
 * Several prefixes are tried in turn until one makes a model of the catalogue.
 */
const families: readonly { named: RegExp; prefixes: readonly string[] }[] = [
  { named: /openai oss|gpt-?oss/, prefixes: ['gpt-oss-', 'gpt-'] },
  { named: /openai embedding/, prefixes: ['text-'] },
  { named: /grok|xai/, prefixes: ['grok-'] },
  { named: /kimi|moonshot/, prefixes: ['kimi-'] },
  { named: /deepseek/, prefixes: ['deepseek-'] },
  { named: /llama|meta/, prefixes: ['llama-'] },
  { named: /qwen/, prefixes: ['qwen3-', 'qwen'] },
  { named: /\bmai\b/, prefixes: ['mai-'] },
  { named: /mistral/, prefixes: ['mistral-'] },
  { named: /\bphi\b/, prefixes: ['phi-'] },
  { named: /cohere/, prefixes: ['command-'] },
  { named: /flux|bfl/, prefixes: ['flux-'] },
  { named: /gpt|openai/, prefixes: ['gpt-'] },
];

/**
 * What a meter's remaining words are a model of when its family is not named in the row. Only series whose numbering no other vendor
 * of the price list shares: bare 4.x may be Grok or GPT and stays unclassified.
 */
const unnamed: readonly { words: RegExp; prefix: string }[] = [
  { words: /^[5-9](?:\.\d+)?(?:-|$)/, prefix: 'gpt-' },
  { words: /^(?:r1|v3(?:\.\d)?|v4(?:\.\d)?)(?:-|$)/, prefix: 'deepseek-' },
  { words: /^k2(?:\.\d+)?(?:-|$)/, prefix: 'kimi-' },
  { words: /^code-fast-\d/, prefix: 'grok-' },
];

/** Snapshots are named by month and day; the year is known by model, never computed (ai-meters §1). */
const snapshots = new Map<string, string>([
  ['0513', '2024-05-13'],
  ['0718', '2024-07-18'],
  ['0806', '2024-08-06'],
  ['1120', '2024-11-20'],
  ['1217', '2024-12-17'],
  ['0131', '2025-01-31'],
  ['0227', '2025-02-27'],
  ['0416', '2025-04-16'],
  ['0603', '2025-06-03'],
  ['0626', '2025-06-26'],
  ['0828', '2025-08-28'],
  ['1215', '2025-12-15'],
  ['0210', '2026-02-10'],
]);

/** The canonical model in the words a meter has left once every axis is taken out, or null where the catalogue knows none. */
export function modelOfWords(words: readonly string[], family: string): string | null {
  const media = mediaModel(words.join(' '));
  if (media !== null) return media;
  const text = canonicalModel(words.join('-'));
  if (text === null) return null;
  for (const candidate of candidates(text, family.toLowerCase())) {
    const known = canonicalModel(candidate);
    if (known === null) continue;
    const vendor = lookUpModel(known)?.vendor;
    if (vendor === 'openai') return dated(known);
    if (vendor !== undefined) return known;
  }
  return null;
}

function* candidates(text: string, family: string): Generator<string> {
  yield text;
  const named = families.find((entry) => entry.named.test(family));
  for (const prefix of named?.prefixes ?? []) {
    yield prefix + text;
  }
  for (const entry of unnamed) {
    if (entry.words.test(text)) yield entry.prefix + text;
  }
  if (/^mnstrl-/.test(text)) yield text.replace('mnstrl', 'ministral');
}

function dated(model: string): string {
  return model
    .replace(/-(\d{2})(\d{2})(20\d{2})$/, '-$3-$1-$2')
    .replace(/-(\d{4})$/, (tail, day: string) => (snapshots.has(day) ? `-${snapshots.get(day)}` : tail));
}

/** Images and videos carry sizes and qualities in the name, which price them but are no model. */
function mediaModel(words: string): string | null {
  const dallE = /dall e (\d)/.exec(words);
  if (dallE) return `dall-e-${dallE[1]}`;
  const sora = /^sora(?: (\d)(?!\d*p)( pro)?)?(?= |$)/.exec(words);
  return sora ? `sora${sora[1] ? `-${sora[1]}` : ''}${sora[2] ? '-pro' : ''}` : null;
}
