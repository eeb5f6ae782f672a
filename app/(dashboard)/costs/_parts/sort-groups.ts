import Big from 'big.js';
import { type GroupOrder, type GroupSort, sortedBy } from '@/lib/core/explore/group-order';
import type { GroupLine } from './prepare-groups';

const byName = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** What a group is sorted by; null has no such figure and stands at the end, whichever way round. */
const figureOf: Record<Exclude<GroupOrder, 'name'>, (line: GroupLine) => Big | null> = {
  amount: (l) => figure(l.current),
  previous: (l) => figure(l.previous),
  change: (l) => (l.current === null || l.previous === null ? figure(l.current) : new Big(l.current).minus(l.previous)),
  // of something that was nothing or less there is no percentage
  percent: (l) => (l.current === null || l.previous === null || !new Big(l.previous).gt(0) ? null : new Big(l.current).div(l.previous)),
  tokens: (l) => figure(l.tokens),
  charges: (l) => new Big(l.charges),
};

const figure = (amount: string | null): Big | null => (amount === null ? null : new Big(amount));

/** The groups in the order asked for; what is alike keeps the order it had, the larger first. */
export function sortGroups(lines: readonly GroupLine[], sort: GroupSort): GroupLine[] {
  const { order, descending } = sortedBy(sort);
  if (order === 'name') return [...lines].sort((a, b) => byName.compare(a.label, b.label) * (descending ? -1 : 1));
  const of = figureOf[order];
  return lines
    .map((line) => ({ line, size: of(line) }))
    .sort((a, b) => (a.size && b.size ? a.size.cmp(b.size) * (descending ? -1 : 1) : Number(a.size === null) - Number(b.size === null)))
    .map(({ line }) => line);
}
