import { createHash } from 'node:crypto';
import type { AllocationSettings } from '../../core/allocation/allocation-file';
import { type Editions, editionOfDimension, newEdition } from '../../core/allocation/editions';
import type { AllocationDimension } from '../../core/allocation/types';
import { AppError } from '../../core/app-error';
import { lastActor } from '../../db/records/audit';

/** What every part of these settings is now, the same wherever and whenever it is asked. */
export function editionsOf({ dimensions, pools, tree, synonyms }: AllocationSettings): Editions {
  return {
    dimensions: { team: newEdition, ...Object.fromEntries(dimensions.map((d) => [d.key, editionOf(d)])) }, // the team is listed before it is written
    pools: editionOf(pools),
    tree: editionOf(tree),
    synonyms: editionOf(synonyms),
    all: editionOf([dimensions, pools, tree, synonyms]),
  };
}

type Part = { dimension: Pick<AllocationDimension, 'key' | 'title'> } | { part: 'pools' | 'tree' | 'synonyms' | 'all' };

/** Throws `conflict`, naming who was there before, unless the part is still what its writer saw. Without a base the writer has not asked for that. */
export async function requireEdition(organization: number, editions: Editions, asked: Part, base: string | undefined): Promise<void> {
  const now = 'dimension' in asked ? editionOfDimension(editions, asked.dimension.key) : editions[asked.part];
  if (base === undefined || base === now) return;
  const by = await lastActor(organization, actionsOn(asked));
  throw new AppError(
    'conflict',
    `${by ?? 'Somebody'} changed ${wordsOf(asked)} meanwhile, and nothing of yours is saved. Look at what there is now, then save again.`,
  );
}

const partWords = { pools: 'the shared costs', tree: 'the tree', synonyms: 'the tag synonyms', all: 'the allocation' } as const;
const wordsOf = (asked: Part) => ('dimension' in asked ? `the rules for ${asked.dimension.title}` : partWords[asked.part]);

function actionsOn(asked: Part): { action: string; subject?: string }[] {
  const whole = { action: 'allocation.applied' };
  const ofRules = ['allocation.rules-changed', 'allocation.dimension-deleted'];
  if ('dimension' in asked) return [whole, ...ofRules.map((action) => ({ action, subject: asked.dimension.title }))];
  const parts = asked.part === 'all' ? (['pools', 'tree', 'synonyms'] as const) : [asked.part];
  return [
    whole,
    ...parts.map((p) => ({ action: `allocation.${p}-changed` })),
    ...(asked.part === 'all' ? ofRules : []).map((action) => ({ action })),
  ];
}

const editionOf = (value: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(inOrder(value)))
    .digest('base64url')
    .slice(0, 16);

/** The same value however its keys are arranged: what is read back from the database has them in another order. */
const inOrder = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(inOrder)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([k, v]) => [k, inOrder(v)]),
        )
      : value;
