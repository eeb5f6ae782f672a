'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { CutName } from '@/components/figures/cut-name';
import { Money } from '@/components/figures/money';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useNotice } from '@/components/ui/notice';
import { Panel } from '@/components/ui/panel';
import { EmptyState, ErrorState, Skeleton } from '@/components/ui/panel-states';
import { type Column, Table } from '@/components/ui/table';
import { loadsQuery, undoLoad } from '@/lib/client/sources';
import type { LoadSummary } from '@/lib/core/ledger/load-summary';
import { LoadLine } from './load-line';
import { count, momentInWords, monthInWords } from './words';

const states: Record<LoadSummary['state'], [string, Tone]> = {
  active: ['counts', 'ok'],
  partly: ['counts in part', 'accent'],
  superseded: ['replaced', 'neutral'],
  undone: ['taken back', 'neutral'],
  loading: ['not finished', 'warn'],
};

/** Every load that ever was, and what of it counts. Undo takes one back; what it had replaced counts again. */
export function LoadsPanel({ mayUndo }: { mayUndo: boolean }) {
  const cache = useQueryClient();
  const say = useNotice();
  const { data, error, refetch } = useQuery(loadsQuery());
  const undo = useMutation({
    mutationFn: (l: LoadSummary) => undoLoad(l.id),
    onSuccess: (_, l) => say(`Load ${l.id} no longer counts; what it had replaced counts again`),
    onError: (e) => say(e.message, { tone: 'over' }),
    onSettled: () => cache.invalidateQueries(),
  });
  const stateOf = (l: LoadSummary) => <Badge tone={states[l.state][1]}>{states[l.state][0]}</Badge>;
  const undoOf = (l: LoadSummary) =>
    mayUndo &&
    (l.state === 'active' || l.state === 'partly') && (
      <Button
        size="small"
        tone="quiet"
        aria-label={`Undo load ${l.id}`}
        busy={undo.isPending && undo.variables?.id === l.id && 'Undoing'}
        onClick={() => undo.mutate(l)}
      >
        Undo
      </Button>
    );
  const columns: Column<LoadSummary>[] = [
    { key: 'id', header: 'Load', numeric: true, className: 'text-ink-3', cell: (l) => l.id },
    { key: 'period', header: 'Month', className: 'whitespace-nowrap', cell: (l) => monthInWords(l.billingPeriod) },
    {
      key: 'source',
      header: 'Source, file',
      className: 'min-w-56 max-w-80',
      cell: (l) => (
        <span className="grid py-1 leading-4">
          <CutName>{l.source}</CutName>
          <CutName className="text-12 text-ink-3">{l.fileName}</CutName>
        </span>
      ),
    },
    { key: 'state', header: 'State', cell: stateOf },
    { key: 'billed', header: 'Billed', numeric: true, cell: (l) => <Totals load={l} measure="billed" /> },
    { key: 'effective', header: 'Effective', numeric: true, cell: (l) => <Totals load={l} measure="effective" /> },
    { key: 'rows', header: 'Rows', numeric: true, cell: (l) => count(l.rows) },
    {
      key: 'when',
      header: 'Activated',
      className: 'whitespace-nowrap text-ink-2',
      cell: (l) => (l.activatedAt ? momentInWords(String(l.activatedAt)) : '–'),
    },
    ...(mayUndo ? [{ key: 'undo', header: <span className="sr-only">Undo</span>, numeric: true, cell: undoOf }] : []),
  ];
  return (
    <Panel
      className="border-t-0!"
      title="History"
      note="A load is never changed. A newer one replaces it by activation, and undo is the same step back."
    >
      {data?.length === 0 ? (
        <EmptyState title="Nothing was loaded yet" />
      ) : data ? (
        <Table
          caption="Loads"
          columns={columns}
          rows={data}
          rowKey={(l) => String(l.id)}
          stickyFirst={false}
          narrow={(l) => <LoadLine load={l} totals={<Totals load={l} measure={weightOf(l)} />} state={stateOf(l)} undo={undoOf(l)} />}
        />
      ) : error ? (
        <ErrorState title="The history could not be loaded" detail={error.message} onRetry={() => refetch()} />
      ) : (
        <Skeleton shape="rows" rows={10} />
      )}
    </Panel>
  );
}

/** An export of amortized cost bills nothing. */
const weightOf = (l: LoadSummary) => (l.totals.some((t) => t.billed !== null) ? 'billed' : 'effective');

function Totals({ load, measure }: { load: LoadSummary; measure: 'billed' | 'effective' }) {
  const said = load.totals.filter((t) => t[measure] !== null);
  if (said.length === 0) return <span className="text-ink-3">–</span>;
  return said.map((t) => (
    <span key={t.currency} className="block">
      <Money amount={t[measure] ?? '0'} currency={t.currency ?? ''} />
    </span>
  ));
}
