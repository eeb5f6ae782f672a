'use client';

import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { PageBody, PageHeader } from '@/components/shell/page-header';
import { ErrorState, Skeleton } from '@/components/ui/panel-states';
import { connectionQuery } from '@/lib/client/connections';
import type { ConnectionDetail, TestAnswer } from '@/lib/core/connections/view';
import { addDays } from '@/lib/core/time/days';
import { SourceTabs } from '../../_parts/source-tabs';
import { count, dayInWords, momentInWords } from '../../_parts/words';
import { ConnectionActions } from './connection-actions';
import { DeliveriesPanel } from './deliveries-panel';
import { RunsPanel } from './runs-panel';
import { State } from './state';

/** One connection, looked at again every moment while it is pulled. */
export function ConnectionView({ id, mayWrite }: { id: number; mayWrite: boolean }) {
  const { data: c, error, refetch } = useQuery(connectionQuery(id));
  const [answer, setAnswer] = useState<TestAnswer | null>(null);
  return (
    <>
      <PageHeader
        title={c?.name ?? 'Connection'}
        note={c && `${c.title}, ${c.scheduleWords}`}
        actions={c && mayWrite && <ConnectionActions connection={c} onAnswer={setAnswer} />}
      />
      <PageBody>
        <div className="mb-2">
          <SourceTabs active="connections" />
        </div>
        {c ? (
          <>
            <section className="grid gap-4 pt-2 pb-6">
              <State connection={c} />
              {answer && (
                <p role="status" className={`break-words text-13 ${answer.ok ? 'text-ok' : 'text-over'}`}>
                  {`${answer.ok ? '✓' : '×'} ${answer.answer}`}
                </p>
              )}
              <Facts connection={c} />
            </section>
            <DeliveriesPanel deliveries={c.deliveries} />
            <RunsPanel runs={c.runs} />
          </>
        ) : error ? (
          <ErrorState title="The connection could not be shown" detail={error.message} onRetry={() => refetch()} />
        ) : (
          <Skeleton shape="rows" />
        )}
      </PageBody>
    </>
  );
}

function Facts({ connection: c }: { connection: ConnectionDetail }) {
  const facts: [label: string, value: ReactNode][] = [
    ['Last good', c.lastGoodAt ? momentInWords(c.lastGoodAt) : 'never yet'],
    ['Next pull', c.nextAt ? momentInWords(c.nextAt) : c.state.health === 'pulling' ? 'at hand' : c.enabled ? '–' : 'paused'],
    ['Bills to', c.completeTo ? dayInWords(addDays(c.completeTo, -1)) : '–'],
    ['In the ledger', `${count(c.rows)} rows of ${count(c.months)} ${c.months === 1 ? 'month' : 'months'}`],
    ['Wanted from', dayInWords(c.from)],
    ['Names of people', c.hashPersons ? 'hashed' : 'as they come'],
    ['Set up', `${c.createdByName}, ${dayInWords(c.createdAt.slice(0, 10))}`],
    ...c.said.map(({ label, value }): [string, ReactNode] => [label, value]),
  ];
  return (
    <dl className="grid grid-cols-2 gap-x-8 gap-y-3 text-13 sm:grid-cols-3 desk:grid-cols-4">
      {facts.map(([label, value]) => (
        <div key={label} className="min-w-0">
          <dt className="text-12 text-ink-3">{label}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
