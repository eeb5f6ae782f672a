'use client';

import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { type SourcesAnswer, sourcesQuery } from '@/lib/client/sources';
import { formatCompact } from '@/lib/core/money/format';
import { monthInWords } from './words';

type Cell = SourcesAnswer['coverage'][number];

const daysOf = (month: string) => new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).getUTCDate();
const amounts = (cell: Cell) =>
  (cell.amounts ?? []).map((a) => formatCompact(a.amount, a.currency)).map((m) => `${m.figure} ${m.currency}`);

/** Sources × months: what counts, and the gaps. A month with days missing says how many. */
export function CoveragePanel() {
  const { data, error, refetch } = useQuery(sourcesQuery());
  const cells = new Map(data?.coverage.map((c) => [`${c.sourceId}|${c.month}`, c]));
  return (
    <Panel
      className="border-t-0!"
      title="Coverage by month"
      note="Cost and days with charges. An empty cell is a month nobody has a bill for."
    >
      {data?.sources.length === 0 ? (
        <EmptyState
          title="Nothing to cover yet"
          reason="Import a file and its months show here."
          actions={<LinkButton href="/sources">Import a billing file</LinkButton>}
        />
      ) : data ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <section className="overflow-x-auto" tabIndex={0} aria-label="Coverage by month">
          <table className="w-full border-separate border-spacing-0 bg-surface text-12">
            <thead>
              <tr>
                <th
                  scope="col"
                  className="sticky left-0 z-1 min-w-48 border-line border-b bg-surface pr-3 text-left font-normal text-ink-3"
                >
                  Source
                </th>
                {data.months.map((m) => (
                  <th key={m} scope="col" className="h-8 whitespace-nowrap border-line border-b px-2 text-right font-normal text-ink-3">
                    {monthInWords(m)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.sources.map((s) => (
                <tr key={s.id}>
                  <th
                    scope="row"
                    className="sticky left-0 z-1 max-w-64 truncate border-line border-b bg-surface pr-3 text-left font-normal text-13"
                    title={s.name}
                  >
                    {s.name}
                  </th>
                  {data.months.map((m) => (
                    <CoverageCell key={m} cell={cells.get(`${s.id}|${m}`)} month={m} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : error ? (
        <ErrorState title="Coverage could not be loaded" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" rows={8} />
      )}
    </Panel>
  );
}

function CoverageCell({ cell, month }: { cell: Cell | undefined; month: string }) {
  if (!cell) return <td className="h-11 border-line border-b px-2 text-right text-ink-3">–</td>;
  const missing = daysOf(month) - Number(cell.days);
  return (
    <td className={clsx('h-11 border-line border-b px-2 text-right tabular-nums', missing > 0 && 'bg-surface-2')}>
      {amounts(cell).map((a) => (
        <span key={a} className="block whitespace-nowrap">
          {a}
        </span>
      ))}
      <span className="block whitespace-nowrap text-ink-3">{missing > 0 ? `${cell.days} of ${daysOf(month)} days` : 'every day'}</span>
    </td>
  );
}
