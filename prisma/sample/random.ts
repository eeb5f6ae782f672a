/** Whole numbers that depend on the key alone, so that a series keeps its values when another one is added. */
function random(key: string): () => number {
  let state = fingerprint(key);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}

/** A million give or take `spread`. */
export function millionths(key: string, spread: number): bigint {
  return BigInt(1_000_000 - spread + (random(key)() % (2 * spread + 1)));
}

export function hex(key: string, length: number): string {
  return spell(key, length, '0123456789abcdef');
}

/** Letters and digits in lower case, as AWS names its lines and OpenAI its projects. */
export function letters(key: string, length: number): string {
  return spell(key, length, 'abcdefghijklmnopqrstuvwxyz234567');
}

export function guid(key: string): string {
  const text = hex(key, 32);
  return [text.slice(0, 8), text.slice(8, 12), `4${text.slice(13, 16)}`, `a${text.slice(17, 20)}`, text.slice(20)].join('-');
}

function spell(key: string, length: number, alphabet: string): string {
  const next = random(key);
  return Array.from({ length }, () => alphabet[next() % alphabet.length]).join('');
}

function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
