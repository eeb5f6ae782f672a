import { daysBetween } from '@/components/charts/prepare/days';
import type { Day } from '@/lib/core/time/days';
import type { AnomalyItem, AnomalyList } from '@/lib/services/anomalies/anomalies-of';

export interface CalendarCell {
  day: Day;
  item: AnomalyItem;
  /** Of this day, in the item's currency; the largest where several fall on it. */
  impact: string;
  /** How many stood out on this day. */
  count: number;
  /** 1 to 4: its share of the largest day of its currency. */
  level: 1 | 2 | 3 | 4;
}
export interface CalendarRow {
  key: string;
  provider: string | null;
  currency: string;
  /** By day, in the order of the days; null where nothing stood out. */
  cells: (CalendarCell | null)[];
}
export interface Calendar {
  days: Day[];
  rows: CalendarRow[];
}

/** Days across, providers down; how far a day stood out is told within its currency only. */
export function prepareCalendar({ period, providers, items }: AnomalyList): Calendar {
  if (!period) return { days: [], rows: [] };
  const days = daysBetween(period.from, period.to);
  const sizes = new Map<string, number>();
  for (const i of items) for (const d of i.days) sizes.set(i.currency, Math.max(sizes.get(i.currency) ?? 0, size(d.impact)));
  const rows = providers.map(({ provider, currency }): CalendarRow => {
    const own = items.filter((i) => i.provider === provider && i.currency === currency);
    const cells = days.map((day): CalendarCell | null => {
      const here = own
        .flatMap((item) => item.days.filter((d) => d.day === day).map((d) => ({ item, impact: d.impact })))
        .sort((a, b) => size(b.impact) - size(a.impact));
      const [first] = here;
      return first ? { day, ...first, count: here.length, level: levelOf(size(first.impact) / (sizes.get(currency) ?? 1)) } : null;
    });
    return { key: `${provider ?? ''} ${currency}`, provider, currency, cells };
  });
  return { days, rows };
}

const size = (amount: string) => Math.abs(Number(amount));
const levelOf = (share: number): CalendarCell['level'] => (share > 0.6 ? 4 : share > 0.3 ? 3 : share > 0.1 ? 2 : 1);
