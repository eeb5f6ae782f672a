'use client';

import type { ReactNode } from 'react';
import { ChartFrame } from './chart-frame';
import type { ExpectedDay } from './marks/date-lines';
import { DateLines } from './marks/later';
import type { ChartTable } from './prepare/table';

/** How an expected day moved as more became known. */
export const ExpectedDays = ({
  title,
  summary,
  note,
  points,
  table,
}: {
  title: string;
  summary: string;
  note?: ReactNode;
  points: readonly ExpectedDay[];
  table: ChartTable;
}) => (
  <ChartFrame title={title} summary={summary} note={note} table={table}>
    <DateLines points={points} label={`${title}. ${summary}`} />
  </ChartFrame>
);
