/** What the groups of a view can be put in order by. `amount` is what is measured. */
const orders = ['amount', 'name', 'previous', 'change', 'percent', 'tokens', 'charges'] as const;
export type GroupOrder = (typeof orders)[number];

/** `change` begins with the least, `-change` with the most. */
export type GroupSort = GroupOrder | `-${GroupOrder}`;

/** The order nobody has to ask for. */
export const usualSort: GroupSort = '-amount';

export const groupSorts: readonly GroupSort[] = orders.flatMap((order): GroupSort[] => [order, `-${order}`]);

export const isGroupSort = (word: string): word is GroupSort => groupSorts.some((sort) => sort === word);

/** Whether a table of this question has the column: an order nobody can see would pass for another. */
export function hasOrder(sort: GroupSort, { compare, measure }: { compare: string; measure: string }): boolean {
  const { order } = sortedBy(sort);
  if (order === 'previous' || order === 'change' || order === 'percent') return compare !== 'none';
  return order !== measure; // tokens and charges are the amount there
}

/** A sort in its parts. */
export const sortedBy = (sort: GroupSort): { order: GroupOrder; descending: boolean } =>
  sort.startsWith('-') ? { order: sort.slice(1) as GroupOrder, descending: true } : { order: sort as GroupOrder, descending: false };

/** What a click on a head asks for: names from their first letter, figures from the largest, and the other way round the second time. */
export function nextSort(order: GroupOrder, now: GroupSort): GroupSort {
  const usual: GroupSort = order === 'name' ? order : `-${order}`;
  if (now !== usual) return usual;
  return order === 'name' ? `-${order}` : order;
}
