/** Deeper than anything that people or programs mean; what recurses over it later must not run out of room. */
const DEEPEST = 200;

/** NUL and half a character are the two things that PostgreSQL's text cannot hold. */
export const isKeepable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed();

/** Why a value of JSON cannot be kept, as the end of a sentence; null where it can. */
export function whyNotKept(value: unknown): string | null {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return `is nested deeper than ${DEEPEST} levels`;
    const texts = level.filter((v) => typeof v === 'string');
    if (texts.some((t) => t.includes('\u0000'))) return 'holds the character NUL, which no field can keep';
    if (!texts.every((t) => t.isWellFormed())) return 'holds half a character (a lone surrogate), which no field can keep';
    // one level after the other: a list in a list in a list … would overflow a function that calls itself
    level = level.flatMap((v) => (Array.isArray(v) ? v : typeof v === 'object' && v !== null ? Object.entries(v).flat() : []));
  }
  return null;
}
