import type { TokenType } from './types';

interface TokenReading {
  tokenType: TokenType;
  cacheTtl: string | null;
}

const cacheWrite = /cache[_ .-]?(?:writes?|creation)|(?:write|creation)[_ .-]?(?:cache|input)|^write\b/;
const cacheRead = /cache[_ .-]?(?:reads?|hit)|\bread\b|(?<!un)cached|caching|cache/;
const uncached = /\bun-?cached|no[_ -]cache|cache[_ -]miss/g;

/**
 * The token type in words, in any provider's spelling outside Azure's abbreviations: `cached input`, `cache writes`, `input_no_cache`,
 * `cache_creation.ephemeral_1h_input_tokens`, `Read Input`. Cache words are weighed before input, because they nearly always stand beside it.
 */
export function tokenTypeOf(text: string): TokenReading | null {
  const words = text.toLowerCase().replace(uncached, ' ').trim();
  if (cacheWrite.test(words))
    return { tokenType: 'cache_write', cacheTtl: /(?:^|[^0-9])(\d{1,3}[mh])(?![a-z0-9])/.exec(words)?.[1] ?? null };
  if (cacheRead.test(words)) return { tokenType: 'cached_input', cacheTtl: null };
  if (/reasoning|thinking/.test(words)) return { tokenType: 'reasoning', cacheTtl: null };
  if (/output|completion/.test(words)) return { tokenType: 'output', cacheTtl: null };
  if (/input|prompt/.test(words)) return { tokenType: 'input', cacheTtl: null };
  return null;
}
