import { groupBy } from '../../../lib/core/list/group-by';
import type { CostPoint } from './stack-point';

/** Points by currency, group and day: each name once. For a server page that hands many of them to a chart. */
export type PackedPoints = readonly {
  currency: string;
  groups: readonly { group: string; days: readonly (readonly [day: string, amount: string])[] }[];
}[];

/** The same points in a third of the bytes. */
export const packPoints = (points: readonly CostPoint[]): PackedPoints =>
  [...groupBy(points, (p) => p.currency)].map(([currency, own]) => ({
    currency,
    groups: [...groupBy(own, (p) => p.group)].map(([group, some]) => ({ group, days: some.map((p) => [p.day, p.amount] as const) })),
  }));

/** Every point again, by currency and group. */
export const unpackPoints = (packed: PackedPoints): CostPoint[] =>
  packed.flatMap(({ currency, groups }) =>
    groups.flatMap(({ group, days }) => days.map(([day, amount]): CostPoint => ({ day, group, currency, amount }))),
  );
