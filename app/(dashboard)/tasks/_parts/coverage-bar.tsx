import Big from 'big.js';
import Link from 'next/link';
import { Money } from '@/components/figures/money';
import { shareOf } from '@/lib/core/units/per-unit';
import { WANTED_COVERAGE } from '@/lib/core/units/task-query';
import type { TasksHead } from '@/lib/services/tasks/get-tasks';
import { count, percent } from './figures';

/** How much of the bills for AI carries a task. The parts are all of it, so that nothing is out of sight. */
export function CoverageBar({ head }: { head: TasksHead }) {
  const { coverage: c, summary } = head;
  if (!c || !new Big(c.effective).gt(0))
    return (
      <p className="pb-5 text-13 text-ink-2">
        No bill for AI in this period is loaded: {count(summary.inTasks)} events in tasks stand at list prices.{' '}
        <Link href="/sources" className="underline underline-offset-3">
          Import a bill
        </Link>
      </p>
    );
  const outside = new Big(c.attributed).minus(c.inTasks).toFixed();
  const unattributed = new Big(c.effective).minus(c.attributed).minus(c.idle).toFixed();
  const inTasks = shareOf(c.inTasks, c.effective);
  const isThin = inTasks !== null && Number(inTasks) < WANTED_COVERAGE;
  const width = (part: string) => `${Math.max(0, Math.min(100, new Big(part).div(c.effective).times(100).toNumber()))}%`;
  const parts = [
    { key: 'tasks', word: 'in tasks', amount: c.inTasks, look: 'bg-accent-fill' },
    { key: 'outside', word: 'calls without a task', amount: outside, look: 'bg-others' },
    { key: 'idle', word: 'idle capacity', amount: c.idle, look: 'hatched text-warn' },
    { key: 'unattributed', word: 'unattributed', amount: unattributed, look: 'hatched text-others', href: '/models?tab=unattributed' },
  ].filter((p) => p.key === 'tasks' || p.key === 'unattributed' || new Big(p.amount).gt(0));
  return (
    <section aria-label="Coverage" className="grid gap-2 pb-5">
      <p className="text-14">
        <strong className={isThin ? 'font-strong text-warn' : 'font-strong'}>{percent(inTasks)}</strong> of{' '}
        <Money amount={c.effective} currency={c.currency} /> of AI spend is known by task
        {isThin && <span className="text-warn">: below {WANTED_COVERAGE * 100} %, so unit costs speak of a part only</span>}.
      </p>
      <div className="flex h-3 max-w-4xl overflow-hidden rounded-1 border border-edge bg-surface-2" aria-hidden="true">
        {parts.map((p) => (
          <div key={p.key} className={p.look} style={{ width: width(p.amount) }} />
        ))}
      </div>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-12 text-ink-2">
        {parts.map((p) => (
          <li key={p.key} className="flex items-center gap-1.5">
            <span aria-hidden="true" className={`inline-block size-2.5 rounded-1 ${p.look}`} />
            {p.href ? (
              <Link href={p.href} className="underline underline-offset-3 hover:text-ink">
                <Money amount={p.amount} currency={c.currency} className="text-ink" /> {p.word}
              </Link>
            ) : (
              <span>
                <Money amount={p.amount} currency={c.currency} className="text-ink" /> {p.word}
              </span>
            )}
          </li>
        ))}
        <li>
          a customer is named for {percent(shareOf(c.withCustomer, c.effective))}, a feature for{' '}
          {percent(shareOf(c.withFeature, c.effective))} of the spend
        </li>
      </ul>
    </section>
  );
}
