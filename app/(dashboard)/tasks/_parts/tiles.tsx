import type { ReactNode } from 'react';
import { Quantity } from '@/components/figures/quantity';
import { rangeText } from '@/components/filters/period-words';
import { changeOf } from '@/lib/core/money/change';
import { formatPercent } from '@/lib/core/money/format';
import type { TasksHead } from '@/lib/services/tasks/get-tasks';
import { Cost, calls, count, Est, percent } from './figures';

/** The figures a product manager asks for first. What is not defined is "–" and says why. */
export function Tiles({ head }: { head: TasksHead }) {
  const { total: t, totalBefore: was, basis } = head;
  if (!t) return null;
  const figure = { currency: t.currency, unknown: t.unknownEvents, basis, isMarked: true };
  const est = basis === 'list';
  const against = rangeText(head.before);
  const change = (now: string | null, before: string | null | undefined): string => {
    if (now === null || before === null || before === undefined) return 'nothing to compare with';
    const c = changeOf(now, before);
    return c.kind === 'change' ? `${c.percent ?? '–'} against ${against}` : `as in ${against}`;
  };
  const points =
    t.successRate !== null && was?.successRate != null ? formatPercent(minus(t.successRate, was.successRate), { signed: true }) : null;
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 pb-6 sm:grid-cols-3 wide:grid-cols-[repeat(2,minmax(0,1.35fr))_repeat(5,minmax(0,1fr))]">
      <Tile label="Cost per task" est={est} below={change(t.perTask, was?.perTask)} big>
        <Cost amount={t.perTask} {...figure} />
      </Tile>
      <Tile
        label="Per successful task"
        est={est}
        below={
          t.reported === 0 ? 'success is never reported' : t.succeeded === 0 ? 'no task succeeded' : change(t.perSuccess, was?.perSuccess)
        }
        big
      >
        <Cost amount={t.perSuccess} {...figure} unknown={t.perSuccess === null ? 0 : t.unknownEvents} />
      </Tile>
      <Tile
        label="Median"
        est={est}
        below={
          <>
            95 in 100 cost at most <Cost amount={t.p95} currency={t.currency} basis={basis} hideCurrency />
          </>
        }
      >
        <Cost amount={t.p50} {...figure} unknown={0} />
      </Tile>
      <Tile
        label="Success"
        below={
          t.reported === 0
            ? 'send outcome with events'
            : `${count(t.succeeded)} of ${count(t.reported)} reported${points ? `, ${points.replace(' %', ' points')}` : ''}`
        }
      >
        {percent(t.successRate, 1)}
      </Tile>
      <Tile
        label="Failures and retries"
        est={est}
        below={t.failures === null ? 'no outcome is reported' : `${percent(t.failureOverhead, 1)} of the cost of tasks`}
      >
        <Cost amount={t.failures} {...figure} unknown={0} form="total" />
      </Tile>
      <Tile label="Tokens per task" below={`${calls(t.callsPerTask)} calls per task`}>
        {t.tokensPerTask === null ? '–' : <Quantity amount={t.tokensPerTask} form="compact" />}
      </Tile>
      <Tile
        label="Tasks"
        below={
          <>
            <Cost amount={t.amount} {...figure} form="total" /> in all
          </>
        }
      >
        {count(t.tasks)}
      </Tile>
    </dl>
  );
}

const minus = (a: string, b: string): string => (Number(a) - Number(b)).toFixed(6);

interface TileProps {
  label: string;
  below: ReactNode;
  big?: boolean;
  /** No bill stands behind the figure. */
  est?: boolean;
  children: ReactNode;
}

const Tile = ({ label, below, big, est, children }: TileProps) => (
  <div className="min-w-0">
    <dt className="text-12 text-ink-3">
      <span>{label}</span>
      {est && (
        <>
          {' '}
          <Est />
        </>
      )}
    </dt>
    <dd>
      <p className={big ? 'text-20 leading-9 sm:text-28' : 'text-20 leading-9'}>{children}</p>
      <p className="text-12 text-ink-2">{below}</p>
    </dd>
  </div>
);
