import { z } from 'zod';
import { rangeFault } from '../costs/cost-query';
import { namedPeriods } from '../time/period';

/** The address of a view of Allocation. What is unknown falls back to its default. */
export const AllocationQuery = z
  .object({
    period: z.enum(namedPeriods).catch('mtd'),
    from: z.iso.date().optional().catch(undefined),
    to: z.iso.date().optional().catch(undefined),
    dimension: z.string().max(40).nullish().catch(null),
    basis: z.enum(['effective', 'billed']).catch('effective'),
  })
  .transform((q) => (rangeFault(q.from, q.to) ? { ...q, from: undefined, to: undefined } : q));
export type AllocationQuery = z.infer<typeof AllocationQuery>;
