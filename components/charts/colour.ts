import { NONE } from '@/lib/core/costs/cost-query';

/** Colour means identity: the same name has the same colour on every page. */
const constant = new Map(
  Object.entries({
    azure: 'azure',
    microsoft: 'azure',
    aws: 'aws',
    amazon: 'aws',
    openai: 'openai',
    gcp: 'gcp',
    google: 'gcp',
    anthropic: 'anthropic',
    oracle: 'oracle',
    oci: 'oracle',
    github: 'github',
    copilot: 'github',
  }),
);
/** In fixed order. */
const hues = ['azure', 'aws', 'openai', 'gcp', 'data-8', 'anthropic', 'github', 'oracle'] as const;

/** No name begins with this character. */
export const othersKey = '\u0000others';
const unsettled = new Set([NONE, 'unclassified', 'unallocated']);

/** What a series is called; no name is found in what every object has. */
export const nameIn = (names: Readonly<Record<string, string>>, key: string): string => (Object.hasOwn(names, key) && names[key]) || key;

export interface SeriesLook {
  /** A CSS colour that follows the theme. */
  colour: string;
  /** Drawn hatched: nobody knows yet what it is. */
  hatched: boolean;
}

const token = (name: string) => `var(--color-${name})`;
const grey: SeriesLook = { colour: token('others'), hatched: false };

/**
 * Looks for the series of one chart. Providers are constant; another name gets the hue of its hash, and where two names of a chart fall on
 * one hue the later in the alphabet takes the next free one. "Others" is grey, what nobody has classified is hatched grey.
 */
export function seriesLooks(keys: readonly string[]): ReadonlyMap<string, SeriesLook> {
  const looks = new Map<string, SeriesLook>();
  const taken = new Set<string>();
  const take = (key: string, hue: string) => {
    taken.add(hue);
    looks.set(key, { colour: token(hue), hatched: false });
  };
  const free: string[] = [];
  for (const key of [...keys].sort()) {
    const known = constant.get(key.toLowerCase());
    if (key === othersKey) looks.set(key, grey);
    else if (unsettled.has(key.toLowerCase())) looks.set(key, { ...grey, hatched: true });
    else if (known) take(key, known);
    else free.push(key);
  }
  for (const key of free) {
    const start = hash(key) % hues.length;
    const order = [...hues.slice(start), ...hues.slice(0, start)];
    take(key, order.find((hue) => !taken.has(hue)) ?? order[0] ?? 'others');
  }
  return looks;
}

/** FNV-1a. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return h;
}
