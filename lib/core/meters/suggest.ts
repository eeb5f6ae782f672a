import type { TaughtMeaning } from './taught';

/** What a meter may mean, offered and never applied by itself; with the reason in words. */
export interface Suggestion {
  meaning: TaughtMeaning;
  reason: string;
}

/** Models that may be meant, with where they are known from and how their whole name looks in a text. */
export interface ModelNamed {
  model: string;
  from: 'bill' | 'prices';
  words: readonly string[];
  pattern: RegExp;
}

const sources = { bill: 'which is on your bills', prices: 'which is in the price list' } as const;

/** `GPT5-Mini_inp` → gpt, 5, mini, inp: words and numbers apart, versions whole. */
const partsOf = (text: string): string[] => text.toLowerCase().match(/\d+(?:\.\d+)*|\p{L}+/gu) ?? [];

export function modelNamed(model: string, from: ModelNamed['from']): ModelNamed {
  const words = partsOf(model);
  const isNumber = (word: string | undefined) => word !== undefined && /^\d/.test(word);
  // numbers that stand side by side have something between them, and nothing of another word or version follows
  const joined = words.map(
    (w, i) => (i === 0 ? '' : isNumber(w) && isNumber(words[i - 1]) ? '[^\\p{L}\\d]+' : '[^\\p{L}\\d]*') + w.replaceAll('.', '\\.'),
  );
  return { model, from, words, pattern: new RegExp(`(?<![\\p{L}\\d])${joined.join('')}(?![\\p{L}\\d]|\\.\\d)`, 'iu') };
}

const kinds: readonly { pattern: RegExp; kind: NonNullable<TaughtMeaning['tokenType']> }[] = [
  { pattern: /\b(?:cache|cached|cchd|cd)\W*(?:wr|write|creation|storage)/i, kind: 'cache_write' },
  { pattern: /\b(?:cache|cached|cchd|cd)(?![a-z])/i, kind: 'cached_input' },
  { pattern: /(?:^|[^a-z])reasoning/i, kind: 'reasoning' },
  { pattern: /(?:^|[^a-z])(?:output|outpt|outp|opt|out|completion)(?![a-z])/i, kind: 'output' },
  { pattern: /(?:^|[^a-z])(?:input|inpt|inp|in|prompt)(?![a-z])/i, kind: 'input' },
];

/**
 * The known model whose whole name stands in a meter's text, the longest one; null rather than half a match, for gpt-4 is not what `gpt-4.1` means.
 * `model` is what the grammars have read already.
 */
export function suggest(text: string, models: readonly ModelNamed[], model: string | null = null): Suggestion | null {
  const tokenType = kinds.find((k) => k.pattern.test(text))?.kind;
  const meaning = (name: string): TaughtMeaning => ({ isAi: true, model: name, ...(tokenType && { tokenType }) });
  if (model !== null) return { meaning: meaning(model), reason: `The name says ${model}; what kind of token it is has to be said.` };
  const fitting = models
    .filter((m) => m.words.length > 1 && m.pattern.test(text))
    .sort((a, b) => b.words.length - a.words.length || b.model.length - a.model.length || (a.model < b.model ? -1 : 1));
  const [best] = fitting;
  if (!best) return null;
  return {
    meaning: meaning(best.model),
    reason: `The name holds “${best.words.join(' ')}”, as ${best.model} does, ${sources[best.from]}.`,
  };
}
