import { PeriodAsk } from '../costs/cost-query';
import { type Asked, oneOf, textOf } from '../input/address';

export const bases = ['effective', 'billed'] as const;

/** What is asked of Allocation. */
export interface AllocationQuery extends PeriodAsk {
  dimension: string | null;
  basis: (typeof bases)[number];
}

/** The address of a view of Allocation. What is unknown falls back to its default. */
export const AllocationQuery = {
  parse: (asked: Asked): AllocationQuery => ({
    ...PeriodAsk.parse(asked),
    dimension: textOf(asked.dimension, 40),
    basis: oneOf(bases, asked.basis, 'effective'),
  }),
};
