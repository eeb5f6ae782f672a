import Big from 'big.js';
import { daysBetween as daysOf } from '@/components/charts/prepare/days';
import type { CostPoint } from '@/components/charts/prepare/stack-point';
import { rangeText } from '@/components/filters/period-words';
import { NONE } from '@/lib/core/costs/cost-query';
import type { Overview } from '@/lib/core/costs/overview';
import { moneyText } from '@/lib/core/money/format';
import { type Day, daysBetween, earlier } from '@/lib/core/time/days';
import { shareOf } from './prepare-strip';

export interface Trend {
  points: CostPoint[];
  from: Day;
  to: Day;
  incompleteDays: Day[];
  /** Where the period begins, when days before it are drawn. */
  flags: { day: Day; label: string }[];
  summary: string;
}

/** A source this far behind the newest says so by itself; nearer, its days are drawn as not complete. */
const NEAR = 7;

/** Cost per day of one currency, with the days before the period that it is compared with. Null while nothing is loaded. */
export function prepareTrend(o: Overview, currency: string, name: (provider: string | null) => string): Trend | null {
  if (!o.period) return null;
  const { from: start, to } = o.period;
  const points = o.trend.filter((p) => p.currency === currency).map((p) => ({ ...p, group: p.group ?? NONE }));
  // days come in order; before the period only days that have something are drawn
  const from = earlier(points[0]?.day ?? start, start);
  return {
    points,
    from,
    to,
    incompleteDays: incomplete(o.freshness, to).filter((day) => day >= from),
    flags: from < start ? [{ day: start, label: rangeText(o.period) }] : [],
    summary: sentence(o, currency, name),
  };
}

function incomplete(freshness: Overview['freshness'], to: Day): Day[] {
  const ends = freshness.flatMap((f) => (f.completeTo && f.completeTo < to && daysBetween(f.completeTo, to) <= NEAR ? [f.completeTo] : []));
  const earliest = ends.sort()[0];
  return earliest ? daysOf(earliest, to) : [];
}

/** The period's own result, not that of all the days drawn. */
function sentence(o: Overview, currency: string, name: (provider: string | null) => string): string {
  const total = o.totals.find((t) => t.currency === currency);
  if (!total || !o.period) return 'No figures in this period.';
  const providers = o.groups.filter((g) => g.dimension === 'provider' && g.currency === currency && !new Big(g.current).eq(0));
  const first = providers.reduce<(typeof providers)[number] | null>((a, b) => (a && new Big(a.current).gte(b.current) ? a : b), null);
  const whole = `${moneyText(total.current, currency)} in ${rangeText(o.period)}`;
  if (first && providers.length === 1) return `${whole}, all of it ${name(first.value)}.`;
  const share = first && providers.every((g) => new Big(g.current).gte(0)) ? shareOf(first.current, total.current) : null;
  return `${whole}${first && share ? `; ${name(first.value)} is ${share} of it` : ''}.`;
}
