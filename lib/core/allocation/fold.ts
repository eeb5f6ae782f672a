/** Two spellings of one name: `teamA`, `team-a` and `Team A` fold into the same. Case, dashes, underscores and blanks make no difference. */
export function fold(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().trim();
  return plain.replace(/[\s_\p{Pd}]+/gu, '') || plain;
}

/** Longest value of an allocation dimension. */
export const longestValue = 200;

/**
 * One spelling for each name: what the rules, the tree and the figures so far write stands before what bills write; of several in the bills the
 * most frequent wins, ties by the alphabet. So a new spelling of a known name never renames it.
 */
export class Spelling {
  private readonly known = new Map<string, string>();
  private readonly seen = new Map<string, Map<string, number>>();

  constructor(known: Iterable<string>) {
    for (const name of known) if (!this.known.has(fold(name))) this.known.set(fold(name), name);
  }

  count(value: string): void {
    const key = fold(value);
    if (this.known.has(key)) return;
    const variants = this.seen.get(key) ?? new Map<string, number>();
    variants.set(value, (variants.get(value) ?? 0) + 1);
    this.seen.set(key, variants);
  }

  /** To be asked when everything was counted. */
  of(value: string): string {
    const key = fold(value);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const [first] = [...(this.seen.get(key) ?? [])].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const chosen = first?.[0] ?? value;
    this.known.set(key, chosen);
    return chosen;
  }
}
