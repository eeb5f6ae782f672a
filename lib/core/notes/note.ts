import type { Day } from '../time/days';

/** What somebody wants remembered of a day, as charts and machines read it. */
export interface ChartNote {
  id: number;
  day: Day;
  text: string;
  createdByName: string;
  createdAt: string;
  /** Whether the one who asks may change it or take it away. */
  mayChange: boolean;
}

export const noteLength = 280;
/** Notes of one period that are told; a chart with more is no chart. */
export const notesAtMost = 500;
