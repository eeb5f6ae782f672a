import { z } from 'zod';
import { day } from '../input/fields';
import { most } from './limits';
import { nodeKinds } from './node-kinds';
import { ownerName } from './types';

/** Where a name stands, and on which days. The organisation itself is above everything and has no row. */
export const Placement = z
  .strictObject({
    name: ownerName,
    kind: z.enum(nodeKinds, { error: `is none of ${nodeKinds.join(', ')}` }).default('team'),
    /** Null: below the organisation itself. */
    parent: ownerName.nullable().default(null),
    since: day.nullable().default(null),
    /** The day after the last. */
    until: day.nullable().default(null),
  })
  .refine((p) => !p.since || !p.until || p.since < p.until, {
    path: ['until'],
    message: 'is the day after the last and comes after "since"',
  });
export type Placement = z.infer<typeof Placement>;

export const PlacementList = z.array(Placement).max(most.placements, `holds more than ${most.placements} rows`);
