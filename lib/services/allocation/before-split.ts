import { type BeforeSplit, beforeSplit } from '../../core/allocation/before-split';
import { keyedDimension } from '../../core/explore/dimensions';
import type { ExploreGroup, ExploreQuestion } from '../../core/explore/question';
import { readSettings } from '../../db/records/allocation';
import { askedDimension, findDimension } from './settings';

/** What of an answer stands before its shared costs are split; null where it is about no allocation, or about one that shares nothing. */
export async function beforeSplitOf(
  organization: number,
  question: ExploreQuestion,
  groups: readonly ExploreGroup[],
): Promise<BeforeSplit | null> {
  const words = [...question.by, ...question.filters.map((f) => f.dimension)];
  const keyOf = (word: string) =>
    word === 'team' ? 'team' : keyedDimension(word)?.kind === 'allocation' ? keyedDimension(word)?.key : undefined;
  if (!words.some(keyOf)) return null;
  const settings = await readSettings(organization);
  for (const word of words) {
    const dimension = keyOf(word);
    if (dimension === undefined) continue;
    // where rules give the team, the tagged one is no allocation
    if (word === 'team' && !askedDimension(findDimension(settings, 'team')).isBuiltIn) continue;
    const found = beforeSplit(question, groups, { word, dimension }, settings.pools);
    if (found) return found;
  }
  return null;
}
