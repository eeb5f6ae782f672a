'use client';

import { useRef } from 'react';
import { Money } from '@/components/figures/money';
import { Quantity } from '@/components/figures/quantity';
import { useShortcuts } from '@/components/shell/use-shortcuts';
import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import { channels, isChannel } from '@/lib/core/usage/channels';
import { type TokenKind, tokenKinds, tokenKindWords } from '@/lib/core/usage/tokens';
import type { TaskEvent } from '@/lib/services/tasks/get-task-run';

/** The calls of a task as a table; j and k step through them. Kinds of tokens that nowhere occur have no column. */
export function Calls({ events }: { events: readonly TaskEvent[] }) {
  const frame = useRef<HTMLDivElement>(null);
  const step = (by: number) => {
    const marks = [...(frame.current?.querySelectorAll<HTMLElement>('[data-call]') ?? [])].filter((m) => m.offsetParent !== null);
    const at = marks.indexOf(document.activeElement as HTMLElement);
    marks[Math.min(marks.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcuts({ j: () => step(1), k: () => step(-1) });
  const kinds = tokenKinds.filter((k) => events.some((e) => e.tokens[k] !== undefined && e.tokens[k] !== '0'));
  const numbered = events.map((event, i) => ({ event, no: i + 1 }));
  type Row = (typeof numbered)[number];
  const no = ({ event: e, no: n }: Row) => (
    <a
      href={`#call-${n}`}
      id={`call-${n}`}
      data-call
      aria-label={`Call ${n}, at ${e.at.slice(11, 19)}`}
      className="block tabular-nums hover:underline"
    >
      {n}
    </a>
  );
  const ended = (e: TaskEvent) =>
    e.succeeded === false ? (
      <Badge tone="over">failure</Badge>
    ) : e.succeeded === null ? (
      <span className="text-ink-3">not said</span>
    ) : (
      'success'
    );
  const list = (e: TaskEvent) =>
    e.listCost === null || e.listCurrency === null ? (
      <span className="text-ink-2">not priced</span>
    ) : (
      <span>
        {e.priceState === 1 && '≥ '}
        <Money amount={e.listCost} currency={e.listCurrency} />
      </span>
    );
  /** Only where one of the calls says it. */
  const column = (key: 'operation' | 'agent', header: string): Column<Row>[] =>
    events.some((e) => e[key] !== null) ? [{ key, header, className: 'text-ink-2', cell: ({ event: e }) => e[key] ?? '–' }] : [];
  const columns: Column<Row>[] = [
    { key: 'no', header: 'No.', className: 'w-10', cell: no },
    { key: 'at', header: 'At, UTC', className: 'whitespace-nowrap tabular-nums text-ink-2', cell: ({ event: e }) => e.at.slice(11, 23) },
    ...column('operation', 'What'),
    { key: 'model', header: 'Model', className: 'min-w-36', cell: ({ event: e }) => e.model ?? '–' },
    { key: 'channel', header: 'Channel', className: 'whitespace-nowrap text-ink-2', cell: ({ event: e }) => channelText(e) },
    ...(events.some((e) => e.requests > 1)
      ? [{ key: 'requests', header: 'Calls', numeric: true, cell: ({ event: e }) => e.requests.toLocaleString('en') } satisfies Column<Row>]
      : []),
    ...column('agent', 'Agent'),
    ...kinds.map(
      (k: TokenKind): Column<Row> => ({
        key: k,
        header: tokenKindWords[k],
        numeric: true,
        cell: ({ event: e }) => (e.tokens[k] === undefined ? '–' : <Quantity amount={e.tokens[k]} />),
      }),
    ),
    {
      key: 'cost',
      header: 'On the bill',
      numeric: true,
      cell: ({ event: e }) => (e.cost === null || e.currency === null ? '–' : <Money amount={e.cost} currency={e.currency} />),
    },
    { key: 'list', header: 'At list, est.', numeric: true, cell: ({ event: e }) => list(e) },
    {
      key: 'took',
      header: 'Took, s',
      numeric: true,
      cell: ({ event: e }) => (e.durationMs === null ? '–' : (e.durationMs / 1000).toFixed(2)),
    },
    { key: 'ended', header: 'Ended', cell: ({ event: e }) => ended(e) },
    { key: 'flags', header: 'Flags', className: 'min-w-40 text-ink-2', cell: ({ event: e }) => e.flags?.join('; ') ?? '' },
  ];
  return (
    <div ref={frame}>
      <Table
        caption="Calls"
        columns={columns}
        rows={numbered}
        rowKey={(r) => r.event.key}
        narrow={({ event: e, no: n }) => (
          <div className="grid gap-1">
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate">
                {n}. {e.model ?? 'no model named'}
              </span>
              {e.cost !== null && e.currency !== null ? <Money amount={e.cost} currency={e.currency} /> : list(e)}
            </span>
            <span className="text-12 text-ink-2">
              {e.at.slice(11, 19)} ·{' '}
              {kinds.flatMap((k) => (e.tokens[k] ? [`${tokenKindWords[k]} ${Number(e.tokens[k]).toLocaleString('en')}`] : [])).join(' · ')}
              {e.succeeded === false && ' · failure'}
            </span>
          </div>
        )}
      />
    </div>
  );
}

const channelText = (e: TaskEvent): string =>
  [
    e.channel === null ? 'not said' : isChannel(e.channel) ? channels[e.channel] : e.channel,
    e.region,
    e.tier === 'standard' ? null : e.tier,
  ]
    .filter(Boolean)
    .join(', ');
