import { isDay } from '../time/days';

// Words of an address, one reader each. By hand and without zod, which a browser would have to load to read its own address. Whatever is malformed
// falls back, and never reaches SQL.

/** A query before anybody has understood it, repeated keys as arrays. */
export type Asked = Readonly<Record<string, unknown>>;

export const oneOf = <T extends string>(words: readonly T[], said: unknown, fallback: T): T => words.find((w) => w === said) ?? fallback;

export const dayOf = (said: unknown): string | undefined => (typeof said === 'string' && isDay(said) ? said : undefined);

/** A text of one to so many characters. */
export const textOf = (said: unknown, most: number): string | null =>
  typeof said === 'string' && said.length >= 1 && said.length <= most ? said : null;

export function pageOf(said: unknown): number {
  const page = Number(said ?? 1);
  return Number.isInteger(page) && page >= 1 && page <= 10_000 ? page : 1;
}

/** Every text under a key, however often it stands there. */
export const textsOf = (said: unknown): string[] => {
  const all = [said ?? []].flat();
  return all.every((text) => typeof text === 'string') ? all : [];
};

/** The query of an address, repeated keys as arrays. */
export function rawOf(text: string | URLSearchParams): Record<string, string | string[]> {
  const search = new URLSearchParams(text);
  return Object.fromEntries(
    [...new Set(search.keys())].map((key): [string, string | string[]] => {
      const all = search.getAll(key);
      return [key, all.length > 1 ? all : (all[0] ?? '')];
    }),
  );
}
