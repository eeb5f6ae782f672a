import Link from 'next/link';
import { Money } from '@/components/figures/money';
import { Name } from '@/components/figures/name';
import { Badge } from '@/components/ui/badge';
import { buttonClass } from '@/components/ui/button';
import { Panel } from '@/components/ui/panel';
import { type Column, Table } from '@/components/ui/table';
import { nobody } from '@/lib/core/allocation/nobody';
import { plus, type StatementLine } from '@/lib/core/allocation/statement';
import { linesOf, type Statements } from '@/lib/services/allocation/statements';
import { CloseMonth } from './close-month';
import { isNothing } from './figures';
import { MonthChoice } from './month-choice';
import { StatementView } from './statement-view';
import { type AllocationView, allocationHref } from './view';

const stateWords = {
  closed: ['Closed', 'ok'],
  next: ['Draft, can be closed', 'accent'],
  open: ['Draft', 'neutral'],
  running: ['Running', 'neutral'],
} as const;

/** The statements of a month, one for each target; a month that is closed stays as it was told. */
export function StatementsTab({
  statements,
  view,
  currency,
  mayWrite,
}: {
  statements: Statements;
  view: AllocationView;
  currency: string;
  mayWrite: boolean;
}) {
  const { month, state, dimension } = statements;
  const lines = statements.lines.filter((l) => l.currency === currency);
  const others = [...new Set(statements.lines.map((l) => l.currency).filter((c) => c !== currency))];
  const [words, tone] = stateWords[state];
  const sum = (of: (l: StatementLine) => string) => lines.map(of).reduce(plus, '0');
  const shared = (l: StatementLine) => l.shared.map((s) => s.amount).reduce(plus, '0');
  const trueUps = (l: StatementLine) => l.adjustments.map((a) => a.amount).reduce(plus, '0');
  const money = (amount: string) =>
    isNothing(amount) ? <span className="text-ink-3">–</span> : <Money amount={amount} currency={currency} hideCurrency />;
  const hrefOf = (target: string | null) => allocationHref({ ...view, tab: 'statements', month, target });
  const nameOf = (l: StatementLine) => (
    <Link
      href={hrefOf(l.target ?? nobody)}
      scroll={false}
      className="underline decoration-line underline-offset-3 hover:decoration-current"
    >
      {l.target === null ? 'Unallocated' : <Name>{l.target}</Name>}
    </Link>
  );
  const amount = (key: string, header: string, of: (l: StatementLine) => string): Column<StatementLine>[] =>
    lines.every((l) => isNothing(of(l))) && key !== 'total'
      ? []
      : [{ key, header, numeric: true, total: money(sum(of)), cell: (l) => money(of(l)) }];
  const columns: Column<StatementLine>[] = [
    { key: 'target', header: dimension.title, className: 'min-w-40', total: 'All', cell: nameOf },
    ...(lines.some((l) => l.path?.length)
      ? [
          {
            key: 'path',
            header: 'Below',
            cell: (l: StatementLine) => <span className="text-ink-2">{(l.path ?? []).join(' / ') || '–'}</span>,
          },
        ]
      : []),
    ...amount('direct', `Direct, ${currency}`, (l) => l.direct),
    ...amount('credits', 'Credits', (l) => l.credits),
    ...amount('shared', 'Shared', shared),
    ...amount('passed', 'Passed on', (l) => l.passedOn),
    ...amount('true-ups', 'True-ups', trueUps),
    ...amount('total', 'Total', (l) => l.total),
  ];
  const query = `dimension=${dimension.key}&month=${month}`;
  // a month without costs is closed only where one before it was: nothing after it could be otherwise
  const mayClose = statements.lines.length > 0 || statements.months.some((m) => m.state === 'closed');
  const target = view.target;
  const chosen = target === null ? [] : linesOf(statements.lines, target);
  return (
    <>
      <Panel
        className="border-t-0 pt-0"
        title={
          <span className="flex flex-wrap items-center gap-2">
            Statements of {month} <Badge tone={tone}>{words}</Badge>
          </span>
        }
        note={
          state === 'closed'
            ? `Closed by ${statements.closedByName} on ${statements.closedAt?.slice(0, 10)}. What changed since stands as a true-up in a later month.`
            : state === 'next'
              ? 'As it is known today, with the true-ups of closed months. Closing keeps it as it is, for ever.'
              : state === 'running'
                ? 'The month is not over: these figures still grow. True-ups of closed months stand in it already.'
                : 'As it is known today. Months are closed in their order.'
        }
        actions={
          <>
            <MonthChoice months={statements.months} month={month} view={view} />
            <a className={buttonClass('quiet')} href={`/api/v1/allocation/statements?${query}&format=csv`} download>
              CSV
            </a>
            <a className={buttonClass('quiet')} href={`/api/v1/allocation/statements?${query}&format=xlsx`} download>
              XLSX
            </a>
            <a className={buttonClass('quiet')} href={`/api/v1/allocation/statements?${query}&format=focus`} download>
              FOCUS
            </a>
            <Link className={buttonClass('plain')} href={`/allocation/print?${query}`}>
              Print
            </Link>
            {mayWrite && state === 'next' && mayClose && <CloseMonth dimension={dimension} month={month} />}
          </>
        }
      >
        <Table
          caption={`Statements of ${month}`}
          columns={columns}
          rows={lines}
          rowKey={(l) => JSON.stringify([l.target, l.currency])}
          empty="No costs in this month."
          narrow={(l) => (
            <span className="flex items-baseline justify-between gap-3">
              <span className="min-w-0 truncate">
                {nameOf(l)} {l.path?.length ? <span className="text-12 text-ink-3">{l.path.join(' / ')}</span> : null}
              </span>
              <Money amount={l.total} currency={l.currency} />
            </span>
          )}
        />
        {others.length > 0 && (
          <p className="pt-2 text-12 text-ink-3">
            Statements in {others.join(', ')} stand apart: choose the currency above, or take the file, which has all.
          </p>
        )}
      </Panel>
      {target !== null && (
        <Panel
          title={target === nobody ? 'Unallocated' : <Name>{target}</Name>}
          note={`Statement of ${month}`}
          actions={
            <>
              <a
                className={buttonClass('quiet')}
                href={`/api/v1/allocation/statements?${query}&target=${encodeURIComponent(target)}&format=csv`}
                download
              >
                CSV
              </a>
              <Link className={buttonClass('plain')} href={`/allocation/print?${query}&target=${encodeURIComponent(target)}`}>
                Print
              </Link>
              <Link className={buttonClass('quiet')} href={hrefOf(null)} scroll={false}>
                Close
              </Link>
            </>
          }
        >
          {chosen.length === 0 ? (
            <p className="text-13 text-ink-2">It has no statement for this month.</p>
          ) : (
            <StatementView lines={chosen} />
          )}
        </Panel>
      )}
    </>
  );
}
