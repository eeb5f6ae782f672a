'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Name } from '@/components/figures/name';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { deleteMapping, mappingsQuery } from '@/lib/client/mappings';
import { columnsRead } from '@/lib/core/imports/headings';
import type { MappingView } from '@/lib/core/imports/mapping-view';
import { momentInWords } from './words';

/** Mappings of columns that were saved: what files nobody knows are recognised by. */
export function MappingsPanel() {
  const cache = useQueryClient();
  const say = useNotice();
  const { data, error, refetch } = useQuery(mappingsQuery());
  const drop = useMutation({
    mutationFn: (m: MappingView) => deleteMapping(m.id),
    onSuccess: (_, m) => say(`Deleted the mapping "${m.name}". What was loaded with it stays.`),
    onError: (e) => say(e.message, { tone: 'over' }),
    onSettled: () => cache.invalidateQueries({ queryKey: mappingsQuery().queryKey }),
  });
  const columns: Column<MappingView>[] = [
    { key: 'name', header: 'Mapping', className: 'min-w-40', cell: (m) => <Name>{m.name}</Name> },
    {
      key: 'reads',
      header: 'Reads',
      className: 'min-w-56',
      cell: (m) => <span className="text-ink-2">{columnsRead(m.mapping).length} columns</span>,
    },
    {
      key: 'changed',
      header: 'Last changed',
      className: 'whitespace-nowrap',
      cell: (m) => `${momentInWords(m.changedAt)}, ${m.changedByName}`,
    },
    {
      key: 'do',
      header: <span className="sr-only">Actions</span>,
      className: 'whitespace-nowrap text-right',
      cell: (m) => (
        <span className="inline-flex items-baseline gap-2">
          <a className="link" href={`/api/v1/mappings/${m.id}`} download={`mapping-${m.id}.json`}>
            Download<span className="sr-only"> {m.name}</span>
          </a>
          {m.mayChange && (
            <Button
              size="small"
              tone="quiet"
              aria-label={`Delete ${m.name}`}
              busy={drop.isPending && 'Deleting'}
              onClick={() => drop.mutate(m)}
            >
              Delete
            </Button>
          )}
        </span>
      ),
    },
  ];
  return (
    <Panel title="Mappings" note="Files with these columns are recognised by what you said about them once.">
      {data?.length === 0 ? (
        <EmptyState title="No mapping yet" reason="A file that nobody knows offers to map its columns when it is dropped under Import." />
      ) : data ? (
        <Table caption="Mappings" columns={columns} rows={data} rowKey={(m) => String(m.id)} />
      ) : error ? (
        <ErrorState title="The mappings could not be listed" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" rows={3} />
      )}
    </Panel>
  );
}
