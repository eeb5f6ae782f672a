'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { Name } from '@/components/figures/name';
import { LinkButton } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { connectionsQuery } from '@/lib/client/connections';
import { type SourceRow, sourcesQuery } from '@/lib/client/sources';
import { State } from '../connections/_parts/state';
import { MappingsPanel } from './mappings-panel';
import { count, dayInWords, momentInWords } from './words';

const before = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);

export function SourcesPanel() {
  const { data, error, refetch } = useQuery(sourcesQuery());
  const { data: connections } = useQuery(connectionsQuery());
  const connectionOf = (s: SourceRow) => connections?.find((c) => c.name === s.name); // a connection's source is called as it is
  const columns: Column<SourceRow>[] = [
    { key: 'name', header: 'Source', className: 'min-w-56 whitespace-nowrap', cell: (s) => <Name>{s.name}</Name> },
    {
      key: 'complete',
      header: 'Last day that counts',
      className: 'whitespace-nowrap',
      cell: (s) => (s.completeTo ? dayInWords(before(s.completeTo)) : <span className="text-ink-3">nothing counts</span>),
    },
    { key: 'loaded', header: 'Last load', className: 'whitespace-nowrap', cell: (s) => (s.lastLoadAt ? momentInWords(s.lastLoadAt) : '–') },
    {
      key: 'connection',
      header: 'Comes by',
      className: 'min-w-48',
      cell: (s) => {
        const c = connectionOf(s);
        return c ? (
          <Link href={`/sources/connections/${c.id}`} className="hover:underline">
            <State connection={c} />
          </Link>
        ) : (
          <span className="text-ink-3">hand</span>
        );
      },
    },
    { key: 'loads', header: 'Loads', numeric: true, cell: (s) => count(s.loads) },
    { key: 'rows', header: 'Rows that count', numeric: true, cell: (s) => count(s.rows) },
  ];
  return (
    <>
      <Panel
        className="border-t-0!"
        title="Sources"
        note="A source is found by provider, format and account, or named when a file is imported."
      >
        {data?.sources.length === 0 ? (
          <EmptyState
            title="No source yet"
            reason="The first file makes the first source."
            actions={<LinkButton href="/sources">Import a billing file</LinkButton>}
          />
        ) : data ? (
          <Table caption="Sources" columns={columns} rows={data.sources} rowKey={(s) => String(s.id)} />
        ) : error ? (
          <ErrorState title="The sources could not be listed" detail={error.message} onRetry={() => refetch()} />
        ) : (
          <Skeleton shape="rows" />
        )}
      </Panel>
      <MappingsPanel />
    </>
  );
}
