import Big from 'big.js';
import { Money } from '@/components/figures/money';
import { Panel } from '@/components/ui/panel';
import type { Range } from '@/lib/core/time/period';
import type { Unallocated } from '@/lib/services/allocation/unallocated';
import { shareOf, trendWords } from './figures';

/** What nobody may own before it is too much. */
const goal = new Big('0.05');

interface UnallocatedTrendProps {
  trend: Unallocated['trend'];
  currency: string;
  period: Range;
}

const row = 'grid grid-cols-[4.5rem_1fr_3.5rem] items-center gap-3 sm:grid-cols-[4.5rem_1fr_3.5rem_9rem]';

/** Whether it becomes better: the share of each month, the running one as far as it goes, against one line for the goal. */
export function UnallocatedTrend({ trend, currency, period }: UnallocatedTrendProps) {
  const shares = trend.map((t) => (new Big(t.total).gt(0) ? new Big(t.amount).div(t.total) : null));
  // the scale ends where the largest month does, and far enough behind the goal to see it: of a whole of 100 % a month would be a stub
  const end = shares.reduce<Big>((most, s) => (s?.gt(most) ? s : most), goal.times(2));
  const at = (share: Big) => `${(share.lt(0) ? new Big(0) : share).div(end).times(100).toFixed(2)}%`;
  return (
    <Panel title="Is it getting less?" note={trendWords(trend, period)}>
      <div className="max-w-3xl text-13">
        <div className={`${row} h-5 text-12 text-ink-3`} aria-hidden="true">
          <span />
          <span className="relative h-full">
            <span className="absolute whitespace-nowrap pl-1" style={{ left: at(goal) }}>
              goal: below 5 %
            </span>
          </span>
        </div>
        <ul aria-label="Unallocated by month">
          {trend.map((t, i) => {
            const share = shares[i] ?? null;
            return (
              <li key={t.month} className={`${row} border-line border-b`}>
                <span className="py-1 tabular-nums">{t.month}</span>
                <span className="relative h-full" aria-hidden="true">
                  <span
                    className="hatched absolute inset-y-2 left-0 rounded-1 text-others"
                    style={{ width: share === null ? '0' : at(share) }}
                  />
                  <span className="absolute inset-y-0 w-px bg-ink" style={{ left: at(goal) }} />
                </span>
                <span className={`text-right tabular-nums ${share === null ? 'text-ink-3' : share.gt(goal) ? 'text-warn' : 'text-ok'}`}>
                  {shareOf(t.amount, t.total)}
                </span>
                <span className="text-right max-sm:hidden">
                  <Money amount={t.amount} currency={currency} />
                </span>
              </li>
            );
          })}
        </ul>
      </div>
    </Panel>
  );
}
