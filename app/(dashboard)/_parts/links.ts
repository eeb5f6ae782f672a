import { type CostView, costHref, only } from '@/components/filters/cost-view';
import type { OverviewView } from '@/components/filters/overview-view';
import type { CostDimension } from '@/lib/core/costs/dimensions';
import type { OverviewDimension } from '@/lib/core/costs/overview';
import { addDays, type Day } from '@/lib/core/time/days';

/** Where a value of the overview opens: by what it consists of. */
const opensBy: Record<OverviewDimension, CostDimension> = { provider: 'service', service: 'model', model: 'token-type', team: 'service' };

/** From a figure of the overview to its rows in Costs: the same period, measure and currency, and what it is of. */
export function costLinks({ period, measure }: OverviewView) {
  const to = (currency: string, more: Partial<CostView>) => costHref({ period, measure, ccy: currency, ...more });
  return {
    spend: (currency: string, by: CostDimension = 'service') => to(currency, { by }),
    unclassified: (currency: string) => to(currency, { by: 'service', f: [only('class', 'unclassified')] }),
    day: (currency: string, day: Day) => costHref({ measure, ccy: currency, tab: 'charges', from: day, to: addDays(day, 1) }),
    group: (dimension: OverviewDimension, value: string | null, currency: string) =>
      to(currency, { by: opensBy[dimension], f: [only(dimension, value)] }),
  };
}
export type CostLinks = ReturnType<typeof costLinks>;
