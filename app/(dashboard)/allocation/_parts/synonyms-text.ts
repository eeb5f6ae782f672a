import { plainKey } from '@/lib/core/allocation/tags';
import type { Synonyms } from '@/lib/core/allocation/types';

/** One key a line: `team = squad, owner`. */
export const textOf = (synonyms: Synonyms): string =>
  Object.entries(synonyms)
    .map(([key, list]) => `${key} = ${list.join(', ')}`)
    .join('\n');

/** What such a text says; lines of one key are one list. Throws where a line says nothing, naming it: what is not read is not thrown away. */
export function readSynonyms(text: string): Synonyms {
  const found = new Map<string, { key: string; others: string[] }>();
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const at = line.indexOf('=');
    const key = line.slice(0, Math.max(at, 0)).trim();
    const others = line
      .slice(at + 1)
      .split(',')
      .map((o) => o.trim())
      .filter(Boolean);
    if (at < 0 || key === '' || others.length === 0)
      throw new Error(
        `Line ${i + 1} cannot be read: “${line.trim().slice(0, 80)}”. Write a key, = and its other names: team = squad, owner.`,
      );
    const before = found.get(plainKey(key));
    found.set(plainKey(key), { key: before?.key ?? key, others: [...new Set([...(before?.others ?? []), ...others])] });
  }
  return Object.fromEntries([...found.values()].map(({ key, others }) => [key, others]));
}
