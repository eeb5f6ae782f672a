import Big from 'big.js';
import { converter } from '../../core/fx/conversion';
import type { FxRate, MonthRate } from '../../core/fx/rate';
import type { MonthEffect } from '../../core/fx/view';
import type { Day } from '../../core/time/days';
import type { Range } from '../../core/time/period';
import { closedMonths, costByMonth, type MonthSum } from '../../db/records/fx';
import { ratesOf } from './conversion-of';

/**
 * What other rates would do to the months that have charges: the total of each in the reporting currency with the rates of now and with those
 * to come. `within` are the months these rates reach. Closed ones are left out, for nothing changes there.
 */
export async function effectOf(
  organization: number,
  to: string | null,
  { before, after, within }: { before: readonly FxRate[]; after: readonly FxRate[]; within: Range },
): Promise<MonthEffect[]> {
  if (to === null) return [];
  const [sums, closed] = await Promise.all([costByMonth(organization), closedMonths(organization, to)]);
  const bases = [...new Set(sums.map((s) => s.currency))].filter((c) => c !== to);
  const months = [...new Set(sums.map((s) => s.month))].filter((m) => m >= within.from && m < within.to && !closed.has(m));
  const told = (published: readonly FxRate[]) => ratesOf(to, { bases, months, published, closed: new Map() });
  const [now, then] = [told(before), told(after)];
  return months.flatMap((month) => {
    const own = sums.filter((s) => s.month === month);
    const [was, will] = [totalOf(to, now, own), totalOf(to, then, own)];
    const apart = will.apart.join(', ');
    return was.amount === will.amount && was.apart.join(', ') === apart
      ? []
      : [
          {
            month,
            currency: to,
            before: was.amount,
            after: will.amount,
            nowConverted: was.apart.filter((c) => !will.apart.includes(c)),
            stillApart: will.apart,
          },
        ];
  });
}

/** The total of a month as far as it can be told in one currency, and the currencies that cannot. */
function totalOf(to: string, rates: readonly MonthRate[], sums: readonly MonthSum[]): { amount: string; apart: string[] } {
  const { convert } = converter({ to, rates });
  const told = sums.map((s) => convert(s.currency, s.month as Day, s.amount));
  return {
    amount: told
      .filter((t) => t.currency === to)
      .reduce((all, t) => all.plus(t.amount ?? 0), new Big(0))
      .toFixed(),
    apart: told.flatMap((t) => (t.currency === to ? [] : [t.currency])),
  };
}
