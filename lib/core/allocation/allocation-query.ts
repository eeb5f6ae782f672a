import { PeriodAsk } from '../costs/cost-query';
import { type Asked, oneOf, textOf } from '../input/address';

export const bases = ['effective', 'billed'] as const;

/** What tells the parts of an account apart, where nobody owns them: the word of an address, the column of rules, and what it is called. */
export const ownerlessParts = {
  service: { field: 'x_ServiceName', title: 'service' },
  caller: { field: 'x_PrincipalId', title: 'caller' },
  'resource-group': { field: 'x_ResourceGroupName', title: 'resource group' },
  resource: { field: 'ResourceId', title: 'resource' },
} as const;
export type OwnerlessPart = keyof typeof ownerlessParts;
export const ownerlessWords = Object.keys(ownerlessParts) as OwnerlessPart[];
export const readPart = (asked: Asked[string]): OwnerlessPart => oneOf(ownerlessWords, asked, 'service');

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
