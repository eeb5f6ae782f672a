import { hrefOf } from '@/components/filters/cost-view';
import { type CostFilter, writeFilter } from '@/lib/core/costs/cost-query';
import type { AnomalyItem, AnomalyList } from '@/lib/services/anomalies/anomalies-of';

export const periodNames = { '30d': '30 days', '90d': '90 days' } as const;

export const tabHref = (period: '30d' | '90d', f: readonly CostFilter[]): string =>
  hrefOf('/alerts', [
    ['tab', 'anomalies'],
    ['period', period !== '30d' && period],
    ...f.map((filter): [string, string] => ['f', writeFilter(filter)]),
  ]);

export const directionWords = { up: 'more', drop: 'less' } as const;
/** A shape for each direction, beside its word. */
export const directionMarks = { up: '▲', drop: '▼' } as const;

/** "3 things stood out: 2 cost more, 1 less." */
export function summaryOf({ items }: Pick<AnomalyList, 'items'>): string {
  const up = items.filter((i) => i.direction === 'up').length;
  if (items.length === 0) return 'Nothing stood out';
  const things = items.length === 1 ? '1 thing stood out' : `${items.length} things stood out`;
  if (items.length === 1) return `${things}: it cost ${up ? 'more' : 'less'}`;
  return up === 0 || up === items.length
    ? `${things}: all cost ${up ? 'more' : 'less'}`
    : `${things}: ${up} cost more, ${items.length - up} less`;
}

/** "price +0.00, volume +310.20, mix +3.10": what moved, in the item's currency. Parts of nothing are left out. */
export function whyParts({ why }: Pick<AnomalyItem, 'why'>): [word: string, amount: string][] {
  if (!why) return [];
  const parts: [string, string][] = [
    ['volume', why.volume],
    ['price', why.price],
    ['mix', why.mix],
    ['not counted in tokens', why.unexplained],
  ];
  return parts.filter(([, amount]) => /[1-9]/.test(amount));
}
