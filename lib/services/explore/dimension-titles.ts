import { dimensionTitle, keyedDimension } from '../../core/explore/dimensions';
import { visible } from '../../core/text/visible';
import { readSettings } from '../../db/records/allocation';

/** What dimensions are called here, in the order they are asked for: an allocation has the name it was given, and only without one its key. */
export async function dimensionTitles(organization: number, words: readonly string[]): Promise<string[]> {
  const keyOf = (word: string) => {
    const keyed = keyedDimension(word);
    return keyed?.kind === 'allocation' ? keyed.key : null;
  };
  if (words.every((word) => keyOf(word) === null)) return words.map((word) => visible(dimensionTitle(word)));
  const { dimensions } = await readSettings(organization);
  const given = new Map(dimensions.map((d) => [d.key, d.title]));
  return words.map((word) => visible(given.get(keyOf(word) ?? '') ?? dimensionTitle(word)));
}
