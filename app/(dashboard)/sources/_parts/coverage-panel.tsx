'use client';

import { useQuery } from '@tanstack/react-query';
import clsx from 'clsx';
import { buttonClass, LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { ScrollFrame } from '@/components/ui/scroll-frame';
import { type SourcesAnswer, sourcesQuery } from '@/lib/client/sources';
import { visible } from '@/lib/core/text/visible';
import { amountsIn, type CoverageCell, daysIn, pagesOf } from './prepare-coverage';
import { monthInWords } from './words';

/** Sources × months: what counts, and the gaps, to the month of today. A month with days missing says how many. */
export function CoveragePanel({ until }: { until: string | undefined }) {
  const { data, error, refetch } = useQuery(sourcesQuery(until));
  const cells = new Map(data?.coverage.map((c) => [`${c.sourceId}|${c.month}`, c]));
  const cellOf = (source: number, month: string) => cells.get(`${source}|${month}`);
  return (
    <Panel
      className="border-t-0!"
      title="Coverage by month"
      note="Cost and days with charges. An empty cell is a month nobody has a bill for."
      actions={data && <Pages answer={data} />}
    >
      {data?.sources.length === 0 ? (
        <EmptyState
          title="Nothing to cover yet"
          reason="Import a file and its months show here."
          actions={<LinkButton href="/sources">Import a billing file</LinkButton>}
        />
      ) : data ? (
        <>
          <div className="max-sm:hidden">
            <Grid answer={data} cellOf={cellOf} />
          </div>
          <div className="sm:hidden">
            <List answer={data} cellOf={cellOf} />
          </div>
        </>
      ) : error ? (
        <ErrorState title="Coverage could not be loaded" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" rows={8} />
      )}
    </Panel>
  );
}

/** Years back, twelve months at a time; nothing where there is one page. */
function Pages({ answer }: { answer: SourcesAnswer }) {
  const { earlier, later, isOnly } = pagesOf(answer);
  if (isOnly) return null;
  const page = (until: string | null, words: string) =>
    until ? (
      <LinkButton size="small" href={`/sources?tab=coverage&until=${until}`}>
        {words}
      </LinkButton>
    ) : (
      <span aria-disabled="true" className={buttonClass('plain', 'small')}>
        {words}
      </span>
    );
  return (
    <nav aria-label="Months" className="flex items-center gap-2 print:hidden">
      {page(earlier, 'Earlier')}
      {page(later, 'Later')}
    </nav>
  );
}

interface Cells {
  answer: SourcesAnswer;
  cellOf: (source: number, month: string) => CoverageCell | undefined;
}

const Grid = ({ answer: { sources, months, today }, cellOf }: Cells) => (
  <ScrollFrame label="Coverage by month" start="end" key={months.at(-1)}>
    <table className="w-full border-separate border-spacing-0 bg-surface text-12">
      <thead>
        <tr>
          <th scope="col" className="sticky left-0 z-2 min-w-48 border-line border-b bg-surface pr-3 text-left font-normal text-ink-3">
            Source
          </th>
          {months.map((m) => (
            <th key={m} scope="col" className="h-8 whitespace-nowrap border-line border-b px-2 text-right font-normal text-ink-3">
              {monthInWords(m)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map((s) => (
          <tr key={s.id}>
            <th
              scope="row"
              className="sticky left-0 z-1 w-52 max-w-52 border-line border-b bg-surface py-1 pr-3 text-left font-normal text-13 leading-4"
              title={visible(s.name)}
            >
              <bdi className="line-clamp-2 break-words">{visible(s.name)}</bdi>
            </th>
            {months.map((m) => {
              const cell = cellOf(s.id, m);
              const days = cell && daysIn(cell, today);
              return (
                <td
                  key={m}
                  className={clsx(
                    'h-11 border-line border-b px-2 text-right tabular-nums',
                    days?.isMissing && 'bg-surface-2',
                    !cell && 'text-ink-3',
                  )}
                >
                  {cell ? amountsIn(cell).map((a) => <Line key={a} text={a} />) : '–'}
                  {days && <span className="block whitespace-nowrap text-ink-3">{days.text}</span>}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  </ScrollFrame>
);

const Line = ({ text }: { text: string }) => <span className="block whitespace-nowrap">{text}</span>;

/** Where there is no room for columns: each source with its months, the newest first. */
const List = ({ answer: { sources, months, today }, cellOf }: Cells) => (
  <ul aria-label="Coverage by month" className="grid gap-4">
    {sources.map((s) => (
      <li key={s.id}>
        <h3 className="break-words text-13">
          <bdi>{visible(s.name)}</bdi>
        </h3>
        {months.every((m) => !cellOf(s.id, m)) && <p className="text-12 text-ink-3">No bill in these months.</p>}
        <ul className="border-line border-t">
          {(months.some((m) => cellOf(s.id, m)) ? [...months].reverse() : []).map((m) => {
            const cell = cellOf(s.id, m);
            return (
              <li
                key={m}
                className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] items-baseline gap-x-3 border-line border-b py-1 text-13 tabular-nums"
              >
                <span className="text-ink-2">{monthInWords(m)}</span>
                <span>{cell ? amountsIn(cell).map((a) => <Line key={a} text={a} />) : <span className="text-ink-3">–</span>}</span>
                <span className="text-12 text-ink-3">{cell ? daysIn(cell, today).text : 'no bill'}</span>
              </li>
            );
          })}
        </ul>
      </li>
    ))}
  </ul>
);
