'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { connectionsQuery } from '@/lib/client/connections';
import type { ConnectionRow } from '@/lib/core/connections/view';
import { addDays } from '@/lib/core/time/days';
import { count, dayInWords, momentInWords } from '../../_parts/words';
import { State } from './state';

const nextWords = (c: ConnectionRow) => (c.nextAt ? momentInWords(c.nextAt) : c.state.health === 'pulling' ? 'now' : '–');
const completeWords = (c: ConnectionRow) => (c.completeTo ? dayInWords(addDays(c.completeTo, -1)) : '–');

/** Where bills come from by themselves, and whether they do. */
export function ConnectionsPanel({ mayWrite }: { mayWrite: boolean }) {
  const { data, error, refetch } = useQuery(connectionsQuery());
  const name = (c: ConnectionRow) => (
    <Link href={`/sources/connections/${c.id}`} className="font-strong hover:underline">
      <Name>{c.name}</Name>
    </Link>
  );
  const columns: Column<ConnectionRow>[] = [
    {
      key: 'name',
      header: 'Connection',
      className: 'min-w-48',
      cell: (c) => (
        <span className="grid py-1 leading-4">
          {name(c)}
          <span className="text-12 text-ink-3">{c.title}</span>
        </span>
      ),
    },
    { key: 'state', header: 'State', className: 'min-w-56', cell: (c) => <State connection={c} /> },
    { key: 'good', header: 'Last good', className: 'whitespace-nowrap', cell: (c) => (c.lastGoodAt ? momentInWords(c.lastGoodAt) : '–') },
    {
      key: 'next',
      header: 'Next pull',
      className: 'whitespace-nowrap',
      cell: (c) => (
        <span className="grid py-1 leading-4">
          {nextWords(c)}
          <span className="text-12 text-ink-3">{c.scheduleWords}</span>
        </span>
      ),
    },
    { key: 'complete', header: 'Bills to', className: 'whitespace-nowrap', cell: completeWords },
    { key: 'months', header: 'Months', numeric: true, cell: (c) => count(c.months) },
    { key: 'rows', header: 'Rows', numeric: true, cell: (c) => count(c.rows) },
  ];
  return (
    <Panel
      className="border-t-0!"
      title="Connections"
      note={`Bills and usage that come by themselves. A month that comes again takes the place of the earlier one.${mayWrite ? '' : ' Administrators set them up.'}`}
      actions={
        mayWrite &&
        data &&
        data.length > 0 && (
          <LinkButton tone="primary" href="/sources/connections/new">
            New connection
          </LinkButton>
        )
      }
    >
      {data?.length === 0 ? (
        <EmptyState
          title="No connection yet: bills come only when somebody brings them"
          reason={
            mayWrite
              ? 'Connect the bucket your provider exports to, or the API of whom you buy from. Headroom then reads it every day and tells when nothing comes.'
              : 'An administrator can connect the bucket your provider exports to, or the API of whom you buy from.'
          }
          actions={
            mayWrite && (
              <LinkButton tone="primary" href="/sources/connections/new">
                New connection
              </LinkButton>
            )
          }
        />
      ) : data ? (
        <Table
          caption="Connections"
          columns={columns}
          rows={data}
          rowKey={(c) => String(c.id)}
          dense={false}
          narrow={(c) => (
            <div className="grid gap-1">
              <span className="flex flex-wrap items-baseline justify-between gap-x-3">
                {name(c)}
                <span className="text-12 text-ink-2">{c.title}</span>
              </span>
              <State connection={c} />
              <span className="text-12 text-ink-2">
                {c.months === 0
                  ? 'No bills yet'
                  : `${count(c.rows)} rows of ${count(c.months)} ${c.months === 1 ? 'month' : 'months'}, bills to ${completeWords(c)}`}
              </span>
              <span className="text-12 text-ink-2">{c.enabled ? `${c.scheduleWords}, next ${nextWords(c)}` : c.scheduleWords}</span>
            </div>
          )}
        />
      ) : error ? (
        <ErrorState title="The connections could not be listed" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" />
      )}
    </Panel>
  );
}
