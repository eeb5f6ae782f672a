import type { Range } from '../time/period';

/** What of a view empties it: the charges there would be without each part of its question. */
export interface EmptiedBy {
  period: Range;
  /** Each filter as the address says it, and how many charges there would be without it. */
  filters: { filter: string; charges: number }[];
  /** How many there would be if no kind of charge was left out; null where none is. */
  kinds: number | null;
  /** How many there are with no filter at all. */
  all: number;
}
