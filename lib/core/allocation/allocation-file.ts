import { stringify } from 'yaml';
import { z } from 'zod';
import { AppError } from '../app-error';
import { readText, sentenceOf } from '../input/fields';
import { most } from './limits';
import { PlacementList } from './placement';
import { checkPools, PoolList } from './pools';
import { checkTree } from './tree';
import { AllocationDimension, edition, Synonyms } from './types';

/** Everything that says who owns what: one file for people and machines. */
export const AllocationSettings = z
  .strictObject({
    dimensions: z.array(AllocationDimension).max(most.dimensions, `holds more than ${most.dimensions} dimensions`).default([]),
    synonyms: Synonyms.default({}),
    pools: PoolList.default([]),
    tree: PlacementList.default([]),
  })
  .superRefine(({ dimensions }, context) => {
    const keys = dimensions.map((d) => d.key);
    const twice = keys.find((k, i) => keys.indexOf(k) !== i);
    if (twice !== undefined) context.addIssue({ code: 'custom', path: ['dimensions'], message: `names "${twice}" twice` });
  });
export type AllocationSettings = z.infer<typeof AllocationSettings>;

/** What belongs to no dimension; what is left out stays as it is. */
export const SharedSettings = z.strictObject({
  synonyms: Synonyms.optional(),
  pools: PoolList.optional(),
  tree: PlacementList.optional(),
  base: z.strictObject({ synonyms: edition, pools: edition, tree: edition }).default({}),
});

/** Throws `invalid` where pools or the tree contradict themselves, or a pool splits a dimension that is not there. `team` is there always. */
export function checkSettings({ dimensions, pools, tree }: AllocationSettings): void {
  for (const p of pools)
    if (p.dimension !== 'team' && !dimensions.some((d) => d.key === p.dimension))
      throw new AppError('invalid', `The pool "${p.name}" splits "${p.dimension}", which is no dimension.`);
  checkPools(pools);
  checkTree(tree);
}

/** Reads a YAML or JSON file. Throws `invalid` with file and field. */
export function readAllocation(text: string, fileName: string): AllocationSettings {
  const read = AllocationSettings.safeParse(readText(text, fileName) ?? {});
  if (!read.success) throw new AppError('invalid', `${fileName}: ${sentenceOf(read.error.issues[0])}`);
  checkSettings(read.data);
  return read.data;
}

/** A file that `readAllocation` reads as the same settings, without the numbers of rules. */
export function writeAllocation({ dimensions, synonyms, pools, tree }: AllocationSettings): string {
  const content = {
    dimensions: dimensions.map((d) => ({ key: d.key, title: d.title, rules: d.rules.map(({ id: _, ...rule }) => lean(rule)) })),
    ...(Object.keys(synonyms).length && { synonyms }),
    ...(pools.length && { pools: pools.map(lean) }),
    ...(tree.length && { tree: tree.map(lean) }),
  };
  return stringify(content, { aliasDuplicateObjects: false });
}

/** Without fields that say nothing. */
const lean = (value: object): object =>
  Object.fromEntries(
    Object.entries(value).flatMap(([key, v]) => {
      if (v === null || (typeof v === 'object' && Object.keys(v).length === 0)) return [];
      return [[key, Array.isArray(v) ? v.map((x) => (typeof x === 'object' && x !== null ? lean(x) : x)) : v]];
    }),
  );
