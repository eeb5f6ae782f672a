import Big from 'big.js';
import { Money } from '@/components/figures/money';
import { Panel } from '@/components/ui/panel';
import type { Range } from '@/lib/core/time/period';
import type { Unallocated } from '@/lib/services/allocation/unallocated';
import { percentOf, trendWords } from './figures';

/** What nobody may own before it is too much. */
const goal = '0.05';

interface UnallocatedTrendProps {
  trend: Unallocated['trend'];
  currency: string;
  period: Range;
}

/** Whether it becomes better: the share of each month, the running one as far as it goes. */
export function UnallocatedTrend({ trend, currency, period }: UnallocatedTrendProps) {
  return (
    <Panel title="Is it getting less?" note={trendWords(trend, period)}>
      <ul className="grid max-w-3xl text-13" aria-label="Unallocated by month">
        {trend.map((t) => {
          const share = new Big(t.total).gt(0) ? new Big(t.amount).div(t.total) : null;
          const width = share === null || share.lt(0) ? '0' : share.gt(1) ? '100' : share.times(100).toFixed(2);
          const tone = share === null ? 'text-ink-3' : share.gt(goal) ? 'text-warn' : 'text-ok';
          return (
            <li
              key={t.month}
              className="grid grid-cols-[4.5rem_1fr_3.5rem] items-center gap-3 border-line border-b py-1 sm:grid-cols-[4.5rem_1fr_3.5rem_9rem]"
            >
              <span className="tabular-nums">{t.month}</span>
              <span className="relative h-2.5 rounded-1 bg-surface-2" aria-hidden="true">
                <span className="hatched absolute inset-y-0 left-0 rounded-1 text-others" style={{ width: `${width}%` }} />
                <span className="absolute inset-y-[-2px] w-px bg-ink" style={{ left: '5%' }} />
              </span>
              <span className={`text-right tabular-nums ${tone}`}>{percentOf(t.amount, t.total)}</span>
              <span className="text-right max-sm:hidden">
                <Money amount={t.amount} currency={currency} />
              </span>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
