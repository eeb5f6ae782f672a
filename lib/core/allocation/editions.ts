/** What each part was when it was read. Whoever writes a part over sends its edition back as `base`, so that nobody's change in between is lost. */
export interface Editions {
  /** By key. */
  dimensions: Record<string, string>;
  pools: string;
  tree: string;
  synonyms: string;
  /** Of all of it: what a file replaces. */
  all: string;
}

export interface AllocationSaved {
  outcome: 'saved' | 'unchanged';
  /** Profiles of charges that are allocated otherwise than before. */
  changed: number;
  /** Names of pools, of what was saved, that share nothing: no rule gives anybody's cost to what they split. */
  idlePools: string[];
  /** What every part is now: the `base` of the next change to it. */
  editions: Editions;
}

/** The edition of a dimension that nobody has written. */
export const newEdition = 'new';

export const editionOfDimension = ({ dimensions }: Editions, key: string): string =>
  (Object.hasOwn(dimensions, key) ? dimensions[key] : undefined) ?? newEdition;
