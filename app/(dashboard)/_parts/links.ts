import { allBut, type CostView, costHref, only } from '@/components/filters/cost-view';
import type { OverviewView } from '@/components/filters/overview-view';
import type { CostDimension } from '@/lib/core/costs/dimensions';
import type { Overview, OverviewDimension } from '@/lib/core/costs/overview';
import type { Range } from '@/lib/core/time/period';

/** Where a value of the overview opens: by what it consists of. */
const opensBy: Record<OverviewDimension, CostDimension> = { provider: 'service', service: 'model', model: 'token-type', team: 'service' };

/** Which rows a figure consists of: one value, or all but those that are shown. */
export type Opens = { value: string | null } | { allBut: readonly (string | null)[] };

const ai = only('ai', 'true');

/** From a figure of the overview to its rows in Costs: the same period, measure and currency, and what it is of. */
export function costLinks(
  { period, measure, ccy }: OverviewView,
  data: Pick<Overview, 'comparison' | 'currencies' | 'conversion'> | undefined,
) {
  const to = (currency: string, more: Partial<CostView>) => costHref({ period, measure, ccy, draw: drawn(currency), ...more });
  // what all is told in is drawn first anyway, and holds charges of several currencies
  const isTold = (currency: string) => data?.conversion?.to === currency;
  const drawn = (currency: string) => (isTold(currency) ? null : currency);
  const inCurrency = (currency: string) => ((data?.currencies.length ?? 0) > 1 && !isTold(currency) ? [only('currency', currency)] : []);
  return {
    spend: (currency: string, by: CostDimension = 'service') => to(currency, { by }),
    ai: (currency: string) => to(currency, { by: 'service', f: [ai] }),
    unclassified: (currency: string) => to(currency, { by: 'service', f: [only('class', 'unclassified')] }),
    /** The period that this one is compared with. */
    before: (currency: string) => to(currency, { by: 'service', ...data?.comparison }),
    days: (currency: string, { from, to: end }: Range) =>
      costHref({ measure, ccy, draw: drawn(currency), tab: 'charges', from, to: end, f: inCurrency(currency) }),
    /** What is gone opens where it was. Models share out AI spend, so what has no model, and the others, are of that only. */
    rows: (dimension: OverviewDimension, opens: Opens, currency: string, isGone = false) => {
      const isOne = 'value' in opens;
      const isUnnamed = isOne && opens.value === null;
      return to(currency, {
        by: isOne ? (isUnnamed && dimension === 'model' ? 'service' : opensBy[dimension]) : dimension,
        f: [
          isOne ? only(dimension, opens.value) : allBut(dimension, opens.allBut),
          ...(dimension === 'model' && (!isOne || isUnnamed) ? [ai] : []),
        ],
        ...(isGone ? data?.comparison : {}),
      });
    },
  };
}
export type CostLinks = ReturnType<typeof costLinks>;
