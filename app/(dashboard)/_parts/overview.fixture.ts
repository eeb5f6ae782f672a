import type { GroupRow, Overview } from '@/lib/core/costs/overview';

export const group = (
  dimension: GroupRow['dimension'],
  value: string | null,
  current: string,
  previous: string | null = null,
  currency = 'USD',
): GroupRow => ({
  dimension,
  value,
  currency,
  current,
  previous,
});

/** November to the 20th, in two currencies. */
export const anOverview = (more: Partial<Overview> = {}): Overview => ({
  period: { from: '2026-11-01', to: '2026-11-21' },
  comparison: { from: '2026-10-01', to: '2026-10-21' },
  firstDay: '2025-12-01',
  completeTo: '2026-11-21',
  measure: 'effective',
  conversion: null,
  currencies: ['USD', 'EUR'],
  totals: [
    { currency: 'USD', current: '100.10', previous: '80', ai: '60.05', unclassified: '0', tokens: '12', charges: 9 },
    { currency: 'EUR', current: '-5', previous: null, ai: '1', unclassified: '1234.5', tokens: null, charges: 2 },
  ],
  trend: [],
  groups: [],
  movers: [],
  freshness: [],
  attention: [],
  ...more,
});
