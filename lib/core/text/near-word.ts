/** A word is taken for another one when at most a third of its letters differ. */
const LETTERS_PER_SLIP = 3;

/** Which of these somebody may have meant who wrote that, whatever the capitals; null where none is near. */
export function nearWord(said: string, words: Iterable<string>): string | null {
  const text = said.toLowerCase();
  let best: { word: string; away: number } | null = null;
  for (const word of words) {
    const most = Math.max(1, Math.floor(Math.max(text.length, word.length) / LETTERS_PER_SLIP));
    if (Math.abs(text.length - word.length) > most) continue;
    const away = distance(text, word.toLowerCase());
    if (away <= most && away < Math.max(text.length, word.length) && (best === null || away < best.away)) best = { word, away };
  }
  return best?.word ?? null;
}

/** Letters to add, drop or change, and neighbours to swap, from one word to another. */
function distance(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : changed;
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, changed, swapped));
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
