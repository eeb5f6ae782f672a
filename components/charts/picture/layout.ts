/** How wide a text is drawn, in pixels. */
export type Measure = (text: string, size: number) => number;

export interface LegendEntry {
  label: string;
  /** Said after the name: its total. */
  value?: string;
  /** A colour that needs no stylesheet. */
  colour: string;
  hatched?: boolean;
}

export interface PlacedEntry extends LegendEntry {
  x: number;
  line: number;
  /** How far it reaches. */
  width: number;
}

const SWATCH = 16;
const GAP = 20;
const BEFORE_VALUE = 6;

/** Graphemes where the browser knows them: an emoji or an accent is not cut in two. */
const parts = (text: string): string[] =>
  typeof Intl.Segmenter === 'function' ? [...new Intl.Segmenter().segment(text)].map((s) => s.segment) : [...text];

/** The text, or its beginning and its end where all of it is wider: what tells two long names apart is often at their end. */
export function shortened(text: string, width: number, measure: (text: string) => number): string {
  if (measure(text) <= width) return text;
  const all = parts(text);
  const of = (kept: number) => `${all.slice(0, Math.ceil(kept / 2)).join('')}…${kept < 2 ? '' : all.slice(-Math.floor(kept / 2)).join('')}`;
  let [low, high] = [0, all.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(of(middle)) <= width) low = middle;
    else high = middle - 1;
  }
  return of(low);
}

/** A name on one line, else on two that part where a word ends; what is too wide even so is shortened. */
export function overTwoLines(name: string, width: number, measure: (text: string) => number): string[] {
  if (measure(name) <= width) return [name];
  const words = name.match(/\S[^\s\-_/:]*(?:[-_/:]+|\s+|$)/g) ?? [];
  let at = 1;
  while (
    at < words.length &&
    measure(
      words
        .slice(0, at + 1)
        .join('')
        .trim(),
    ) <= width
  )
    at++;
  const lines = [words.slice(0, at).join('').trim(), words.slice(at).join('').trim()].filter((line) => line !== '');
  return lines.length === 2 ? lines.map((line) => shortened(line, width, measure)) : [shortened(name, width, measure)];
}

/** Sentences over as many lines as they need; a word that is wider than a line is shortened. */
export function wrapped(text: string, width: number, measure: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && measure(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(shortened(word, width, measure));
  }
  return lines;
}

/** Names beside one another over as many lines as they need, each whole unless it is wider than the picture. */
export function placeLegend(entries: readonly LegendEntry[], width: number, measure: (text: string) => number): PlacedEntry[] {
  let [x, line] = [0, 0];
  return entries.map((entry) => {
    const valueWidth = entry.value ? BEFORE_VALUE + measure(entry.value) : 0;
    const label = shortened(entry.label, width - SWATCH - valueWidth, measure);
    const own = SWATCH + measure(label) + valueWidth;
    if (x > 0 && x + own > width) [x, line] = [0, line + 1];
    const placed = { ...entry, label, width: own, x, line };
    x += own + GAP;
    return placed;
  });
}
