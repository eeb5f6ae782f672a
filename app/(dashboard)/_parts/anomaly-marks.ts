'use client';

import { useQuery } from '@tanstack/react-query';
import type { ChartMark } from '@/components/charts/prepare/chart-marks';
import type { CostFilter } from '@/lib/core/costs/cost-query';
import { anomaliesQuery } from './anomaly-marks-query';

/**
 * Flags for a chart of these costs, the largest first; each leads to its line among the anomalies. One that was found in another measure tells other
 * figures than are drawn, so it has none. None while unknown: a chart does not wait for them.
 */
export function useAnomalyMarks(f: readonly CostFilter[] | null, measure: string): (ChartMark & { currency: string })[] {
  const { data } = useQuery({ ...anomaliesQuery(f ?? []), enabled: f !== null });
  return (f ? (data?.items ?? []) : [])
    .filter((i) => i.measure === measure)
    .map((i) => ({
      key: i.id,
      currency: i.currency,
      from: i.from,
      to: i.to,
      direction: i.direction,
      label: i.sentence,
      href: `/alerts?tab=anomalies&period=90d#anomaly-${i.id}`,
    }));
}
