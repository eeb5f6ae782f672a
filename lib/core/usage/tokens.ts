/**
 * The kinds of tokens an event counts. They are disjoint: a cached token is not also an input token, a reasoning token is not also an output
 * token. Providers whose totals include one in another are taken apart where they come in (lib/ingest/events).
 */
export const tokenKinds = [
  'input',
  'cached_input',
  'cache_write_5m',
  'cache_write_1h',
  'output',
  'reasoning',
  'input_audio',
  'output_audio',
  'input_image',
  'output_image',
] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Whole, never negative; a kind that is not there is zero. */
export type TokenCounts = Partial<Record<TokenKind, number>>;

export const tokenKindWords: Record<TokenKind, string> = {
  input: 'Input',
  cached_input: 'Cached input',
  cache_write_5m: 'Cache write, 5 min',
  cache_write_1h: 'Cache write, 1 h',
  output: 'Output',
  reasoning: 'Reasoning',
  input_audio: 'Audio in',
  output_audio: 'Audio out',
  input_image: 'Image in',
  output_image: 'Image out',
};

/** What a model reads: the size of the prompt that context bands are chosen by. */
const promptKinds: readonly TokenKind[] = ['input', 'cached_input', 'cache_write_5m', 'cache_write_1h', 'input_audio', 'input_image'];

const sumOf = (tokens: TokenCounts, kinds: readonly TokenKind[]): number => kinds.reduce((sum, k) => sum + (tokens[k] ?? 0), 0);

export const promptTokens = (tokens: TokenCounts): number => sumOf(tokens, promptKinds);
export const allTokens = (tokens: TokenCounts): number => sumOf(tokens, tokenKinds);
