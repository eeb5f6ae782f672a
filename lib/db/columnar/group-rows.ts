import type { Day } from '../../core/time/days';
import type { GroupName } from './numbered';

/** What some charges add up to: a sum for each amount that was asked, in units of 10^-39, and how many charges count. */
export interface Sums {
  sums: readonly (bigint | null)[];
  charges: number;
}

/** Of one kind in one of the ranges. */
export interface KindRow extends Sums {
  kind: number;
  /** 0 for the range, 1 for what it is compared with. */
  span: number;
  /** A day of the bar, or of the month, where these are told apart. */
  day: Day | null;
}

export interface GroupRow extends KindRow {
  of: GroupName;
}

export interface GroupRows {
  /** Of every group, or of those that may be among the largest. */
  rows: readonly GroupRow[];
  /** Of all charges that were asked for. */
  all: readonly KindRow[];
  /** Groups by the kind they are told in (`Told`), where `rows` are not all of them. */
  counts: ReadonlyMap<number, number> | null;
}

/** What is drawn: a bar of one of the drawn names, or of all others, in one kind. */
export interface BarRow extends KindRow {
  day: Day;
  bin: Day;
  /** Null: of all others. */
  name: number | null;
}
