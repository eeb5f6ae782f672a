import { Badge } from '@/components/ui/badge';
import type { Column } from '@/components/ui/table';
import type { AlertRow } from '@/lib/services/alerts/inbox';
import { ageWords, lastDayWords, momentWords, severityWords, statusWords } from './words';

interface Hands {
  now: string;
  /** Null for who may only read. */
  choice: { chosen: ReadonlySet<number>; toggle: (id: number) => void } | null;
  open: (id: number) => void;
}

const Severity = ({ row }: { row: AlertRow }) => (
  <Badge tone={severityWords[row.severity]?.[1]}>{severityWords[row.severity]?.[0] ?? row.severity}</Badge>
);
const State = ({ row }: { row: AlertRow }) => (
  <Badge tone={statusWords[row.status]?.[1]}>{statusWords[row.status]?.[0] ?? row.status}</Badge>
);
const Age = ({ row, now }: { row: AlertRow; now: string }) => (
  <time dateTime={row.occurredAt} title={momentWords(row.occurredAt)}>
    {ageWords(row.occurredAt, now)}
  </time>
);
const Choose = ({ row, choice }: { row: AlertRow; choice: NonNullable<Hands['choice']> }) => (
  <label className="-m-1 inline-flex p-1 align-middle">
    <input
      type="checkbox"
      aria-label={`Choose: ${row.title}`}
      checked={choice.chosen.has(row.id)}
      onChange={() => choice.toggle(row.id)}
      className="size-4 accent-accent"
    />
  </label>
);

export const inboxColumns = ({ now, choice, open }: Hands): Column<AlertRow>[] => [
  ...(choice
    ? [
        {
          key: 'choose',
          header: <span className="sr-only">Choose</span>,
          className: 'w-8',
          cell: (r: AlertRow) => <Choose row={r} choice={choice} />,
        },
      ]
    : []),
  { key: 'severity', header: 'Severity', className: 'w-24', cell: (r) => <Severity row={r} /> },
  {
    key: 'title',
    header: 'What',
    className: 'min-w-72',
    cell: (r) => (
      <button
        type="button"
        data-alert={r.id}
        className={`rounded-1 py-1.5 text-left leading-5 hover:underline ${r.status === 'new' ? 'font-strong' : ''}`}
        onClick={() => open(r.id)}
      >
        <bdi>{r.title}</bdi>
      </button>
    ),
  },
  { key: 'age', header: 'Age', className: 'whitespace-nowrap text-ink-2', numeric: true, cell: (r) => <Age row={r} now={now} /> },
  {
    key: 'data',
    header: 'Data complete to',
    className: 'whitespace-nowrap text-ink-2 tabular-nums',
    cell: (r) => lastDayWords(r.dataCompleteTo),
  },
  { key: 'who', header: 'Assigned to', className: 'max-w-48 truncate', cell: (r) => (r.assignee ? <bdi>{r.assignee}</bdi> : '–') },
  { key: 'state', header: 'State', className: 'w-32', cell: (r) => <State row={r} /> },
];

/** The same on a narrow screen: what happened first. */
export const NarrowAlert = ({ row, now, choice, open }: Hands & { row: AlertRow }) => (
  <div className="flex gap-3">
    {choice && <Choose row={row} choice={choice} />}
    <div className="grid min-w-0 flex-1 gap-1.5">
      <button type="button" className={`text-left leading-5 ${row.status === 'new' ? 'font-strong' : ''}`} onClick={() => open(row.id)}>
        <bdi className="break-words">{row.title}</bdi>
      </button>
      <span className="flex flex-wrap items-center gap-2 text-12 text-ink-2">
        <Severity row={row} />
        <State row={row} />
        {row.assignee && <bdi className="truncate">{row.assignee}</bdi>}
        <span className="ml-auto">
          <Age row={row} now={now} />
        </span>
      </span>
    </div>
  </div>
);
